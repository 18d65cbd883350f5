import type { Visit } from './schema.ts';

/** Plainly made-up visits, for the gallery and the tests. */
export const specimens: Record<string, Visit> = {
  going: { startedAt: '2026-11-03T09:55:00.000Z', endedAt: null, heard: [], hearBack: '', note: '' },
  ended: {
    startedAt: '2026-11-03T09:55:00.000Z',
    endedAt: '2026-11-03T11:05:00.000Z',
    heard: ['Damp in most of the caravans.', 'The practice asks for papers.', 'The play area is liked.'],
    hearBack: 'Maria comes back in two weeks and tells everyone at the gate.',
    note: 'Good time to come: mornings, not Fridays.',
  },
};
