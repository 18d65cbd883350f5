import * as z from 'zod/mini';
import { choiceCode } from '../../domain/survey.ts';
import { blankChoices, choiceList, choiceProblems, choiceTexts, fixedChoices, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({
  /** What is sorted, one card at a time. More than twelve is too much to ask. */
  cards: choiceList,
  /** The cards come in another order for each person. */
  mixed: z.boolean(),
});
export type SortPilesSettings = z.output<typeof settings>;
const pile = z.enum(['lot', 'bit', 'no']);
/** Card -> pile. A card that is not there was not sorted. */
const value = z.strictObject({ sorted: z.record(choiceCode, pile) });
export type SortPilesValue = z.output<typeof value>;

export const PILES = fixedChoices({ lot: 'pile-lot', bit: 'pile-bit', no: 'pile-no' });

/** Cards sorted into three piles by touching: matters a lot, a bit, not to me. */
export const sortPiles = defineQuestion({
  name: 'sort-piles',
  settings,
  value,
  blank: () => ({ cards: blankChoices('a', 'b', 'c', 'd'), mixed: false }),
  choices: () => PILES,
  rows: ({ cards }) => cards,
  texts: ({ cards }) => choiceTexts(cards),
  marks: ({ sorted }) => Object.entries(sorted).map(([card, pile]) => mark(pile, card)),
  shortfall: ({ sorted }, { cards }) => unknownAmong(Object.keys(sorted), cards),
  problems: ({ cards }) => choiceProblems(cards, 2, 12),
  feeling: true,
  mixable: true,
  countsHeads: false,
  seconds: ({ cards }) => 15 + cards.length * 8,
});
