import { monthsBefore } from './days.ts';

/** `never`: nobody has told anything of it. `fading`: nothing for six months. */
export type Freshness = 'never' | 'fading' | 'fresh';

const FADING_MONTHS = 6;

/** How old what we know is. Both are calendar days. */
export function freshnessOf(lastSeen: string | null, today: string): Freshness {
  if (lastSeen === null) return 'never';
  return lastSeen < monthsBefore(today, FADING_MONTHS) ? 'fading' : 'fresh';
}
