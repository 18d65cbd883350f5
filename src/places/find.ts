import { fold } from './fold.ts';
import type { Directory, Known } from './history.ts';
import { tiesOf } from './network.ts';

/** Everything that stands in the directory, to be found by any words of its names or of what it is linked to. */
export interface Finder {
  /** What has the words in its own names first, each part in the order of the directory. No words: all. */
  find(words: string): readonly Known[];
}

export function finderOf(directory: Directory): Finder {
  const linked = new Map<Known, string[]>();
  for (const { from, to } of tiesOf(directory)) {
    linked.set(from, [...(linked.get(from) ?? []), ...to.names]);
    linked.set(to, [...(linked.get(to) ?? []), ...from.names]);
  }
  const all = directory.live.map((known) => {
    const own = fold([...known.names, known.entry.council].join('\n'));
    return { known, own, around: fold([own, ...(linked.get(known) ?? [])].join('\n')) };
  });
  return {
    find(words) {
      const wanted = fold(words)
        .split(/\s+/)
        .filter((word) => word !== '');
      if (wanted.length === 0) return directory.live;
      const has = (text: string): boolean => wanted.every((word) => text.includes(word));
      const found = all.filter(({ around }) => has(around));
      return [...found.filter(({ own }) => has(own)), ...found.filter(({ own }) => !has(own))].map(
        ({ known }) => known,
      );
    },
  };
}
