import type { Specimen } from '../views.ts';
import type { HowOftenSettings, HowOftenValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<HowOftenSettings, HowOftenValue>> = {
  three: { settings: { always: false }, value: { code: 'sometimes' } },
  four: { settings: { always: true }, value: null },
};
