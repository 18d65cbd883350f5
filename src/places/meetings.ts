import type { EntryType } from '../domain/place.ts';

/** As much of an entry as says where it meets. */
export interface Meets {
  readonly id: string;
  readonly type: EntryType;
  readonly closed: boolean;
  /** Ids of what it is said to meet at. */
  readonly at: readonly string[];
}

/**
 * Groups that meet at one place alone, where nobody else meets: whoever visits the place visits the group. By the group's
 * id; the server offers and counts such visits the same way.
 */
export function soleHomes(all: readonly Meets[]): ReadonlyMap<string, string> {
  const open = new Map(all.filter(({ closed }) => !closed).map((one) => [one.id, one]));
  const homes = new Map<string, ReadonlySet<string>>();
  const guests = new Map<string, number>();
  for (const { id, type, at } of open.values()) {
    if (type !== 'group' && type !== 'community') continue;
    const venues = new Set(at.filter((venue) => open.get(venue)?.type === 'venue'));
    homes.set(id, venues);
    for (const venue of venues) guests.set(venue, (guests.get(venue) ?? 0) + 1);
  }
  const sole = new Map<string, string>();
  for (const [id, venues] of homes) {
    const [home, ...more] = venues;
    if (home !== undefined && more.length === 0 && guests.get(home) === 1) sole.set(id, home);
  }
  return sole;
}
