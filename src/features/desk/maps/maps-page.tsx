import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { MapsAnswer, SourceLine } from '../../../domain/desk-maps.ts';
import { size } from '../../../i18n/sizes.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page, PageSection } from '../frame/page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { BringFile } from './bring-file.tsx';
import { MapSheet } from './map-sheet.tsx';
import { SourceSheet } from './source-sheet.tsx';
import { lazyRoom } from '../surveys/lazy-room.tsx';
import './maps.css';

/** It brings the drawing of maps along: fetched when it is first opened. */
const MakeMap = lazyRoom(async () => (await import('./make-map.tsx')).MakeMap, ['map']);

/** Milliseconds between looks: quick while a map is being made, gentle otherwise. */
const LOOK_MS = { making: 1500, resting: 20_000 } as const;

/** Base maps: what tablets are offered, and the files that maps are made from. */
export function MapsPage() {
  const t = useText('desk-maps');
  const { language } = useLanguage();
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.maps(), [client]));
  const { busy, problem: actProblem, act } = useAct();
  const [bringing, setBringing] = useState(false);
  const [of, setOf] = useState<SourceLine | null>(null);
  const lost = useLost(value);
  const making = value?.maps.some(({ state }) => state === 'making') === true;

  useEffect(() => {
    const looking = setInterval(
      () => {
        if (document.visibilityState === 'visible') void again();
      },
      making ? LOOK_MS.making : LOOK_MS.resting,
    );
    return () => clearInterval(looking);
  }, [again, making]);

  const change = async (work: () => Promise<void>): Promise<boolean> => {
    const made = await act(work);
    await again();
    return made;
  };

  if (of !== null) {
    return (
      <MakeMap
        source={of}
        onClose={() => setOf(null)}
        onBegun={() => {
          setOf(null);
          void again();
        }}
      />
    );
  }
  return (
    <Page
      title={t.el('title')}
      aside={
        <Button look="main" icon="plus" onClick={() => setBringing(true)}>
          {t.el('bring.open')}
        </Button>
      }
    >
      <p class="desk-quiet">{t.el('why')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {actProblem !== null && <ProblemNotice problem={actProblem} />}
      {lost.map((title) => (
        <Notice key={title} tone="careful" speak="polite">
          {t.el('notMade', { title })}
        </Notice>
      ))}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {value !== null && (
        <>
          <PageSection title={t.el('onTablets')}>
            {value.maps.length === 0 && <EmptyState title={t.el('empty')}>{t.el('emptyHint')}</EmptyState>}
            <ul class="desk-sheets">
              {value.maps.map((map) => (
                <MapSheet
                  key={map.mapId}
                  map={map}
                  tablets={value.tablets}
                  busy={busy}
                  onChange={(action) => change(() => client.changeMap(map.mapId, action))}
                  onRemove={() => {
                    lost.expect(map.mapId);
                    return change(() => client.removeMap(map.mapId));
                  }}
                />
              ))}
            </ul>
          </PageSection>
          <PageSection title={t.el('files')}>
            <p class="desk-quiet">{t.el('filesWhy')}</p>
            {value.sources.length === 0 && <p>{t.el('noFiles')}</p>}
            <ul class="desk-sheets">
              {value.sources.map((source) => (
                <SourceSheet
                  key={source.sourceId}
                  source={source}
                  busy={busy}
                  onMake={() => setOf(source)}
                  onRemove={() => change(() => client.removeMapSource(source.sourceId))}
                />
              ))}
            </ul>
            {value.freeBytes !== null && (
              <p class="desk-quiet">{t.el('free', { size: size(language, value.freeBytes) })}</p>
            )}
          </PageSection>
        </>
      )}
      {bringing && (
        <BringFile
          onClose={() => setBringing(false)}
          onDone={(source) => {
            setBringing(false);
            setOf(source);
            void again();
          }}
        />
      )}
    </Page>
  );
}

/** Titles of maps that were being made and are gone without anybody here having removed them. */
function useLost(value: MapsAnswer | null): readonly string[] & { expect(mapId: string): void } {
  const making = useRef(new Map<string, string>());
  const [titles, setTitles] = useState<readonly string[]>([]);
  useEffect(() => {
    if (value === null) return;
    const here = new Set(value.maps.map(({ mapId }) => mapId));
    const gone = [...making.current].flatMap(([mapId, title]) => (here.has(mapId) ? [] : [title]));
    making.current = new Map(
      value.maps.flatMap(({ mapId, title, state }) => (state === 'making' ? [[mapId, title] as const] : [])),
    );
    if (gone.length > 0) setTitles((before) => [...new Set([...before, ...gone])]);
  }, [value]);
  const expect = useCallback((mapId: string) => void making.current.delete(mapId), []);
  return Object.assign([...titles], { expect });
}
