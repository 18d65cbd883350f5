import * as z from 'zod/mini';
import { choiceCode } from '../../domain/survey.ts';
import { blankChoices, choiceList, choiceProblems, choiceTexts, has, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({
  choices: choiceList,
  /** At most this many; null for as many as there are. */
  most: z.nullable(z.int().check(z.minimum(1), z.maximum(12))),
  /** Choices such as "nothing" that stand alone: taking one lets the others go. */
  alone: z.array(choiceCode).check(z.maxLength(4)),
  mixed: z.boolean(),
});
export type ChooseSomeSettings = z.output<typeof settings>;
/** In the order in which they were taken. Never empty: nothing taken is no answer. */
const value = z.strictObject({ codes: z.array(choiceCode).check(z.minLength(1), z.maxLength(24)) });
export type ChooseSomeValue = z.output<typeof value>;

/** Up to so many pictures out of a few. */
export const chooseSome = defineQuestion({
  name: 'choose-some',
  settings,
  value,
  blank: () => ({ choices: blankChoices('a', 'b', 'c', 'd'), most: 3, alone: [], mixed: false }),
  choices: ({ choices }) => choices,
  texts: ({ choices }) => choiceTexts(choices),
  marks: ({ codes }) => codes.map((code) => mark(code)),
  shortfall: ({ codes }, { choices, most }) =>
    most !== null && codes.length > most ? { reason: 'too-many', limit: most } : unknownAmong(codes, choices),
  problems: ({ choices, most, alone }) => [
    ...choiceProblems(choices, 2, 24),
    ...(most !== null && most > choices.length ? [{ reason: 'limit-too-high' } as const] : []),
    ...alone.filter((code) => !has(choices, code)).map((about) => ({ reason: 'unknown-choice', about }) as const),
  ],
  feeling: false,
  mixable: true,
  countsHeads: true,
  seconds: ({ choices }) => 15 + choices.length * 4,
});
