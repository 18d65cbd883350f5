import * as z from 'zod/mini';
import { fixedChoices, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({});
export type FacesFiveSettings = z.output<typeof settings>;
const value = z.strictObject({ code: z.enum(['1', '2', '3', '4', '5', '6']) });
export type FacesFiveValue = z.output<typeof value>;

// The order and the codes of the Friends and Family Test: 1 is very good, 6 is "don't know".
const CHOICES = fixedChoices({
  '1': 'face-very-good',
  '2': 'face-good',
  '3': 'face-neutral',
  '4': 'face-poor',
  '5': 'face-very-poor',
  '6': 'face-dont-know',
});

/** Five faces and "don't know", with the wording of the Friends and Family Test, which nobody may change. */
export const facesFive = defineQuestion({
  name: 'faces-five',
  settings,
  value,
  blank: () => ({}),
  choices: () => CHOICES,
  texts: () => [],
  marks: ({ code }) => [mark(code)],
  shortfall: ({ code }) => unknownAmong([code], CHOICES),
  problems: () => [],
  feeling: true,
  mixable: false,
  countsHeads: true,
  seconds: () => 25,
});
