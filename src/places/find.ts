import { fold } from './fold.ts';
import type { Directory, Known } from './history.ts';

/** Everything that stands in the directory, to be found by any word of its names or of what it is linked to. */
export interface Finder {
  /** In the order of the directory. No words: all. */
  find(words: string): readonly Known[];
}

export function finderOf(directory: Directory): Finder {
  const haystacks = directory.live.map((known) => {
    const linked = known.links.flatMap(({ to }) => directory.find(to)?.names ?? []);
    return fold([...known.names, known.entry.council, ...linked].join('\n'));
  });
  return {
    find(words) {
      const wanted = fold(words)
        .split(/\s+/)
        .filter((word) => word !== '');
      if (wanted.length === 0) return directory.live;
      return directory.live.filter((_, at) => wanted.every((word) => haystacks[at]?.includes(word)));
    },
  };
}
