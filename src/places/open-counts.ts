import type { Directory, Known } from './history.ts';
import { openAmong, type Note } from './open.ts';

/**
 * How many needs, dangers and things in the way are open at each entry, where more is known than the directory was made of:
 * what the office keeps for itself (`beside`) opens and answers as everything else does, at the entry that counts for its own.
 */
export function openCounts(directory: Directory, beside: readonly Note[], today: string): (known: Known) => number {
  const there = new Map<string, Note[]>();
  for (const note of beside) {
    const id = note.entryId === null ? undefined : directory.find(note.entryId)?.entry.entryId;
    if (id === undefined) continue;
    const notes = there.get(id);
    if (notes === undefined) there.set(id, [note]);
    else notes.push(note);
  }
  return ({ entry, observations }) =>
    openAmong<Note>([...observations, ...(there.get(entry.entryId) ?? [])], today).length;
}
