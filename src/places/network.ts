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
