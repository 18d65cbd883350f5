import * as z from 'zod/mini';
import { defineQuestion } from '../definition.ts';

const LEAST = -1000;
const MOST = 1_000_000;
const whole = z.int().check(z.minimum(LEAST), z.maximum(MOST));

const settings = z.strictObject({
  min: whole,
  max: whole,
  /** What one touch adds or takes away. Any whole number within the range may be typed. */
  step: z.int().check(z.positive(), z.maximum(1000)),
  /** Where the first touch begins: nothing is chosen beforehand. */
  first: whole,
  /** Words under the number say what is counted: the text `unit`. */
  unit: z.boolean(),
});
export type NumberSettings = z.output<typeof settings>;
/** Whatever was typed; whether it fits the range is told when it is kept. */
const value = z.strictObject({ number: z.int().check(z.minimum(-9_999_999), z.maximum(9_999_999)) });
export type NumberValue = z.output<typeof value>;

/** A whole number, by touching plus and minus or by typing it. */
export const number = defineQuestion({
  name: 'number',
  settings,
  value,
  blank: () => ({ min: 0, max: 20, step: 1, first: 0, unit: false }),
  choices: () => [],
  texts: ({ unit }) => (unit ? [{ key: 'unit', needed: true }] : []),
  marks: () => [],
  number: (said) => said.number,
  shortfall: (said, { min, max }) =>
    said.number < min || said.number > max ? { reason: 'out-of-range', from: min, to: max } : null,
  problems: ({ min, max, step, first }) =>
    min >= max || step > max - min || first < min || first > max ? [{ reason: 'bad-range' }] : [],
  feeling: false,
  mixable: false,
  countsHeads: false,
  seconds: () => 20,
});
