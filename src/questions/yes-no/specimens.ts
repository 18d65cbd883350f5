import type { Specimen } from '../views.ts';
import type { YesNoSettings, YesNoValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<YesNoSettings, YesNoValue>> = {
  signs: { settings: { some: false, pictures: { yes: null, some: null, no: null } }, value: null },
  scenes: {
    settings: {
      some: true,
      pictures: { yes: 'set:safe-day-yes', some: 'set:safe-day-some', no: 'set:safe-day-no' },
    },
    value: { code: 'some' },
  },
};
