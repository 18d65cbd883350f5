import * as z from 'zod/mini';
import { choice, choiceCode } from '../../domain/survey.ts';
import { defineQuestion } from '../definition.ts';
import { choiceProblems, choiceTexts, has, mark } from '../choices.ts';

const settings = z.strictObject({
  choices: z.array(choice).check(z.maxLength(24)),
  /** Unordered choices are shown in another order to each person, and the order is stored. */
  mixed: z.boolean(),
});
const value = z.strictObject({ code: choiceCode });

/** One picture out of a few. */
export const chooseOne = defineQuestion({
  name: 'choose-one',
  settings,
  value,
  blank: () => ({
    choices: [
      { code: 'a', picture: null },
      { code: 'b', picture: null },
    ],
    mixed: false,
  }),
  choices: ({ choices }) => choices,
  texts: ({ choices }) => choiceTexts(choices),
  marks: ({ code }) => [mark(code)],
  shortfall: ({ code }, { choices }) => (has(choices, code) ? null : { reason: 'unknown-choice' }),
  problems: ({ choices }) => choiceProblems(choices, 2, 24),
  feeling: false,
  mixable: true,
  countsHeads: true,
  seconds: ({ choices }) => 12 + choices.length * 3,
});
