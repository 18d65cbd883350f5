import * as z from 'zod/mini';
import { fixedChoices, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({});
export type AmountSettings = z.output<typeof settings>;
const value = z.strictObject({ code: z.enum(['empty', 'low', 'half', 'full']) });
export type AmountValue = z.output<typeof value>;

const CHOICES = fixedChoices({ empty: 'glass-empty', low: 'glass-low', half: 'glass-half', full: 'glass-full' });

/** How much: a glass at four levels. */
export const amount = defineQuestion({
  name: 'amount',
  settings,
  value,
  blank: () => ({}),
  choices: () => CHOICES,
  texts: () => [],
  marks: ({ code }) => [mark(code)],
  shortfall: ({ code }) => unknownAmong([code], CHOICES),
  problems: () => [],
  feeling: false,
  mixable: false,
  countsHeads: true,
  seconds: () => 18,
});
