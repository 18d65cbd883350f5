import type { DirectoryEntry } from '../../src/domain/directory.ts';
import { snap, type MappedGrade } from '../../src/domain/place-grid.ts';
import { NOWHERE, type Where } from '../../src/domain/place.ts';

/**
 * Where the example's team goes. Nobody here is real: the spots are cells around a harbour, chosen without looking at what
 * stands there, and the two shielded places have none at all.
 */
const COUNCIL = 'Bristol';
const at = (grade: MappedGrade, lng: number, lat: number): Where => {
  const [east, north] = snap(grade, lng, lat);
  return { as: 'point', grade, points: [[east, north]] };
};
const around = (...spots: readonly [number, number][]): Where => ({
  as: 'area',
  grade: 'area',
  points: spots.map(([lng, lat]) => {
    const [east, north] = snap('area', lng, lat);
    return [east, north];
  }),
});

type Written = Pick<DirectoryEntry, 'entryId' | 'type' | 'name' | 'grade' | 'where'> & Partial<DirectoryEntry>;

/** As staff have agreed it. `since` is filled in when the example is made. */
const WRITTEN: readonly Written[] = [
  {
    entryId: 'example-elm-tree',
    type: 'venue',
    // A code name.
    name: 'Elm Tree Park',
    setting: 'traveller-site',
    grade: 'shielded',
    where: { as: 'council', council: COUNCIL },
    notes: 'Park by the gate and wait to be met. Never after dark.',
    facts: {
      host: 'Whoever meets you at the gate',
      languages: ['en'],
      goodTimes: ['weekday-afternoon', 'weekend-afternoon'],
      timesNote: 'Not on a Monday: the men are away with the lorries.',
      signal: 'weak',
      charging: 'no',
      photos: 'never',
      notAlone: true,
      permission: { from: 'elder', note: 'Asked again every spring' },
    },
  },
  {
    entryId: 'example-elm-tree-families',
    type: 'group',
    name: 'Elm Tree families',
    setting: 'traveller-site',
    grade: 'shielded',
    where: NOWHERE,
    status: 'steady',
    facts: { whoMeets: 'Nineteen families, three generations', languages: ['en'] },
    size: { about: 'About 70 people', source: 'community-leader', confidence: 'fairly' },
    culture: [
      { says: 'Wipe your feet and take the tea.', approvedBy: 'Two of the grandmothers', on: '2026-03-12' },
      {
        says: 'Speak to the older women first. Never write in front of anybody until they say so.',
        approvedBy: 'Two of the grandmothers',
        on: '2026-03-12',
      },
    ],
    askable: [{ who: 'The grandmother at pitch three', how: 'Ask at the gate', entry: null }],
    links: [
      { to: 'example-elm-tree', how: 'meets-at' },
      { to: 'example-travelling-people', how: 'part-of' },
    ],
  },
  {
    entryId: 'example-travelling-people',
    type: 'community',
    name: 'Travelling families in and around the city',
    grade: 'shielded',
    where: { as: 'council', council: COUNCIL },
    status: 'growing',
    facts: { languages: ['en', 'ga'], sensitivities: 'Evictions are in the news: do not ask where people came from.' },
    size: { about: 'About 300 people on five sites', source: 'partner', confidence: 'guess' },
    culture: [
      {
        says: 'Ask what people call themselves. Not everybody who travels says Traveller.',
        approvedBy: 'The forum of travelling families (example)',
        on: '2026-02-01',
      },
    ],
  },
  {
    entryId: 'example-harbour-hall',
    type: 'venue',
    name: 'Harbour Street hall',
    setting: 'mosque',
    grade: 'open',
    where: at('open', -2.6021, 51.4497),
    notes: 'Shoes off. After prayers, from two.',
    facts: {
      host: 'The caretaker, side door',
      languages: ['ar', 'so', 'ur', 'en'],
      goodTimes: ['weekday-afternoon', 'weekday-evening'],
      access: ['step-free', 'womens-space', 'prayer-space'],
      signal: 'good',
      charging: 'yes',
      photos: 'ask-first',
      permission: { from: 'committee' },
    },
  },
  {
    entryId: 'example-friday-sisters',
    type: 'group',
    name: 'Friday sisters',
    setting: 'mosque',
    grade: 'open',
    where: NOWHERE,
    status: 'growing',
    facts: {
      whoMeets: 'Women of all ages, after Friday prayers',
      languages: ['ar', 'so'],
      goodTimes: ['weekday-afternoon'],
    },
    size: { about: '15 to 25 women', source: 'own-eyes', confidence: 'sure' },
    culture: [{ says: 'Women visitors only. No photos of people.', approvedBy: 'The sisters', on: '2026-05-08' }],
    links: [
      { to: 'example-harbour-hall', how: 'meets-at' },
      { to: 'example-door-to-door', how: 'part-of' },
    ],
  },
  {
    entryId: 'example-idris',
    type: 'gatekeeper',
    name: 'Uncle Idris',
    setting: 'mosque',
    grade: 'open',
    where: NOWHERE,
    facts: { languages: ['so', 'ar', 'en'], permission: { from: 'faith-leader' } },
    askable: [{ who: 'Uncle Idris', how: 'Ring first, never during prayers', entry: 'example-idris' }],
    links: [
      { to: 'example-friday-sisters', how: 'opens-doors' },
      { to: 'example-barton-mothers', how: 'opens-doors' },
    ],
  },
  {
    entryId: 'example-mill-lane',
    type: 'venue',
    name: 'Mill Lane Community Centre',
    setting: 'lunch-club',
    grade: 'open',
    where: at('open', -2.5813, 51.4581),
    notes: 'Step-free by the side door.',
    facts: {
      host: 'Grace at the desk',
      languages: ['en'],
      goodTimes: ['weekday-morning', 'weekday-afternoon'],
      access: ['step-free', 'accessible-toilet', 'hearing-loop', 'parking'],
      signal: 'good',
      charging: 'yes',
      photos: 'things-only',
    },
  },
  {
    entryId: 'example-lunch-club',
    type: 'group',
    name: 'Tuesday lunch club',
    setting: 'lunch-club',
    grade: 'open',
    where: NOWHERE,
    status: 'steady',
    facts: { whoMeets: 'Older people, many on their own', languages: ['en', 'pl'], goodTimes: ['weekday-afternoon'] },
    size: { about: 'About 30', source: 'own-eyes', confidence: 'sure' },
    links: [
      { to: 'example-mill-lane', how: 'meets-at' },
      { to: 'example-door-to-door', how: 'part-of' },
    ],
  },
  {
    entryId: 'example-orchard-house',
    type: 'venue',
    name: 'Orchard House',
    setting: 'hostel',
    grade: 'shielded',
    where: NOWHERE,
    notes: 'Ask for the duty worker. Say nothing about the place in a record.',
    facts: { host: 'The duty worker', photos: 'never', notAlone: true, goodTimes: ['weekday-evening'] },
  },
  {
    entryId: 'example-orchard-residents',
    type: 'group',
    name: 'Orchard residents',
    setting: 'hostel',
    grade: 'shielded',
    where: NOWHERE,
    facts: { languages: ['en', 'ti', 'fa'] },
    links: [{ to: 'example-orchard-house', how: 'meets-at' }],
  },
  {
    entryId: 'example-quay-library',
    type: 'venue',
    name: 'Quay Library',
    setting: 'library',
    grade: 'open',
    where: at('open', -2.5952, 51.4554),
    facts: { languages: ['en'], goodTimes: ['weekend-morning'], access: ['step-free', 'quiet-room'], charging: 'yes' },
  },
  {
    entryId: 'example-barton-mothers',
    type: 'group',
    name: 'Barton mothers’ circle',
    grade: 'area',
    where: at('area', -2.5602, 51.4702),
    facts: {
      whoMeets: 'Mothers with small children',
      languages: ['so'],
      goodTimes: ['weekday-morning', 'weekday-evening'],
    },
    size: { about: 'A dozen', source: 'professional', confidence: 'guess' },
    links: [{ to: 'example-east-side', how: 'part-of' }],
  },
  {
    entryId: 'example-east-side',
    type: 'community',
    name: 'Somali families of the east side',
    grade: 'area',
    where: around([-2.5702, 51.4602], [-2.5502, 51.4602], [-2.5502, 51.4802], [-2.5702, 51.4802]),
    status: 'steady',
    facts: { languages: ['so', 'en'], goodTimes: ['weekday-evening', 'weekend-afternoon'] },
    size: { about: 'Some 900 families', source: 'document', confidence: 'fairly' },
    culture: [
      {
        says: 'News travels by voice message. A leaflet is thrown away.',
        approvedBy: 'Barton mothers’ circle',
        on: '2025-11-20',
      },
    ],
  },
  {
    entryId: 'example-door-to-door',
    type: 'network',
    name: 'Door to Door',
    alsoCalled: ['D2D'],
    grade: 'area',
    where: NOWHERE,
    status: 'weak',
    facts: { whoMeets: 'Volunteers who look in on neighbours', languages: ['en'] },
    askable: [{ who: 'Uncle Idris', how: 'He knows who still has keys', entry: 'example-idris' }],
  },
];

/** Every entry as it stands in the directory, written down on this day. */
export function examplePlaces(since: string): readonly DirectoryEntry[] {
  return WRITTEN.map((one) => ({
    alsoCalled: [],
    setting: null,
    council: COUNCIL,
    status: null,
    facts: {},
    size: null,
    notes: '',
    culture: [],
    askable: [],
    links: [],
    mergedInto: null,
    closed: false,
    checked: true,
    since,
    ...one,
  }));
}
