import type { DeskNote, PlaceLine } from '../../../domain/desk-places.ts';
import type { MapMark } from '../../../map/map-props.ts';
import type { standings } from '../../../places/open.ts';

/** Entries and notes with a spot of their own, faded where it is better now. What is shielded has none, whatever its rows say. */
export function marksOf(
  places: readonly PlaceLine[],
  notes: readonly DeskNote[],
  standingOf: ReturnType<typeof standings>,
): readonly MapMark[] {
  const here = new Set(places.flatMap(({ entry }) => (entry.grade === 'shielded' ? [] : [entry.entryId])));
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
    if (note.grade === 'shielded' || (note.entryId !== null && !here.has(note.entryId))) return [];
    const urgent = note.kind === 'need' || note.kind === 'hazard';
    const tone = standingOf(note)?.open === false ? 'faded' : urgent ? 'urgent' : 'plain';
    const name = note.what === '' ? note.name : note.what;
    const id = note.entryId === null ? `${NOTE}${note.entityId}` : `${note.entryId}/${note.observationId}`;
    return [{ id, name, where: note.where, type: note.kind, tone }];
  });
  return [...entries, ...spots];
}

const NOTE = 'note:';

/** What a touched mark leads to: an entry, or the record of a note that is about none. */
export function markOpens(id: string): { readonly entryId: string } | { readonly entityId: string } {
  return id.startsWith(NOTE) ? { entityId: id.slice(NOTE.length) } : { entryId: id.split('/')[0] ?? id };
}
