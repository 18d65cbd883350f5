import { useCallback, useMemo, useState } from 'preact/hooks';
import { MAX_NOTES, type DeskNote, type PlaceLine } from '../../../domain/desk-places.ts';
import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { standings } from '../../../places/open.ts';
import { Button } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { localDay } from '../../local-day.ts';
import { useDesk } from '../desk-context.ts';
import { Moment } from '../frame/moment.tsx';
import { Page } from '../frame/page.tsx';
import { inboxPath, placesPath } from '../place.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { lazyRoom } from '../surveys/lazy-room.tsx';
import { useAsked } from '../use-asked.ts';
import { LooseNotes } from './loose-notes.tsx';
import { markOpens, marksOf } from './marks-of.ts';
import { NarrowPlaces } from './narrow-places.tsx';
import { listed, looseNotes, narrowed, notedIn, notesThatFit, type PlaceFilter } from './narrow.ts';
import { NewPlace } from './new-place.tsx';
import { PlaceRow } from './place-row.tsx';
import { PlacesWays } from './places-ways.tsx';
import { useCalm } from './use-calm.ts';
import { NEW_PLACE } from './use-place-edit.ts';

const PlacesMap = lazyRoom(async () => (await import('./places-map.tsx')).PlacesMap, ['map']);
/** So many rows at once: more come when they are asked for. */
const STEP = 100;
/** The map follows the list when nobody has typed for so long. */
const CALM_MS = 250;
const NO_NOTES: readonly DeskNote[] = [];
const NO_PLACES: readonly PlaceLine[] = [];
/** Room for the map beside the list: there it is open from the start. */
const ROOM_FOR_BOTH = '(min-width: 75rem)';

/** Everything in the directory, as a list and, beside it, on a map. The list has all that the map has. */
export function PlaceList(props: { filter: PlaceFilter; onFilter: (filter: PlaceFilter) => void }) {
  const { filter } = props;
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { client, edits, go, me } = useDesk();
  const { value, problem, again } = useAsked(useCallback(() => client.places(), [client]));
  const notes = useAsked(useCallback(() => client.placeNotes({ limit: MAX_NOTES }), [client]));
  const [shown, setShown] = useState(STEP);
  const [adding, setAdding] = useState(() => edits.get(me.actorId, NEW_PLACE) !== null);
  const [wide] = useState(() => matchMedia(ROOM_FOR_BOTH).matches);
  const [map, setMap] = useState(wide);
  const all = useMemo(() => listed(value?.places ?? NO_PLACES), [value]);
  const groups = useMemo(
    () => all.map(({ line }) => line).filter(({ entry }) => GROUPS.has(entry.type) && !entry.closed),
    [all],
  );
  const standingOf = useMemo(() => standings(notes.value?.notes ?? NO_NOTES, localDay(Date.now())), [notes.value]);
  const fitting = useMemo(() => notesThatFit(notes.value?.notes ?? NO_NOTES, filter), [notes.value, filter]);
  const found = useMemo(
    () => narrowed(all, filter, notedIn(fitting, filter), value?.loadLimit ?? 0),
    [all, fitting, filter, value],
  );
  const loose = useMemo(() => looseNotes(fitting, filter), [fitting, filter]);
  const shownNow = useMemo(() => ({ found, fitting, loose }), [found, fitting, loose]);
  const onMap = useCalm(shownNow, CALM_MS);
  const marks = useMemo(() => {
    if (!map) return [];
    return marksOf(
      onMap.found,
      [...onMap.fitting.filter(({ entryId }) => entryId !== null), ...onMap.loose],
      standingOf,
    );
  }, [map, onMap, standingOf]);
  const change = (part: Partial<PlaceFilter>): void => {
    props.onFilter({ ...filter, ...part });
    setShown(STEP);
  };
  const open = useCallback(
    (id: string) => {
      const to = markOpens(id);
      go('entryId' in to ? placesPath({ show: 'one', entryId: to.entryId }) : inboxPath({}, to.entityId));
    },
    [go],
  );
  // Beside the list it comes after it, for the keyboard too; on a small screen it stands above.
  const ground = map && (
    <div class="places-both__map">
      <PlacesMap marks={marks} onOpen={open} />
    </div>
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
      {notes.problem !== null && <ProblemNotice problem={notes.problem} onRetry={() => void notes.again()} />}
      {value === null && problem === null && <Moment>{t.el('loading')}</Moment>}
      {adding && <NewPlace onLeave={() => setAdding(false)} />}
      {value !== null && (
        <>
          <NarrowPlaces filter={filter} groups={groups} onChange={change} />
          <div class="places-desk__line">
            <LiveRegion visible>
              {t.el('found', { count: found.length, shown: number(language, found.length) })}
            </LiveRegion>
            <Button icon={map ? 'list' : 'place'} onClick={() => setMap(!map)}>
              {t.el(map ? 'hideMap' : 'showMap')}
            </Button>
          </div>
          <div class={map ? 'places-both' : 'places-one'}>
            {!wide && ground}
            <div class="places-both__list">
              {found.length === 0 && <EmptyState title={t.el('none')}>{t.el('noneWhat')}</EmptyState>}
              <ul class="places-desk" aria-label={t('listLabel')}>
                {found.slice(0, shown).map((line) => (
                  <PlaceRow key={line.entry.entryId} line={line} loadLimit={value.loadLimit} />
                ))}
              </ul>
              {found.length > shown && (
                <Button onClick={() => setShown(shown + STEP)}>
                  {t.el('more', { shown: number(language, found.length - shown) })}
                </Button>
              )}
              <LooseNotes notes={loose} />
            </div>
            {wide && ground}
          </div>
        </>
      )}
    </Page>
  );
}

const GROUPS: ReadonlySet<string> = new Set(['group', 'network', 'community']);
