import type { Venue } from '../domain/protocol.ts';
import { stricter } from './coarsen.ts';
import type { Directory, Known } from './history.ts';
import { tiesOf } from './network.ts';

/** Where a visit can start. `placeId` where it stands in the directory, so that the visit adds to its history. */
export interface VisitPlace extends Venue {
  readonly placeId?: string;
}

/**
 * Everything that can be visited, the last seen first: a group is visited where it meets, and a place brings the group
 * that meets there when it is one alone. A place that only an older server knows as a venue comes last.
 */
export function visitPlaces(directory: Directory, venues: readonly Venue[]): readonly VisitPlace[] {
  const meetings = tiesOf(directory).filter(({ how }) => how === 'meets-at');
  const lastSeenFirst = [...directory.live].sort((a, b) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? ''));
  const known = lastSeenFirst.map((one) => {
    const homes = meetings.filter(({ from }) => from === one).map(({ to }) => to);
    const guests = meetings.filter(({ to }) => to === one).map(({ from }) => from);
    return one.entry.type === 'venue' ? placeOf(one, alone(guests), one) : placeOf(alone(homes) ?? one, one, one);
  });
  return [...known, ...venues.filter(({ venueId }) => directory.find(venueId) === null)];
}

/** `of`: whose history the visit belongs to. Where place and group differ in how closely they are shown, the stricter holds. */
function placeOf(place: Known, group: Known | null, of: Known): VisitPlace {
  const isGroup = group?.entry.type === 'group' || group?.entry.type === 'community';
  return {
    venueId: of.entry.entryId,
    placeId: of.entry.entryId,
    placeName: place.entry.name,
    groupName: isGroup ? group.entry.name : '',
    setting: place.entry.setting ?? of.entry.setting ?? 'other',
    grade: stricter(place.entry.grade, group?.entry.grade ?? place.entry.grade),
    notes: of.entry.notes,
  };
}

const alone = (all: readonly Known[]): Known | null => (all.length === 1 ? (all[0] ?? null) : null);
