import * as z from 'zod/mini';
import { defineQuestion } from '../definition.ts';

const settings = z.strictObject({
  /** At most this many photos. */
  most: z.int().check(z.minimum(1), z.maximum(6)),
});
export type PhotoSettings = z.output<typeof settings>;
const value = z.strictObject({
  /** Ids of photos, in the order they were taken. */
  media: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(32)),
});
export type PhotoValue = z.output<typeof value>;

/** A photo of a thing, a place or a drawing. Never of people: the words say so, and staff see it as such. */
export const photoOfThing = defineQuestion({
  name: 'photo-of-thing',
  settings,
  value,
  blank: () => ({ most: 2 }),
  choices: () => [],
  texts: () => [],
  marks: () => [],
  media: ({ media }) => media,
  shortfall: ({ media }, { most }) => {
    if (media.length === 0) return { reason: 'too-few', limit: 1 };
    return media.length > most ? { reason: 'too-many', limit: most } : null;
  },
  problems: () => [],
  feeling: false,
  mixable: false,
  countsHeads: false,
  seconds: () => 45,
});
