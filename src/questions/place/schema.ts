import * as z from 'zod/mini';
import { defineQuestion } from '../definition.ts';
import { mark } from '../choices.ts';

const settings = z.strictObject({
  /** "Somewhere else" is offered: without it, a person from elsewhere can only pass. */
  elsewhere: z.boolean(),
});
export type PlaceSettings = z.output<typeof settings>;
const value = z.strictObject({
  /** Id of a place of the directory; null is somewhere else. Never coordinates. */
  place: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
});
export type PlaceValue = z.output<typeof value>;

/** A place of the organisation's list, by its name. */
export const place = defineQuestion({
  name: 'place',
  settings,
  value,
  blank: () => ({ elsewhere: true }),
  choices: ({ elsewhere }) => [
    { code: 'listed', picture: null },
    ...(elsewhere ? [{ code: 'elsewhere', picture: null }] : []),
  ],
  texts: () => [],
  marks: (said) => [mark(said.place === null ? 'elsewhere' : 'listed')],
  shortfall: (said, { elsewhere }) => (said.place === null && !elsewhere ? { reason: 'unknown-choice' } : null),
  problems: () => [],
  feeling: false,
  mixable: false,
  countsHeads: false,
  seconds: () => 20,
});
