import * as z from 'zod/mini';
import { mark, ownPicture, unknownAmong } from '../choices.ts';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({
  /** Offer something between yes and no. Its words are written for the question: "Sometimes", "A bit". */
  some: z.boolean(),
  /** Two scenes of what is asked in the place of the plain signs; null for the sign. */
  pictures: z.strictObject({ yes: ownPicture, some: ownPicture, no: ownPicture }),
});
export type YesNoSettings = z.output<typeof settings>;
const value = z.strictObject({ code: z.enum(['yes', 'some', 'no']) });
export type YesNoValue = z.output<typeof value>;

const choicesOf = ({ some, pictures }: YesNoSettings) =>
  (['yes', 'some', 'no'] as const)
    .filter((code) => some || code !== 'some')
    .map((code) => ({ code, picture: pictures[code] ?? `set:${code}` }));

/** Yes or no. "Not sure" is always beside it. */
export const yesNo = defineQuestion({
  name: 'yes-no',
  settings,
  value,
  blank: () => ({ some: false, pictures: { yes: null, some: null, no: null } }),
  choices: choicesOf,
  texts: ({ some }) => (some ? [{ key: 'o.some', needed: true }] : []),
  marks: ({ code }) => [mark(code)],
  shortfall: ({ code }, settings) => unknownAmong([code], choicesOf(settings)),
  problems: () => [],
  feeling: false,
  mixable: false,
  countsHeads: true,
  seconds: ({ some }) => (some ? 16 : 14),
});
