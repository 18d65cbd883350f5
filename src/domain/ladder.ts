import * as z from 'zod/mini';

/**
 * How far a relationship with a community has come: most engagement happens once, gives information or takes views, and
 * stays there. The codes never change their meaning; their words stand in `desk-ladder`.
 */
export const LADDER = ['inform', 'views', 'relationship', 'partnership'] as const;
export type LadderStep = (typeof LADDER)[number];

/** A step that staff say was reached, and what shows it: the upper ones follow from nothing that is counted. */
export const ladderReached = z.strictObject({
  step: z.enum(LADDER),
  /** Local calendar date. */
  on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  note: z.string().check(z.maxLength(200)),
});
export type LadderReached = z.output<typeof ladderReached>;
