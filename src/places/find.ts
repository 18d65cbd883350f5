import { fold } from './fold.ts';
import type { Directory, Known } from './history.ts';
import { tiesOf } from './network.ts';

/** Everything that stands in the directory, to be found by any words of its names or of what it is linked to. */
export interface Finder {
  /** What has the words in its own names first, each part in the order of the directory. No words: all. */
  find(words: string): readonly Known[];
}

export function finderOf(directory: Directory): Finder {
  let index: readonly Findable[] | null = null;
  return {
    find(words) {
      const wanted = fold(words)
        .split(/\s+/)
        .filter((word) => word !== '');
      if (wanted.length === 0) return directory.live;
      // Made for the first word that is looked for: the list that everybody opens needs none.
      index ??= indexOf(directory);
      const has = (text: string): boolean => wanted.every((word) => text.includes(word));
      const found = index.filter(({ around }) => has(around));
      return [...found.filter(({ own }) => has(own)), ...found.filter(({ own }) => !has(own))].map(
        ({ known }) => known,
      );
    },
  };
}

/** Folded once: its own names, and those with what it is linked to. */
interface Findable {
  readonly known: Known;
  readonly own: string;
  readonly around: string;
}

function indexOf(directory: Directory): readonly Findable[] {
  const linked = new Map<Known, string[]>();
  for (const { from, to } of tiesOf(directory)) {
    linked.set(from, [...(linked.get(from) ?? []), ...to.names]);
    linked.set(to, [...(linked.get(to) ?? []), ...from.names]);
  }
  return directory.live.map((known) => {
    const own = fold([...known.names, known.entry.council].join('\n'));
    return { known, own, around: fold([own, ...(linked.get(known) ?? [])].join('\n')) };
  });
}
