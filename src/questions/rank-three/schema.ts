import * as z from 'zod/mini';
import { choiceCode } from '../../domain/survey.ts';
import { blankChoices, choiceList, choiceProblems, choiceTexts, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

/** How many are ranked: more than three is more than people can hold in mind. */
export const RANKS = 3;

const settings = z.strictObject({ choices: choiceList, mixed: z.boolean() });
export type RankThreeSettings = z.output<typeof settings>;
/** What matters most comes first. */
const value = z.strictObject({ codes: z.array(choiceCode).check(z.minLength(1), z.maxLength(RANKS)) });
export type RankThreeValue = z.output<typeof value>;

/** The three that matter most, in order. The first counts three, the second two, the third one. */
export const rankThree = defineQuestion({
  name: 'rank-three',
  settings,
  value,
  blank: () => ({ choices: blankChoices('a', 'b', 'c', 'd'), mixed: false }),
  choices: ({ choices }) => choices,
  texts: ({ choices }) => choiceTexts(choices),
  marks: ({ codes }) => codes.map((code, at) => mark(code, null, RANKS - at)),
  shortfall: ({ codes }, { choices }) => unknownAmong(codes, choices),
  problems: ({ choices }) => choiceProblems(choices, 3, 24),
  feeling: true,
  mixable: true,
  countsHeads: false,
  seconds: ({ choices }) => 20 + choices.length * 4,
});
