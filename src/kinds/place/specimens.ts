import { snap } from '../../domain/place-grid.ts';
import type { Place } from './schema.ts';

const PLAIN = { status: null, facts: {}, size: null, links: [], said: '' } satisfies Partial<Place>;
/** A made-up spot in the sea. */
const [lng, lat] = snap('area', -6.2, 49.1);

/** Plainly made-up entries, for the gallery and the tests. */
export const specimens: Record<string, Place> = {
  venue: {
    ...PLAIN,
    entryId: 'example-hall',
    type: 'venue',
    name: 'Example Street Hall',
    setting: 'community-centre',
    grade: 'area',
    where: { as: 'point', grade: 'area', points: [[lng, lat]] },
    council: 'Example Borough',
    status: 'steady',
    facts: {
      host: 'The caretaker',
      goodTimes: ['weekday-morning', 'weekday-evening'],
      access: ['step-free', 'accessible-toilet', 'bus'],
      signal: 'good',
      charging: 'yes',
      permission: { from: 'committee', on: '2026-09-14' },
    },
    links: [{ to: 'example-group', how: 'serves' }],
    source: 'own-eyes',
    said: 'The small room is quiet enough to talk.',
  },
  hidden: {
    ...PLAIN,
    entryId: 'example-meadow',
    type: 'community',
    name: 'Bluebell',
    setting: 'traveller-site',
    grade: 'shielded',
    where: { as: 'council', council: 'Example Borough' },
    council: 'Example Borough',
    status: 'new',
    facts: { languages: ['en', 'ro'], sensitivities: 'Ask at the first caravan.', notAlone: true, photos: 'never' },
    size: { about: 'about 15 families', source: 'community-leader', confidence: 'fairly' },
    source: 'community-leader',
  },
  group: {
    ...PLAIN,
    entryId: 'example-group',
    type: 'group',
    name: 'مجموعة الجمعة',
    setting: 'womens-group',
    grade: 'shielded',
    where: { as: 'nowhere' },
    council: '',
    source: 'resident',
  },
  person: {
    ...PLAIN,
    entryId: 'example-elder',
    type: 'gatekeeper',
    name: 'The elder of the Tuesday table',
    setting: null,
    grade: 'shielded',
    where: { as: 'nowhere' },
    council: '',
    links: [{ to: 'example-meadow', how: 'opens-doors' }],
    source: 'own-eyes',
  },
};
