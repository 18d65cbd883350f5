import type { Specimen } from '../views.ts';
import type { FacesFiveSettings, FacesFiveValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<FacesFiveSettings, FacesFiveValue>> = {
  empty: { settings: {}, value: null },
  chosen: { settings: {}, value: { code: '2' } },
};
