import * as z from 'zod/mini';
import { fixedChoices, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({
  /** Offer "always" after "often". */
  always: z.boolean(),
});
export type HowOftenSettings = z.output<typeof settings>;
const value = z.strictObject({ code: z.enum(['never', 'sometimes', 'often', 'always']) });
export type HowOftenValue = z.output<typeof value>;

const CHOICES = fixedChoices({
  never: 'dots-never',
  sometimes: 'dots-sometimes',
  often: 'dots-often',
  always: 'dots-always',
});
const choicesOf = ({ always }: HowOftenSettings) => CHOICES.filter(({ code }) => always || code !== 'always');

/** How often: days with more and more of them marked. */
export const howOften = defineQuestion({
  name: 'how-often',
  settings,
  value,
  blank: () => ({ always: false }),
  choices: choicesOf,
  texts: () => [],
  marks: ({ code }) => [mark(code)],
  shortfall: ({ code }, settings) => unknownAmong([code], choicesOf(settings)),
  problems: () => [],
  feeling: false,
  mixable: false,
  countsHeads: true,
  seconds: () => 17,
});
