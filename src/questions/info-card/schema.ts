import * as z from 'zod/mini';
import { blankChoices, choiceList, choiceProblems, choiceTexts } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({
  /** What there is to know, each a picture and a sentence. May be none: the heading and its help say it all then. */
  points: choiceList,
});
export type InfoCardSettings = z.output<typeof settings>;
const value = z.strictObject({});
export type InfoCardValue = z.output<typeof value>;

/** Something to know before going on. Nothing is asked. */
export const infoCard = defineQuestion({
  name: 'info-card',
  settings,
  value,
  blank: () => ({ points: blankChoices('a') }),
  choices: () => [],
  texts: ({ points }) => choiceTexts(points),
  marks: () => [],
  shortfall: () => null,
  problems: ({ points }) => choiceProblems(points, 0, 6),
  feeling: false,
  mixable: false,
  countsHeads: false,
  noAnswer: true,
  seconds: ({ points }) => 8 + points.length * 6,
});
