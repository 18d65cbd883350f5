import { LISTS } from '../../domain/lists/lists.ts';
import type { EntryType, NoteKind, Where } from '../../domain/place.ts';
import type { MapMark } from '../../map/map-props.ts';
import type { Directory, Known, Seen } from '../../places/history.ts';
import { standings, type Standing } from '../../places/open.ts';

/** What can be shown on the map, each by itself: types of entries, and kinds of notes that have a spot of their own. */
export type Layer = EntryType | NoteKind;
export const LAYERS: readonly Layer[] = [...LISTS.entryTypes, ...LISTS.noteKinds];

const onMap = (where: Where): boolean => where.as !== 'nowhere' && where.as !== 'council';

/**
 * One mark for each entry and each note with a spot of its own, faded where it is better now. A shielded place has none,
 * whatever its rows say.
 */
export function marksOf(directory: Directory, today: string): readonly MapMark[] {
  return directory.live.flatMap((known) => {
    if (known.entry.grade === 'shielded') return [];
    const standingOf = standings(known.observations, today);
    const notes = known.observations.flatMap((seen) => noteMark(known, seen, standingOf(seen)));
    return onMap(known.entry.where) ? [entryMark(known), ...notes] : notes;
  });
}

/** What stands in the list and on no map: shielded, or nobody said where. */
export function unmapped(directory: Directory): readonly Known[] {
  return directory.live.filter(({ entry }) => entry.grade === 'shielded' || !onMap(entry.where));
}

function entryMark({ entry, status, freshness }: Known): MapMark {
  const tone = status === 'weak' || status === 'gone' ? 'urgent' : freshness === 'fresh' ? 'plain' : 'faded';
  return { id: entry.entryId, name: entry.name, where: entry.where, type: entry.type, tone };
}

function noteMark(
  { entry }: Known,
  { observationId, where, kind, what }: Seen,
  standing: Standing<Seen> | null,
): MapMark[] {
  if (kind === 'visit' || !onMap(where)) return [];
  const urgent = kind === 'need' || kind === 'hazard';
  const tone = standing?.open === false ? 'faded' : urgent ? 'urgent' : 'plain';
  return [{ id: `${entry.entryId}/${observationId}`, name: what === '' ? entry.name : what, where, type: kind, tone }];
}

/** The entry that a mark belongs to. */
export const entryOfMark = (id: string): string => id.split('/')[0] ?? id;
