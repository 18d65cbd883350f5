import { useState } from 'preact/hooks';
import type { SourceLine } from '../../../domain/desk-maps.ts';
import { number } from '../../../i18n/dates.ts';
import { size } from '../../../i18n/sizes.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { MapView } from '../../../map/map-view.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import { useDesk } from '../desk-context.ts';

import { Page } from '../frame/page.tsx';
import { Select } from '../select.tsx';
import { useAct } from '../use-asked.ts';
import { AreaFields } from './area-fields.tsx';
import { boundsAround, boundsOf, closestSteps, drawnOf, edgesOf, isNamed, type Edges } from './area.ts';
import { Refusal } from './refusal.tsx';
import { slowMinutes } from './slow-minutes.ts';
import { useEstimate, type Measured } from './use-estimate.ts';
import { useSourceTiles } from './use-source-tiles.ts';

const NO_EDGES: Edges = { west: '', south: '', east: '', north: '' };

/** Chooses what of a file becomes a map, by drawing or by numbers, with its exact size beside it at every step. */
export function MakeMap(props: { source: SourceLine; onClose: () => void; onBegun: () => void }) {
  const t = useText('desk-maps');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { source } = props;
  const { busy, problem, act } = useAct();
  const [part, setPart] = useState<'area' | 'whole'>('area');
  const [edges, setEdges] = useState<Edges>(NO_EDGES);
  const steps = closestSteps(source.minZoom, source.maxZoom);
  const [closest, setClosest] = useState(steps.findLast((step) => step <= 14) ?? source.maxZoom);
  const [title, setTitle] = useState(source.title);
  const [offer, setOffer] = useState<boolean | null>(null);
  const [tried, setTried] = useState(false);
  const tiles = useSourceTiles(source);
  const bounds = boundsOf(edges);
  const area = bounds === null ? null : { bounds, maxZoom: closest };
  const chosen = part === 'whole' || area !== null;
  const measured = useEstimate(chosen ? { sourceId: source.sourceId, area: part === 'whole' ? null : area } : null);
  const named = title.trim() !== '';

  function make(): void {
    setTried(true);
    if (!named || offer === null || measured.estimate === null) return;
    void act(async () => {
      const of = part === 'whole' ? null : area;
      await client.makeMap({ sourceId: source.sourceId, area: of, title: title.trim(), offer });
      props.onBegun();
    });
  }

  return (
    <Page
      title={t.el('make.title', { title: source.title })}
      aside={<Button onClick={props.onClose}>{t.el('make.back')}</Button>}
    >
      <Select
        label={t.el('make.part')}
        value={part}
        onChange={setPart}
        options={(['area', 'whole'] as const).map((value) => ({ value, label: t(`make.parts.${value}`) }))}
      />
      {part === 'area' && (
        <>
          <p class="desk-quiet">{t.el('area.how')}</p>
          <MapView
            tiles={tiles}
            look="day"
            language={language}
            marks={[]}
            start={{ bounds: source.bounds }}
            label={t('area.map', { title: source.title })}
            pick={{
              grade: 'area',
              as: 'area',
              value: bounds === null ? { as: 'nowhere' } : drawnOf(bounds),
              onChange: (where) => {
                const around = boundsAround(where);
                setEdges(around === null ? NO_EDGES : edgesOf(around));
              },
            }}
          />
          <AreaFields edges={edges} of={source.bounds} onChange={setEdges} />
          <Select
            label={t.el('make.closest')}
            value={String(closest)}
            onChange={(value) => setClosest(Number(value))}
            options={steps.map((step) => ({
              value: String(step),
              label: isNamed(step) ? t(`make.steps.${step}`) : t('make.step', { step }),
            }))}
          />
        </>
      )}
      <Size measured={measured} chosen={chosen} />
      <TextField
        label={t.el('make.name')}
        hint={t.el('make.nameHint')}
        value={title}
        onChange={setTitle}
        maxLength={120}
        required
        {...(tried && !named ? { problem: t.el('make.nameMissing') } : {})}
      />
      <Toggle
        label={t.el('make.offer')}
        hint={t.el('make.offerHint')}
        value={offer}
        onChange={setOffer}
        yes={t.el('common:yes')}
        no={t.el('make.notYet')}
      />
      {tried && offer === null && <p class="desk-caution">{t.el('make.offerMissing')}</p>}
      {problem !== null && <Refusal problem={problem} />}
      <div class="desk-form__end">
        <Button look="main" icon="check" busy={busy} disabled={measured.estimate === null} onClick={make}>
          {t.el('make.go')}
        </Button>
      </div>
    </Page>
  );
}

function Size({ measured, chosen }: { measured: Measured; chosen: boolean }) {
  const t = useText('desk-maps');
  const { language } = useLanguage();
  const { measuring, estimate, problem } = measured;
  const said = measuring
    ? t('size.measuring')
    : estimate !== null
      ? t('size.is', {
          size: size(language, estimate.bytes),
          time: t('size.minutes', {
            count: slowMinutes(estimate.bytes),
            minutes: number(language, slowMinutes(estimate.bytes)),
          }),
        })
      : chosen
        ? ''
        : t('size.choose');
  return (
    <div class="map-size">
      <LiveRegion visible>{said}</LiveRegion>
      {problem !== null && <Refusal problem={problem} />}
    </div>
  );
}
