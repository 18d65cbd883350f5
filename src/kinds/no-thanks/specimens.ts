import type { NoThanks } from './schema.ts';

/** Plainly made-up tallies, for the gallery and the tests. */
export const specimens: Record<string, NoThanks> = {
  one: { count: 1, reason: 'not-said' },
  several: { count: 4, reason: 'no-time' },
};
