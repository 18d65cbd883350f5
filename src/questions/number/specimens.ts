import type { Specimen } from '../views.ts';
import type { NumberSettings, NumberValue } from './schema.ts';

/** Plainly made-up numbers, for the gallery and the tests. */
export const specimens: Record<string, Specimen<NumberSettings, NumberValue>> = {
  empty: { settings: { min: 0, max: 20, step: 1, first: 0, unit: true }, value: null },
  chosen: { settings: { min: 0, max: 20, step: 1, first: 0, unit: true }, value: { number: 4 } },
  long: { settings: { min: 0, max: 500, step: 1, first: 50, unit: false }, value: { number: 120 } },
};
