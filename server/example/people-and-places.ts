import type { Role } from '../../src/domain/roles.ts';
import type { Venue } from '../../src/domain/protocol.ts';

/** Nobody here is real, and no place either. The numbers are from the range kept for stories (Ofcom). */
export const EXAMPLE_ORGANISATION = 'Listening Together (example)';
export const EXAMPLE_PASSWORD = 'only-an-example';

export const EXAMPLE_PEOPLE: readonly { key: string; displayName: string; role: Role; loginName: string | null }[] = [
  { key: 'admin', displayName: 'Ada Example', role: 'admin', loginName: 'ada' },
  { key: 'lead', displayName: 'Lee Example', role: 'lead', loginName: 'lee' },
  { key: 'staff', displayName: 'Sam Example', role: 'staff', loginName: 'sam' },
  { key: 'bea', displayName: 'Bea', role: 'champion', loginName: null },
  { key: 'tom', displayName: 'Tom', role: 'champion', loginName: null },
  { key: 'hana', displayName: 'Hana', role: 'volunteer', loginName: null },
];

export const EXAMPLE_VENUES: readonly Venue[] = [
  {
    venueId: 'example-elm-tree',
    placeName: 'Elm Tree Park',
    groupName: 'Elm Tree families',
    setting: 'traveller-site',
    grade: 'shielded',
    notes: 'Park by the gate and wait to be met. Never after dark.',
  },
  {
    venueId: 'example-harbour-hall',
    placeName: 'Harbour Street hall',
    groupName: 'Friday sisters',
    setting: 'mosque',
    grade: 'open',
    notes: 'Shoes off. After prayers, from two.',
  },
  {
    venueId: 'example-mill-lane',
    placeName: 'Mill Lane Community Centre',
    groupName: 'Tuesday lunch club',
    setting: 'lunch-club',
    grade: 'open',
    notes: 'Step-free by the side door.',
  },
  {
    venueId: 'example-orchard-house',
    placeName: 'Orchard House',
    groupName: 'Orchard residents',
    setting: 'hostel',
    grade: 'shielded',
    notes: 'Ask for the duty worker. Say nothing about the place in a record.',
  },
];

export const EXAMPLE_PHONES = [
  { id: 'lead', label: 'Safeguarding lead (example)', number: '07700 900123', confirmed: true },
  { id: 'deputy', label: 'Deputy lead (example)', number: '07700 900456', confirmed: false },
] as const;
