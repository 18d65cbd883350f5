import type { Specimen } from '../views.ts';
import type { ChooseSomeSettings, ChooseSomeValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<ChooseSomeSettings, ChooseSomeValue>> = {
  upToThree: {
    settings: {
      choices: [
        { code: 'phone', picture: 'set:barrier-phone' },
        { code: 'forms', picture: 'set:barrier-forms' },
        { code: 'papers', picture: 'set:barrier-papers' },
        { code: 'staff', picture: 'set:barrier-staff' },
        { code: 'far', picture: 'set:barrier-far' },
        { code: 'nothing', picture: 'set:barrier-none' },
      ],
      most: 3,
      alone: ['nothing'],
      mixed: false,
    },
    value: { codes: ['papers', 'phone', 'far'] },
  },
  anyNumber: {
    settings: {
      choices: [
        { code: 'phone', picture: 'set:barrier-phone' },
        { code: 'forms', picture: 'set:barrier-forms' },
        { code: 'nothing', picture: 'set:barrier-none' },
      ],
      most: null,
      alone: ['nothing'],
      mixed: true,
    },
    value: null,
  },
};
