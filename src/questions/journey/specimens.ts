import type { Specimen } from '../views.ts';
import type { JourneySettings, JourneyValue } from './schema.ts';

/** A plainly made-up visit, for the gallery and the tests. */
export const specimens: Record<string, Specimen<JourneySettings, JourneyValue>> = {
  begun: {
    settings: {
      steps: [
        { code: 'phone', picture: 'set:barrier-phone' },
        { code: 'wait', picture: 'set:waited-long' },
        { code: 'doctor', picture: 'set:doctor-patient' },
      ],
    },
    value: { faces: { phone: 'not-good', doctor: 'good' } },
  },
};
