/**
 * Small numbers, as `consent-privacy-safeguarding` 5.4 of the domain notes sets them: inside the team fewer than five
 * are not shown; anything public shows no count of one to seven and rounds the others to five, and gives percentages
 * only of twenty or more. A hidden number must not come out by taking the others from their sum, so a second one is
 * hidden with it. Nought is shown: it is nobody.
 */

export type Audience = 'internal' | 'public';

/** Counts of 1 up to and including this are hidden. */
const HIDDEN_UP_TO: Readonly<Record<Audience, number>> = { internal: 4, public: 7 };
/** Public counts are rounded to the nearest of these. */
const STEP = 5;
/** Public percentages need this many answers. */
const LEAST_BASE = 20;

/** The smallest number that is shown. */
export const smallestShown = (audience: Audience): number => HIDDEN_UP_TO[audience] + 1;

const isSmall = (count: number, audience: Audience): boolean => count > 0 && count <= HIDDEN_UP_TO[audience];

/** A count that stands alone, or null where it is hidden. */
export const shown = (count: number, audience: Audience): number | null =>
  isSmall(count, audience) ? null : round(count, audience);

const round = (count: number, audience: Audience): number =>
  audience === 'public' ? Math.round(count / STEP) * STEP : count;

/**
 * Counts that add up to a number people can know. `strict`: what is hidden together is itself no small number, so that
 * nobody can tell that only a few people stand behind it. Without: two hidden ones are enough.
 */
export function shownTogether(
  counts: readonly number[],
  audience: Audience,
  rule: 'strict' | 'pair' = 'strict',
): readonly (number | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  // Even a nought would tell what a handful of people all said.
  if (isSmall(total, audience)) return counts.map(() => null);
  const hidden = new Set(counts.flatMap((count, at) => (isSmall(count, audience) ? [at] : [])));
  const sum = (): number => [...hidden].reduce((all, at) => all + (counts[at] ?? 0), 0);
  const enough = (): boolean =>
    hidden.size === 0 || (hidden.size > 1 && (rule === 'pair' || !isSmall(sum(), audience)));
  // The smallest first. Hidden together with an empty one, a small sum would still be a small number.
  const last = (count: number): number => Number(rule === 'strict' && count === 0);
  const others = counts
    .flatMap((count, at) => (hidden.has(at) ? [] : [{ count, at }]))
    .sort((a, b) => last(a.count) - last(b.count) || a.count - b.count || a.at - b.at);
  for (const { at } of others) {
    if (enough()) break;
    hidden.add(at);
  }
  return counts.map((count, at) => (hidden.has(at) ? null : round(count, audience)));
}

/** Whole per cent, or null where the base is too small to speak of per cent. */
export function percentOf(count: number | null, base: number | null, audience: Audience): number | null {
  const least = audience === 'public' ? LEAST_BASE : smallestShown(audience);
  return count === null || base === null || base < least ? null : Math.round((count * 100) / base);
}
