import type { Specimen } from '../views.ts';
import type { TokensSettings, TokensValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<TokensSettings, TokensValue>> = {
  begun: {
    settings: {
      choices: [
        { code: 'doctor', picture: 'set:doctor' },
        { code: 'bus', picture: 'set:bus-road' },
        { code: 'clubs', picture: 'set:children' },
      ],
      tokens: 10,
      mixed: false,
    },
    value: { spent: { doctor: 4, clubs: 3 } },
  },
  allSpent: {
    settings: {
      choices: [
        { code: 'doctor', picture: 'set:doctor' },
        { code: 'bus', picture: 'set:bus-road' },
      ],
      tokens: 5,
      mixed: true,
    },
    value: { spent: { bus: 5 } },
  },
};
