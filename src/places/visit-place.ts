import type { Venue } from '../domain/protocol.ts';
import { stricter } from './coarsen.ts';
import type { Directory, Known } from './history.ts';
import { tiesOf } from './network.ts';

/** Where a visit can start. `placeId` where it stands in the directory, so that the visit adds to its history. */
export interface VisitPlace extends Venue {
  readonly placeId?: string;
  /** Everybody who is visited, the place and the group: what is known of each holds. */
  readonly about: readonly Known[];
}

/**
 * Everything that can be visited, the last seen first. A place and the one group that meets there and nowhere else are one
 * visit, to the place; other groups are visited by themselves. So is the entry named by `wanted`, whose history then gets
 * the visit. A place that only an older server knows as a venue comes last.
 */
export function visitPlaces(
  directory: Directory,
  venues: readonly Venue[],
  wanted: string | null = null,
): readonly VisitPlace[] {
  const meetings = tiesOf(directory).filter(({ from, to, how }) => how === 'meets-at' && isGroup(from) && isVenue(to));
  const homesOf = (group: Known): Known[] => meetings.filter(({ from }) => from === group).map(({ to }) => to);
  const guestsOf = (venue: Known): Known[] => meetings.filter(({ to }) => to === venue).map(({ from }) => from);
  /** The group that a place stands for. */
  const partner = (venue: Known): Known | null => {
    const [guest, ...more] = guestsOf(venue);
    const alone = guest !== undefined && more.length === 0 && homesOf(guest).length === 1;
    return alone && guest.entry.entryId !== wanted ? guest : null;
  };
  const stoodFor = new Set(directory.live.filter(isVenue).map(partner));
  const known = [...directory.live]
    .sort((a, b) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? ''))
    .filter((one) => !stoodFor.has(one))
    .map((one) => {
      if (isVenue(one)) return placeOf(one, one, partner(one));
      const [home, ...more] = homesOf(one);
      return placeOf(one, home !== undefined && more.length === 0 ? home : one, one);
    });
  const others = venues.filter(({ venueId }) => directory.find(venueId) === null);
  return [...known, ...others.map((venue) => ({ ...venue, about: [] }))];
}

/** `of`: whose history the visit belongs to. Where place and group differ in how closely they are shown, the stricter holds. */
function placeOf(of: Known, place: Known, group: Known | null): VisitPlace {
  return {
    venueId: of.entry.entryId,
    placeId: of.entry.entryId,
    placeName: place.entry.name,
    groupName: group !== null && isGroup(group) ? group.entry.name : '',
    setting: place.entry.setting ?? of.entry.setting ?? 'other',
    grade: stricter(place.entry.grade, group?.entry.grade ?? place.entry.grade),
    notes: of.entry.notes,
    about: [...new Set([place, ...(group === null ? [] : [group])])],
  };
}

const isVenue = ({ entry }: Known): boolean => entry.type === 'venue';
const isGroup = ({ entry }: Known): boolean => entry.type === 'group' || entry.type === 'community';
