import type { OpenPlace } from '../../../domain/desk-places.ts';
import { directoryOf, type Known } from '../../../places/history.ts';

/** The entry with what was seen of it: as tablets know it, and what was kept for the office where that is among it. */
export function knownOf(open: Pick<OpenPlace, 'entry' | 'notes'>, today: string): Known | null {
  const entry = { ...open.entry, mergedInto: null };
  const seen = open.notes.map((note) => ({ ...note, entryId: entry.entryId }));
  return directoryOf([entry], seen, [], today).find(entry.entryId);
}
