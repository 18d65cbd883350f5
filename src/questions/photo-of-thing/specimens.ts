import type { Specimen } from '../views.ts';
import type { PhotoSettings, PhotoValue } from './schema.ts';

/** Plainly made-up photos, for the gallery and the tests. */
export const specimens: Record<string, Specimen<PhotoSettings, PhotoValue>> = {
  empty: { settings: { most: 2 }, value: null },
  taken: { settings: { most: 2 }, value: { media: ['made-up-photo'] } },
};
