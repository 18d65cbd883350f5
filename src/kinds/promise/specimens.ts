import type { PromiseMade } from './schema.ts';

/** Plainly made-up promises, for the gallery and the tests. */
export const specimens: Record<string, PromiseMade> = {
  withDay: {
    what: 'Find out when the water tap is mended, and come back to say so.',
    toGroup: 'Families at Example Meadow',
    owner: 'Maria',
    byWhen: '2026-11-17',
  },
  noDay: {
    what: 'Bring the card about registering with a doctor.',
    toGroup: 'Women’s tea group',
    owner: '',
    byWhen: '',
  },
};
