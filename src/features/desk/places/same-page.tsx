import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { PlaceLine } from '../../../domain/desk-places.ts';
import type { DirectoryEntry } from '../../../domain/directory.ts';
import { date } from '../../../i18n/dates.ts';
import { Bdi, isolate } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { maybeSame } from '../../../places/duplicates.ts';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page, PageSection } from '../frame/page.tsx';
import { placesPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct, useAsked } from '../use-asked.ts';
import { ChangeProblem } from './change-problem.tsx';
import { FindEntry } from './find-entry.tsx';
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
  const [merged, setMerged] = useState<{ from: DirectoryEntry; into: DirectoryEntry } | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => new Map((value?.places ?? []).map((line) => [line.entry.entryId, line])), [value]);
  const pairs = useMemo(() => maybeSame((value?.places ?? []).map(({ entry }) => entry)), [value]);
  const shown = pairs.filter(({ one, other }) => !passed.has(`${one.entryId} ${other.entryId}`)).slice(0, MOST);
  const merge = (from: PlaceLine, into: PlaceLine): void =>
    void act(async () => {
      setMerged(null);
      const { entryId } = into.entry;
      await client.mergePlace(from.entry.entryId, { rev: from.rev, into: entryId, intoRev: into.rev });
      await again();
      setMerged({ from: from.entry, into: into.entry });
      told.current?.focus();
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
      <div ref={told} tabIndex={-1}>
        <LiveRegion visible>
          {merged !== null && (
            <p>
              {t.el('same.merged', { from: isolate(merged.from.name), into: isolate(merged.into.name) })}{' '}
              <a class="places-link" href={placesPath({ show: 'one', entryId: merged.from.entryId })}>
                {t.el('same.takeBack')}
              </a>
            </p>
          )}
        </LiveRegion>
      </div>
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
      {value !== null && <ByHand lines={value.places} busy={busy} onMerge={merge} />}
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
  const live = useMemo(
    () => props.lines.filter(({ entry }) => entry.mergedInto === null && !entry.closed),
    [props.lines],
  );
  const first = live.find(({ entry }) => entry.entryId === from);
  const others = useMemo(
    () => live.filter(({ entry }) => entry.entryId !== from && entry.type === (first?.entry.type ?? entry.type)),
    [live, from, first],
  );
  const second = others.find(({ entry }) => entry.entryId === into);
  return (
    <PageSection title={t.el('same.byHand')}>
      <div class="places-filter">
        <FindEntry label={t.el('same.goes')} lines={live} value={from} onChange={setFrom} />
        <FindEntry label={t.el('same.into')} lines={others} value={into} onChange={setInto} />
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
