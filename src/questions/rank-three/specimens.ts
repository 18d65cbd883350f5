import type { Specimen } from '../views.ts';
import type { RankThreeSettings, RankThreeValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<RankThreeSettings, RankThreeValue>> = {
  two: {
    settings: {
      choices: [
        { code: 'doctor', picture: 'set:doctor' },
        { code: 'home', picture: 'set:home' },
        { code: 'work', picture: 'set:work' },
        { code: 'safety', picture: 'set:safety' },
        { code: 'money', picture: 'set:money' },
        { code: 'food', picture: 'set:food' },
      ],
      mixed: false,
    },
    value: { codes: ['home', 'doctor'] },
  },
  three: {
    settings: {
      choices: [
        { code: 'doctor', picture: 'set:doctor' },
        { code: 'home', picture: 'set:home' },
        { code: 'work', picture: 'set:work' },
        { code: 'safety', picture: 'set:safety' },
      ],
      mixed: true,
    },
    value: { codes: ['safety', 'work', 'home'] },
  },
};
