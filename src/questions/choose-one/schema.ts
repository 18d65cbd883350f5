import * as z from 'zod/mini';
import { blankChoices, choiceList, choiceProblems, choiceTexts, mark, oneCode, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({
  choices: choiceList,
  /** Unordered choices are shown in another order to each person, and the order is stored. */
  mixed: z.boolean(),
});
export type ChooseOneSettings = z.output<typeof settings>;
export type ChooseOneValue = z.output<typeof oneCode>;

/** One picture out of a few. */
export const chooseOne = defineQuestion({
  name: 'choose-one',
  settings,
  value: oneCode,
  blank: () => ({ choices: blankChoices('a', 'b'), mixed: false }),
  choices: ({ choices }) => choices,
  texts: ({ choices }) => choiceTexts(choices),
  marks: ({ code }) => [mark(code)],
  shortfall: ({ code }, { choices }) => unknownAmong([code], choices),
  problems: ({ choices }) => choiceProblems(choices, 2, 24),
  feeling: false,
  mixable: true,
  countsHeads: true,
  seconds: ({ choices }) => 12 + choices.length * 3,
});
