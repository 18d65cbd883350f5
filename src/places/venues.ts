import type { DirectoryEntry } from '../domain/directory.ts';
import type { Venue } from '../domain/protocol.ts';

/** More merges in a row than anybody makes: a ring of them ends here. */
const MOST_MERGES = 20;

/**
 * Where a visit can start, out of the directory: every venue, with the group that meets there when it is one alone, and
 * every group that meets at none of them. What is closed, or turned out to be another one, is not visited.
 */
export function venuesOf(entries: readonly DirectoryEntry[]): readonly Venue[] {
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  const live = entries.filter(({ closed, mergedInto }) => !closed && mergedInto === null);
  const groupsAt = new Map<string, DirectoryEntry[]>();
  const homeless: DirectoryEntry[] = [];
  for (const group of live.filter(({ type }) => type === 'group')) {
    const homes = new Set(
      group.links
        .filter(({ how }) => how === 'meets-at')
        .map(({ to }) => standsFor(to, byId))
        .filter((to) => to?.type === 'venue' && !to.closed)
        .map((to) => to?.entryId ?? ''),
    );
    if (homes.size === 0) homeless.push(group);
    for (const home of homes) groupsAt.set(home, [...(groupsAt.get(home) ?? []), group]);
  }
  const venues = live
    .filter(({ type }) => type === 'venue')
    .map((place) => {
      const groups = groupsAt.get(place.entryId) ?? [];
      return venueOf(place, groups.length === 1 ? (groups[0]?.name ?? '') : '');
    });
  return [...venues, ...homeless.map((group) => venueOf(group, group.name))];
}

/** The entry that counts for this id now, after all merges; null where there is none. */
export function standsFor(entryId: string, byId: ReadonlyMap<string, DirectoryEntry>): DirectoryEntry | null {
  let found = byId.get(entryId) ?? null;
  for (let merges = 0; found !== null && found.mergedInto !== null && merges < MOST_MERGES; merges += 1)
    found = byId.get(found.mergedInto) ?? null;
  return found === null || found.mergedInto !== null ? null : found;
}

function venueOf({ entryId, name, setting, grade, notes, facts }: DirectoryEntry, groupName: string): Venue {
  return {
    venueId: entryId,
    placeName: name,
    groupName,
    setting: setting ?? 'other',
    grade,
    notes: notes === '' ? (facts.sensitivities ?? '') : notes,
  };
}
