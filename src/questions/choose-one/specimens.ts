import type { Specimen } from '../views.ts';
import type { ChooseOneSettings, ChooseOneValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<ChooseOneSettings, ChooseOneValue>> = {
  four: {
    settings: {
      choices: [
        { code: 'soon', picture: 'set:saw-soon' },
        { code: 'wait', picture: 'set:waited-long' },
        { code: 'none', picture: 'set:closed-door' },
        { code: 'hospital', picture: 'set:went-hospital' },
      ],
      mixed: true,
    },
    value: { code: 'wait' },
  },
  wordsAlone: {
    settings: {
      choices: [
        { code: 'soon', picture: null },
        { code: 'none', picture: null },
      ],
      mixed: false,
    },
    value: null,
  },
};
