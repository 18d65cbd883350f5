import * as z from 'zod/mini';
import { choice, choiceCode } from '../../domain/survey.ts';
import { choiceProblems, choiceTexts, has, mark } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

export const MAX_WORDS = 1000;
export const MAX_QUICK = 12;

const settings = z.strictObject({
  /** Speaking is offered beside writing. */
  voice: z.boolean(),
  /** Quick answers by picture, for whoever neither speaks nor writes; none, one or several may be chosen. */
  choices: z.array(choice).check(z.maxLength(MAX_QUICK)),
  /** Height of the box to write in. */
  lines: z.int().check(z.minimum(2), z.maximum(8)),
});
export type ShortWordsSettings = z.output<typeof settings>;
const value = z.strictObject({
  words: z.string().check(z.maxLength(MAX_WORDS)),
  /** BCP 47 tag of the words, where it is not the language the question was asked in. */
  language: z.optional(z.string().check(z.maxLength(35))),
  codes: z.array(choiceCode).check(z.maxLength(MAX_QUICK)),
  /** Ids of voice notes. */
  media: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(32)),
});
export type ShortWordsValue = z.output<typeof value>;

/** Own words: spoken, written, or one of a few pictures, all in one question. */
export const shortWords = defineQuestion({
  name: 'short-words',
  settings,
  value,
  blank: () => ({ voice: true, choices: [], lines: 3 }),
  choices: ({ choices }) => choices,
  texts: ({ choices }) => choiceTexts(choices),
  marks: ({ codes }) => codes.map((code) => mark(code)),
  words: ({ words }) => (words.trim() === '' ? null : words),
  media: ({ media }) => media,
  shortfall: ({ codes }, { choices }) =>
    codes.every((code) => has(choices, code)) ? null : { reason: 'unknown-choice' },
  problems: ({ choices }) => choiceProblems(choices, 0, MAX_QUICK),
  feeling: false,
  mixable: false,
  countsHeads: false,
  seconds: ({ voice }) => (voice ? 60 : 45),
});
