import type { Owed } from '../domain/protocol.ts';
import { fold } from './fold.ts';
import type { Directory, Known } from './history.ts';

/**
 * What is still owed to everybody in the directory, by their entry's id, the earliest due first. A promise belongs to the
 * entry that was visited when it was made, or, where it names somebody who is linked to that, to them. Where no entry is
 * known, or it names somebody else altogether, it goes by the name; where nobody has that name, it stays with the entry.
 */
export function owedByEntry(owed: readonly Owed[], directory: Directory): ReadonlyMap<string, readonly Owed[]> {
  const byEntry = new Map<string, Owed[]>();
  for (const one of owed.toSorted(byDue))
    for (const { entry } of whoIsOwed(one, directory)) {
      const list = byEntry.get(entry.entryId);
      if (list === undefined) byEntry.set(entry.entryId, [one]);
      else list.push(one);
    }
  return byEntry;
}

/** What is still owed to one entry. */
export const owedAt = (owed: readonly Owed[], known: Known, directory: Directory): readonly Owed[] =>
  owedByEntry(owed, directory).get(known.entry.entryId) ?? [];

/**
 * What to have ready where one stands: what is owed to this entry, and to anybody else who was promised something on a
 * visit to it. At the gate it is the group of the site that asks, whatever the page is of.
 */
export function owedHere(owed: readonly Owed[], known: Known, directory: Directory): readonly Owed[] {
  const own = new Set(owedAt(owed, known, directory));
  return owed
    .filter((one) => own.has(one) || (one.placeId !== undefined && directory.find(one.placeId) === known))
    .toSorted(byDue);
}

function whoIsOwed({ groupName, placeName, placeId }: Owed, directory: Directory): readonly Known[] {
  const group = plain(groupName);
  const visited = placeId === undefined ? null : directory.find(placeId);
  if (visited !== null && group === '') return [visited];
  const called = namesIn(directory).get(group === '' ? plain(placeName) : group) ?? [];
  if (visited === null) return called;
  if (called.includes(visited)) return [visited];
  const near = called.filter((one) => isLinked(one, visited, directory) || isLinked(visited, one, directory));
  return [near, called].find(({ length }) => length > 0) ?? [visited];
}

const isLinked = (from: Known, to: Known, directory: Directory): boolean =>
  from.links.some((link) => directory.find(link.to) === to);

const indexes = new WeakMap<Directory, ReadonlyMap<string, readonly Known[]>>();

/** Who has which name, read once for each directory. */
function namesIn(directory: Directory): ReadonlyMap<string, readonly Known[]> {
  const ready = indexes.get(directory);
  if (ready !== undefined) return ready;
  const index = new Map<string, Known[]>();
  for (const known of [...directory.live, ...directory.closed])
    for (const name of new Set(known.names.map(plain))) {
      const list = index.get(name);
      if (list === undefined) index.set(name, [known]);
      else list.push(known);
    }
  // A place without a name is nobody's.
  index.delete('');
  indexes.set(directory, index);
  return index;
}

const byDue = (a: Owed, b: Owed): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
const plain = (name: string): string => fold(name).trim();
