import type { Specimen } from '../views.ts';
import type { ShortWordsSettings, ShortWordsValue } from './schema.ts';

/** Plainly made-up words, for the gallery and the tests. */
export const specimens: Record<string, Specimen<ShortWordsSettings, ShortWordsValue>> = {
  empty: {
    settings: {
      voice: true,
      choices: [
        { code: 'nothing', picture: 'set:later' },
        { code: 'thanks', picture: 'set:thank-flower' },
        { code: 'problem', picture: 'set:speech-question' },
      ],
      lines: 3,
    },
    value: null,
  },
  written: {
    settings: { voice: false, choices: [], lines: 3 },
    value: { words: 'The path to the bus is dark.', codes: [], media: [] },
  },
};
