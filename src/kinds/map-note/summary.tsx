import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { FactsShown, WhereShown } from '../facts-shown.tsx';
import { useLentPlaces } from '../lent-places.ts';
import { LinkShown, PlanShown } from '../links-shown.tsx';
import { Chips, Fact, Quote } from '../quote.tsx';
import type { SummaryProps } from '../views.ts';
import type { MapNoteDraft } from './draft.ts';

export const needs = ['place-parts'];

/** What it is and what was said first; where only in words. */
export function Summary({ body }: SummaryProps<MapNoteDraft>): VNode {
  const t = useText('kind-map-note');
  const p = useText('place-parts');
  const l = useText('lists');
  const { nameOf } = useLentPlaces();
  return (
    <div class="summary">
      {body.said !== '' && <Quote words={body.said} />}
      <Chips
        items={[
          ...(body.answers?.now === undefined ? [] : [l.el(`betterNow.${body.answers.now}`)]),
          ...(body.kind === undefined || body.answers !== undefined ? [] : [l.el(`noteKinds.${body.kind}`)]),
          ...body.themes.map((theme) => l.el(`themes.${theme}`)),
        ]}
      />
      <dl class="summary__facts">
        <Fact name={t.el('place.label')}>
          {body.about === null ? t.el('summary.noPlace') : <bdi>{nameOf(body.about.entryId) ?? body.about.name}</bdi>}
        </Fact>
        {body.status !== null && <Fact name={p.el('summary.status')}>{l.el(`placeStatus.${body.status}`)}</Fact>}
        <Fact name={p.el('summary.source')}>{l.el(`placeSources.${body.source}`)}</Fact>
        <FactsShown facts={body.facts} />
        {body.link !== null && (
          <Fact name={p.el('summary.link')}>
            <LinkShown link={body.link} />
          </Fact>
        )}
        {body.grade !== undefined && (
          <WhereShown where={body.where} council="" grade={body.grade} atPlace={body.about !== null} />
        )}
        <Fact name={t.el('share.label')}>{t.el(`share.${body.share}`)}</Fact>
      </dl>
      {body.sheet !== null && <PlanShown sheet={body.sheet} />}
    </div>
  );
}
