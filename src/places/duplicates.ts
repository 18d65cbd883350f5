import type { DirectoryEntry } from '../domain/directory.ts';
import { fold } from './fold.ts';

/** Two entries that may be one and the same. */
export interface MaybeSame {
  readonly one: DirectoryEntry;
  readonly other: DirectoryEntry;
  /** `name`: they are called the same. `spot`: nearly the same name, in one cell or council area. */
  readonly because: 'name' | 'spot';
}

/** Words that many names share: alone they make nothing the same. */
const COMMON = new Set([
  'the',
  'of',
  'and',
  'at',
  'in',
  'a',
  'st',
  'saint',
  'hall',
  'centre',
  'center',
  'group',
  'club',
]);

const wordsOf = (name: string): readonly string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
const nameKey = (name: string): string => wordsOf(name).toSorted().join(' ');

function spotOf({ where, council }: DirectoryEntry): string | null {
  if (where.as === 'point') return String(where.points[0]);
  const area = where.as === 'council' ? where.council : council;
  return area.trim() === '' ? null : fold(area.trim());
}

/** At least half of the telling words are in both names. */
function nearlyNamed(one: DirectoryEntry, other: DirectoryEntry): boolean {
  const telling = (entry: DirectoryEntry): Set<string> =>
    new Set([entry.name, ...entry.alsoCalled].flatMap(wordsOf).filter((word) => !COMMON.has(word)));
  const mine = telling(one);
  const theirs = telling(other);
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(mine.size, theirs.size);
}

/**
 * Live entries of one type that staff should look at side by side, by name. Never merged by themselves: two halls may
 * well have one name. Compared only within one name or one spot, so that ten thousand entries take no time.
 */
export function maybeSame(entries: readonly DirectoryEntry[]): readonly MaybeSame[] {
  const live = entries.filter(({ mergedInto, closed }) => mergedInto === null && !closed);
  const found = new Map<string, MaybeSame>();
  const compare = (heaps: Iterable<readonly DirectoryEntry[]>, because: MaybeSame['because']): void => {
    for (const heap of heaps)
      for (const [at, one] of heap.entries())
        for (const other of heap.slice(at + 1)) {
          if (one.type !== other.type || one.entryId === other.entryId) continue;
          if (because === 'spot' && !nearlyNamed(one, other)) continue;
          const key = [one.entryId, other.entryId].toSorted().join(' ');
          if (!found.has(key)) found.set(key, { one, other, because });
        }
  };
  compare(
    heapsOf(live, ({ name, alsoCalled }) => [name, ...alsoCalled].map(nameKey)),
    'name',
  );
  compare(
    heapsOf(live, (entry) => {
      const spot = spotOf(entry);
      return spot === null ? [] : [...new Set(wordsOf(entry.name))].map((word) => `${spot} ${word}`);
    }),
    'spot',
  );
  return [...found.values()].toSorted((a, b) => a.one.name.localeCompare(b.one.name));
}

function heapsOf(
  entries: readonly DirectoryEntry[],
  keysOf: (entry: DirectoryEntry) => readonly string[],
): Iterable<readonly DirectoryEntry[]> {
  const heaps = new Map<string, DirectoryEntry[]>();
  for (const entry of entries)
    for (const key of new Set(keysOf(entry))) if (key !== '') heaps.set(key, [...(heaps.get(key) ?? []), entry]);
  return heaps.values();
}
