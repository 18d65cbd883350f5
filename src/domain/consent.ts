import * as z from 'zod/mini';

/** Consent in layers: each a separate yes or no, nothing chosen beforehand, and "no" never blocks taking part. */

/** Version of the wording in `locales/`. Change it whenever a consent text changes its meaning. */
export const CONSENT_VERSION = '2026-11';

/** In the order they are asked. `talk` is layer 0, `press` and `training` are the two questions of layer 6. */
export const CONSENT_LAYERS = ['talk', 'use', 'share', 'voice', 'photo', 'hear-back', 'training', 'press'] as const;
export type ConsentLayer = (typeof CONSENT_LAYERS)[number];

const answer = z.enum(['yes', 'no']);
export type ConsentAnswer = z.output<typeof answer>;

export const consent = z.strictObject({
  version: z.string().check(z.maxLength(40)),
  /** A layer that was not asked is absent: never taken as yes. */
  answers: z.partialRecord(z.enum(CONSENT_LAYERS), answer),
  how: z.enum(['spoken', 'pictures', 'written']),
  /** BCP 47 tag of the language it was asked in. */
  language: z.string().check(z.maxLength(35)),
  interpreted: z.boolean(),
  witness: z.optional(z.string().check(z.maxLength(80))),
  at: z.string().check(z.maxLength(40)),
});
export type Consent = z.output<typeof consent>;

/**
 * Whether what was said may be kept. A no to "use" (or to talking at all, with no later yes to "use") leaves a tally and
 * nothing else. What was never asked is no refusal: the words are kept, and staff see that it was not asked.
 */
export function mayKeepWords(given: Consent | null): boolean {
  if (given === null) return true;
  const { talk, use } = given.answers;
  return use === undefined ? talk !== 'no' : use === 'yes';
}
