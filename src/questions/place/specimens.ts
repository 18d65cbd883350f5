import type { Specimen } from '../views.ts';
import type { PlaceSettings, PlaceValue } from './schema.ts';

/** Plainly made-up places, for the gallery and the tests. */
export const specimens: Record<string, Specimen<PlaceSettings, PlaceValue>> = {
  empty: { settings: { elsewhere: true }, value: null },
  elsewhere: { settings: { elsewhere: true }, value: { place: null } },
};
