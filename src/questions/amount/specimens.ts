import type { Specimen } from '../views.ts';
import type { AmountSettings, AmountValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<AmountSettings, AmountValue>> = {
  empty: { settings: {}, value: null },
  chosen: { settings: {}, value: { code: 'low' } },
};
