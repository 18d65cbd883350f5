import * as z from 'zod/mini';
import { fixedChoices, mark, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({});
export type FacesThreeSettings = z.output<typeof settings>;
const value = z.strictObject({ code: z.enum(['good', 'ok', 'not-good']) });
export type FacesThreeValue = z.output<typeof value>;

const CHOICES = fixedChoices({ good: 'face3-good', ok: 'face3-ok', 'not-good': 'face3-not-good' });

/** How something felt: three faces, always with the same words. */
export const facesThree = defineQuestion({
  name: 'faces-three',
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
  seconds: () => 16,
});
