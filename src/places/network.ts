import type { CodeOf } from '../domain/lists/lists.ts';
import type { Directory, Known } from './history.ts';

export type LinkKind = CodeOf<'linkKinds'>;

/** One thing linked to another, as somebody told it. */
export interface Tie {
  readonly from: Known;
  readonly to: Known;
  readonly how: LinkKind;
}

/** Kinds that say the same whichever end is named first. */
const BOTH_WAYS: ReadonlySet<LinkKind> = new Set<LinkKind>(['works-with', 'related']);

/**
 * Every tie that the entries and the observations tell of, once each, merged entries resolved. A tie to what is not here,
 * to what is closed, or to itself after a merge, is left out.
 */
export function tiesOf(directory: Directory): readonly Tie[] {
  const ties = new Map<string, Tie>();
  for (const from of directory.live) {
    for (const { to: id, how } of from.links) {
      const to = directory.find(id);
      if (to === null || to === from || to.entry.closed) continue;
      const ends = [from.entry.entryId, to.entry.entryId];
      const key = `${(BOTH_WAYS.has(how) ? ends.sort() : ends).join(' ')} ${how}`;
      if (!ties.has(key)) ties.set(key, { from, to, how });
    }
  }
  return [...ties.values()];
}

/** The ties within so many steps of one entry: its own network, and not everybody's. */
export function tiesAround(ties: readonly Tie[], of: Known, steps: number): readonly Tie[] {
  let near = new Set<Known>([of]);
  for (let step = 1; step < steps; step += 1)
    near = new Set([...near, ...ties.flatMap(({ from, to }) => (near.has(from) || near.has(to) ? [from, to] : []))]);
  return ties.filter(({ from, to }) => near.has(from) || near.has(to));
}

/** Everybody these ties join, the most linked first. */
export function endsOf(ties: readonly Tie[]): readonly Known[] {
  const counts = new Map<Known, number>();
  for (const { from, to } of ties) for (const end of [from, to]) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([known]) => known);
}
