import type { MapNote } from './schema.ts';

const PLAIN = {
  themes: [],
  status: null,
  facts: {},
  link: null,
  where: { as: 'nowhere' as const },
  sheet: null,
  share: 'team' as const,
} satisfies Partial<MapNote>;

/** Plainly made-up notes, for the gallery and the tests. */
export const specimens: Record<string, MapNote> = {
  quick: {
    ...PLAIN,
    observationId: '7d5f3c52-1f0b-4d0f-8a57-0b1d9a6e0001',
    about: { entryId: 'example-meadow', name: 'Bluebell' },
    kind: 'hazard',
    said: 'The tap by the gate runs only in the morning.',
    source: 'own-eyes',
    grade: 'shielded',
  },
  full: {
    ...PLAIN,
    observationId: '7d5f3c52-1f0b-4d0f-8a57-0b1d9a6e0002',
    about: { entryId: 'example-library', name: 'Central Library' },
    kind: 'trusted-place',
    themes: ['language-interpreting', 'loneliness'],
    said: 'Women come here on Fridays because the children may stay in the reading corner.',
    status: 'growing',
    facts: {
      whoMeets: 'Mothers with small children, on Fridays',
      host: 'The librarian of the children’s corner',
      languages: ['ar', 'so'],
      goodTimes: ['weekday-morning'],
      timesNote: 'Not during Friday prayers',
      access: ['step-free', 'baby-changing'],
      signal: 'weak',
      charging: 'yes',
      sensitivities: 'Ask the group before sitting down with them.',
      photos: 'things-only',
      notAlone: false,
      permission: { from: 'host', on: '2026-10-02', note: 'Until the new year' },
    },
    link: { to: 'example-group', how: 'serves' },
    source: 'resident',
    grade: 'open',
  },
  spot: {
    ...PLAIN,
    observationId: '7d5f3c52-1f0b-4d0f-8a57-0b1d9a6e0003',
    about: null,
    kind: 'barrier',
    said: 'طريق الحافلة مقطوع، فلا يصل أحد إلى العيادة سيرًا.',
    source: 'professional',
    grade: 'area',
    where: { as: 'council', council: 'Example Borough' },
    share: 'office',
  },
  plan: {
    ...PLAIN,
    observationId: '7d5f3c52-1f0b-4d0f-8a57-0b1d9a6e0004',
    about: { entryId: 'example-meadow', name: 'Bluebell' },
    kind: 'how-to-find',
    said: '',
    source: 'resident',
    grade: 'shielded',
    sheet: {
      photo: null,
      shape: 1.3333,
      marks: [
        { as: 'pin', points: [[240, 610]], says: 'Tap' },
        {
          as: 'line',
          points: [
            [100, 900],
            [320, 700],
            [500, 420],
          ],
          says: 'Way from the gate',
        },
        {
          as: 'area',
          points: [
            [560, 200],
            [860, 220],
            [820, 460],
          ],
          says: '',
        },
      ],
    },
  },
};
