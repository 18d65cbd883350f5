import type { Specimen } from '../views.ts';
import type { FacesThreeSettings, FacesThreeValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<FacesThreeSettings, FacesThreeValue>> = {
  empty: { settings: {}, value: null },
  chosen: { settings: {}, value: { code: 'ok' } },
};
