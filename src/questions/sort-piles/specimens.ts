import type { Specimen } from '../views.ts';
import type { SortPilesSettings, SortPilesValue } from './schema.ts';

/** Plainly made-up questions, for the gallery and the checks. */
export const specimens: Record<string, Specimen<SortPilesSettings, SortPilesValue>> = {
  begun: {
    settings: {
      cards: [
        { code: 'doctor', picture: 'set:doctor' },
        { code: 'home', picture: 'set:home' },
        { code: 'work', picture: 'set:work' },
        { code: 'safety', picture: 'set:safety' },
      ],
      mixed: true,
    },
    value: { sorted: { doctor: 'lot' } },
  },
  done: {
    settings: {
      cards: [
        { code: 'doctor', picture: 'set:doctor' },
        { code: 'home', picture: 'set:home' },
        { code: 'work', picture: 'set:work' },
        { code: 'safety', picture: 'set:safety' },
      ],
      mixed: false,
    },
    value: { sorted: { doctor: 'lot', home: 'lot', work: 'bit', safety: 'no' } },
  },
};
