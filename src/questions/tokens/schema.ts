import * as z from 'zod/mini';
import { choiceCode } from '../../domain/survey.ts';
import { blankChoices, choiceList, choiceProblems, choiceTexts, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

export const LEAST_TOKENS = 3;
export const MOST_TOKENS = 20;

const settings = z.strictObject({
  choices: choiceList,
  /** Beans to share out. */
  tokens: z.int().check(z.minimum(LEAST_TOKENS), z.maximum(MOST_TOKENS)),
  mixed: z.boolean(),
});
export type TokensSettings = z.output<typeof settings>;
/** Choice -> beans on it. What got none is not there; beans may be left over. */
const value = z.strictObject({ spent: z.record(choiceCode, z.int().check(z.minimum(1), z.maximum(MOST_TOKENS))) });
export type TokensValue = z.output<typeof value>;

export const beansIn = (spent: Readonly<Record<string, number>>): number =>
  Object.values(spent).reduce((sum, beans) => sum + beans, 0);

/** Ten beans shared out over a few things: what would you spend on? */
export const tokens = defineQuestion({
  name: 'tokens',
  settings,
  value,
  blank: () => ({ choices: blankChoices('a', 'b', 'c'), tokens: 10, mixed: false }),
  choices: ({ choices }) => choices,
  texts: ({ choices }) => choiceTexts(choices),
  marks: ({ spent }) => Object.entries(spent).map(([code, beans]) => mark(code, null, beans)),
  shortfall: ({ spent }, { choices, tokens }) =>
    beansIn(spent) > tokens ? { reason: 'too-many', limit: tokens } : unknownAmong(Object.keys(spent), choices),
  problems: ({ choices }) => choiceProblems(choices, 2, 8),
  feeling: true,
  mixable: true,
  countsHeads: false,
  seconds: ({ choices, tokens }) => 20 + choices.length * 4 + tokens * 2,
});
