import type { Known, Seen } from './history.ts';

/** What others noted of a place, bare visits aside, since somebody was there last. */
export interface SinceVisit {
  /** Local calendar date of that visit. */
  readonly on: string;
  /** Newest first. */
  readonly notes: readonly Seen[];
}

/** null for somebody who has not been there, as far as this tablet knows. `me` is a name of the roster. */
export function sinceVisitOf({ observations }: Known, me: string): SinceVisit | null {
  const last = observations.find(({ kind, byName }) => kind === 'visit' && byName === me);
  if (last === undefined) return null;
  return {
    on: last.on,
    notes: observations.filter(({ kind, on, byName }) => kind !== 'visit' && on > last.on && byName !== me),
  };
}
