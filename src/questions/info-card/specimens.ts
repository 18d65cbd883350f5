import type { Specimen } from '../views.ts';
import type { InfoCardSettings, InfoCardValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<InfoCardSettings, InfoCardValue>> = {
  points: {
    settings: {
      points: [
        { code: 'use', picture: 'set:consent-use' },
        { code: 'tell', picture: 'set:tell-visit' },
      ],
    },
    value: null,
  },
  headingAlone: { settings: { points: [] }, value: null },
};
