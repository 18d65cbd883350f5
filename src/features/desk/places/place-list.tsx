import { useCallback, useMemo, useState } from 'preact/hooks';
import { LISTS } from '../../../domain/lists/lists.ts';
import type { DeskNote, PlaceLine } from '../../../domain/desk-places.ts';
import { date, number } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { MapMark } from '../../../map/map-props.ts';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page } from '../frame/page.tsx';
import { placesPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { Select } from '../select.tsx';
import { lazyRoom } from '../surveys/lazy-room.tsx';
import { useAsked } from '../use-asked.ts';
import { EVERYTHING, narrowed, notedIn, type PlaceFilter } from './narrow.ts';
import { NewPlace } from './new-place.tsx';
import { PlacesWays } from './places-ways.tsx';
import { PlaceStanding } from './place-standing.tsx';

const PlacesMap = lazyRoom(async () => (await import('./places-map.tsx')).PlacesMap, ['map']);
/** So many rows at once: more come when they are asked for. */
const STEP = 100;
const NO_NOTES: readonly DeskNote[] = [];

/** Everything in the directory, as a list and, beside it, on a map. The list has all that the map has. */
export function PlaceList() {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { client, go } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.places(), [client]));
  const notes = useAsked(useCallback(() => client.placeNotes({}), [client]));
  const [filter, setFilter] = useState<PlaceFilter>(EVERYTHING);
  const [shown, setShown] = useState(STEP);
  const [adding, setAdding] = useState(false);
  const [map, setMap] = useState(false);
  const seen = notes.value?.notes ?? NO_NOTES;
  const found = useMemo(
    () => (value === null ? [] : narrowed(value.places, filter, notedIn(seen, filter), value.loadLimit)),
    [value, seen, filter],
  );
  const marks = useMemo(() => (map ? marksOf(found, seen, filter) : []), [map, found, seen, filter]);
  const change = (part: Partial<PlaceFilter>): void => {
    setFilter((before) => ({ ...before, ...part }));
    setShown(STEP);
  };
  const open = useCallback(
    (id: string) => {
      const entryId = id.split('/')[0] ?? id;
      go(placesPath({ show: 'one', entryId }));
    },
    [go],
  );
  return (
    <Page
      title={t.el('title')}
      aside={
        <Button look="main" icon="plus" onClick={() => setAdding(true)}>
          {t.el('new.open')}
        </Button>
      }
    >
      <PlacesWays here="list" />
      {problem !== null && <ProblemNotice problem={problem} onRetry={() => void again()} />}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {adding && <NewPlace onLeave={() => setAdding(false)} />}
      {value !== null && (
        <>
          <Narrow filter={filter} onChange={change} />
          <div class="places-desk__line">
            <LiveRegion visible>
              {t.el('found', { count: found.length, shown: number(language, found.length) })}
            </LiveRegion>
            <Button icon={map ? 'list' : 'place'} onClick={() => setMap(!map)}>
              {t.el(map ? 'hideMap' : 'showMap')}
            </Button>
          </div>
          {map && <PlacesMap marks={marks} onOpen={open} />}
          {found.length === 0 && <EmptyState title={t.el('none')}>{t.el('noneWhat')}</EmptyState>}
          <ul class="places-desk">
            {found.slice(0, shown).map((line) => (
              <Row key={line.entry.entryId} line={line} loadLimit={value.loadLimit} />
            ))}
          </ul>
          {found.length > shown && (
            <Button onClick={() => setShown(shown + STEP)}>
              {t.el('more', { shown: number(language, found.length - shown) })}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

function Row({ line, loadLimit }: { line: PlaceLine; loadLimit: number }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { entry } = line;
  const council = entry.where.as === 'council' ? entry.where.council : entry.council;
  return (
    <li class="places-desk__row">
      <a class="places-desk__name" href={placesPath({ show: 'one', entryId: entry.entryId })}>
        <Bdi>{entry.name}</Bdi>
      </a>
      <p class="desk-quiet">
        {t.el(`lists:entryTypes.${entry.type}`)}
        {entry.setting !== null && <> · {t.el(`lists:settings.${entry.setting}`)}</>}
        {council !== '' && (
          <>
            {' '}
            · <Bdi>{council}</Bdi>
          </>
        )}{' '}
        · {t.el(`grades.${entry.grade}`)}
      </p>
      <PlaceStanding line={line} loadLimit={loadLimit} />
      <p class="desk-quiet">
        {line.lastSeen === null ? t.el('neverSeen') : t.el('lastSeen', { when: date(language, line.lastSeen) })} ·{' '}
        {t.el('notes', { count: line.observations + line.officeNotes })} · {t.el('visits', { count: line.visits })}
      </p>
    </li>
  );
}

function Narrow({ filter, onChange }: { filter: PlaceFilter; onChange: (part: Partial<PlaceFilter>) => void }) {
  const t = useText('desk-places');
  const all = { value: 'all' as const, label: t('filter.all') };
  return (
    <search class="places-filter" aria-label={t('filter.title')}>
      <TextField
        type="search"
        label={t.el('filter.words')}
        value={filter.words}
        maxLength={120}
        onChange={(words) => onChange({ words })}
      />
      <Select
        label={t.el('filter.type')}
        value={filter.type}
        options={[all, ...LISTS.entryTypes.map((value) => ({ value, label: t(`lists:entryTypes.${value}`) }))]}
        onChange={(type) => onChange({ type })}
      />
      <Select
        label={t.el('filter.age')}
        value={filter.age}
        options={AGES.map((value) => ({ value, label: t(`ages.${value}`) }))}
        onChange={(age) => onChange({ age })}
      />
      <Select
        label={t.el('filter.kind')}
        value={filter.kind}
        options={[all, ...LISTS.noteKinds.map((value) => ({ value, label: t(`lists:noteKinds.${value}`) }))]}
        onChange={(kind) => onChange({ kind })}
      />
      <Select
        label={t.el('filter.theme')}
        value={filter.theme}
        options={[
          { value: '', label: t('filter.all') },
          ...LISTS.themes.map((value) => ({ value: value as string, label: t(`lists:themes.${value}`) })),
        ]}
        onChange={(theme) => onChange({ theme })}
      />
    </search>
  );
}

const AGES = ['all', 'fresh', 'fading', 'never', 'often', 'new', 'closed'] as const;

/** Entries and notes with a spot of their own. What is shielded has none, whatever its rows say. */
function marksOf(places: readonly PlaceLine[], notes: readonly DeskNote[], filter: PlaceFilter): readonly MapMark[] {
  const here = new Map(places.map((line) => [line.entry.entryId, line]));
  const entries = places.flatMap(({ entry, freshness }): MapMark[] =>
    entry.grade === 'shielded' || entry.where.as === 'nowhere' || entry.where.as === 'council'
      ? []
      : [
          {
            id: entry.entryId,
            name: entry.name,
            where: entry.where,
            type: entry.type,
            tone: freshness === 'fresh' ? 'plain' : 'faded',
          },
        ],
  );
  const spots = notes.flatMap((note): MapMark[] => {
    if (note.kind === 'visit' || note.where.as === 'nowhere' || note.where.as === 'council') return [];
    if (note.grade === 'shielded' || note.entryId === null || !here.has(note.entryId)) return [];
    if (filter.kind !== 'all' && note.kind !== filter.kind) return [];
    if (filter.theme !== '' && !note.themes.includes(filter.theme)) return [];
    const tone = note.kind === 'need' || note.kind === 'hazard' ? 'urgent' : 'plain';
    const name = note.what === '' ? note.name : note.what;
    return [{ id: `${note.entryId}/${note.observationId}`, name, where: note.where, type: note.kind, tone }];
  });
  return [...entries, ...spots];
}
