import { useCallback, useMemo, useState } from 'preact/hooks';
import type { PlaceLine } from '../../../domain/desk-places.ts';
import { date } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { maybeSame } from '../../../places/duplicates.ts';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page, PageSection } from '../frame/page.tsx';
import { placesPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { Select } from '../select.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { ChangeProblem } from './change-problem.tsx';
import { PlacesWays } from './places-ways.tsx';

/** So many pairs at once: whoever has looked at these sees the next. */
const MOST = 30;

/** Entries that may be one and the same, side by side. Merging loses nothing, and can be taken back. */
export function SamePage() {
  const t = useText('desk-places');
  const { client } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.places(), [client]));
  const { busy, problem: trouble, act, forget } = useAct();
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => new Map((value?.places ?? []).map((line) => [line.entry.entryId, line])), [value]);
  const pairs = useMemo(() => maybeSame((value?.places ?? []).map(({ entry }) => entry)), [value]);
  const shown = pairs.filter(({ one, other }) => !passed.has(`${one.entryId} ${other.entryId}`)).slice(0, MOST);
  const merge = (from: PlaceLine, into: PlaceLine): void =>
    void act(async () => {
      const { entryId } = into.entry;
      await client.mergePlace(from.entry.entryId, { rev: from.rev, into: entryId, intoRev: into.rev });
      await again();
    });
  return (
    <Page title={t.el('same.title')}>
      <PlacesWays here="same" />
      <p class="desk-quiet">{t.el('same.what')}</p>
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {trouble !== null && (
        <ChangeProblem
          problem={trouble}
          onAgain={() => {
            forget();
            void again();
          }}
        />
      )}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {value !== null && shown.length === 0 && (
        <EmptyState title={t.el('same.none')}>{t.el('same.noneWhat')}</EmptyState>
      )}
      <ul class="places-desk">
        {shown.map(({ one, other, because }) => {
          const [left, right] = [lines.get(one.entryId), lines.get(other.entryId)];
          if (left === undefined || right === undefined) return null;
          return (
            <li key={`${one.entryId} ${other.entryId}`} class="desk-sheet">
              <p class="desk-label">{t.el(`same.because.${because}`)}</p>
              <div class="places-pair">
                <Side line={left} busy={busy} onStays={() => merge(right, left)} />
                <Side line={right} busy={busy} onStays={() => merge(left, right)} />
              </div>
              <Button look="quiet" onClick={() => setPassed(new Set([...passed, `${one.entryId} ${other.entryId}`]))}>
                {t.el('same.different')}
              </Button>
            </li>
          );
        })}
      </ul>
      {value !== null && <ByHand lines={[...lines.values()]} busy={busy} onMerge={merge} />}
    </Page>
  );
}

function Side({ line, busy, onStays }: { line: PlaceLine; busy: boolean; onStays: () => void }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { entry } = line;
  return (
    <div class="places-pair__side">
      <a class="places-desk__name" href={placesPath({ show: 'one', entryId: entry.entryId })}>
        <Bdi>{entry.name}</Bdi>
      </a>
      <p class="desk-quiet">
        {t.el(`lists:entryTypes.${entry.type}`)} · {t.el(`grades.${entry.grade}`)}
        {entry.council !== '' && (
          <>
            {' '}
            · <Bdi>{entry.council}</Bdi>
          </>
        )}
      </p>
      <p class="desk-quiet">
        {t.el('since', { when: date(language, entry.since) })} ·{' '}
        {t.el('notes', { count: line.observations + line.officeNotes })} · {t.el('visits', { count: line.visits })}
      </p>
      <Button busy={busy} onClick={onStays}>
        {t.el('same.stays')}
      </Button>
    </div>
  );
}

/** Two that no rule would find: chosen by hand. */
function ByHand(props: {
  lines: readonly PlaceLine[];
  busy: boolean;
  onMerge: (from: PlaceLine, into: PlaceLine) => void;
}) {
  const t = useText('desk-places');
  const [from, setFrom] = useState('');
  const [into, setInto] = useState('');
  const live = props.lines
    .filter(({ entry }) => entry.mergedInto === null && !entry.closed)
    .toSorted((one, other) => one.entry.name.localeCompare(other.entry.name));
  const first = live.find(({ entry }) => entry.entryId === from);
  const second = live.find(({ entry }) => entry.entryId === into);
  const options = (lines: readonly PlaceLine[]) => [
    { value: '', label: t('same.choose') },
    ...lines.map(({ entry }) => ({ value: entry.entryId as string, label: entry.name })),
  ];
  return (
    <PageSection title={t.el('same.byHand')}>
      <div class="places-filter">
        <Select label={t.el('same.goes')} value={from} options={options(live)} onChange={setFrom} />
        <Select
          label={t.el('same.into')}
          value={into}
          options={options(
            live.filter(({ entry }) => entry.entryId !== from && entry.type === (first?.entry.type ?? entry.type)),
          )}
          onChange={setInto}
        />
        <Button
          busy={props.busy}
          disabled={first === undefined || second === undefined}
          onClick={() => {
            if (first !== undefined && second !== undefined) props.onMerge(first, second);
          }}
        >
          {t.el('same.merge')}
        </Button>
      </div>
    </PageSection>
  );
}
