import type { Specimen } from '../views.ts';
import type { StatementsSettings, StatementsValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<StatementsSettings, StatementsValue>> = {
  empty: {
    settings: {
      statements: [
        { code: 'doctor', picture: 'set:doctor-patient' },
        { code: 'listen', picture: 'set:listen-yes' },
        { code: 'home', picture: 'set:home' },
      ],
    },
    value: null,
  },
  done: {
    settings: {
      statements: [
        { code: 'doctor', picture: 'set:doctor-patient' },
        { code: 'listen', picture: 'set:listen-yes' },
        { code: 'home', picture: 'set:home' },
      ],
    },
    value: { judged: { doctor: 'no', listen: 'bit', home: 'yes' } },
  },
};
