import * as z from 'zod/mini';
import { choiceCode } from '../../domain/survey.ts';
import { blankChoices, choiceList, choiceProblems, choiceTexts, fixedChoices, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({
  /** "I can get to a doctor when I need one." One idea each. */
  statements: choiceList,
});
export type StatementsSettings = z.output<typeof settings>;
const value = z.strictObject({ judged: z.record(choiceCode, z.enum(['yes', 'bit', 'no'])) });
export type StatementsValue = z.output<typeof value>;

export const JUDGEMENTS = fixedChoices({ yes: 'face3-good', bit: 'face3-ok', no: 'face3-not-good' });

/** Sentences about oneself, each with a face: yes, a bit, no. */
export const statements = defineQuestion({
  name: 'statements',
  settings,
  value,
  blank: () => ({ statements: blankChoices('a', 'b', 'c') }),
  choices: () => JUDGEMENTS,
  rows: ({ statements }) => statements,
  texts: ({ statements }) => choiceTexts(statements),
  marks: ({ judged }) => Object.entries(judged).map(([row, code]) => mark(code, row)),
  shortfall: ({ judged }, { statements }) => unknownAmong(Object.keys(judged), statements),
  problems: ({ statements }) => choiceProblems(statements, 1, 10),
  feeling: true,
  mixable: false,
  countsHeads: false,
  seconds: ({ statements }) => 10 + statements.length * 10,
});
