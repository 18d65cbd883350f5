import type { Problem } from '../domain/problems.ts';

/** When to try again. Times are milliseconds. */

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 5 * 60_000;
/** With nothing left to send: how often receipts and reference data are looked for. */
const IDLE_MS = 5 * 60_000;

/** The wait after `failures` tries in a row without any progress, doubled each time, spread over half to one and a half. */
export function retryDelayMs(failures: number, fraction: number): number {
  const doubled = FIRST_RETRY_MS * 2 ** Math.min(Math.max(failures - 1, 0), 20);
  return Math.round(Math.min(LONGEST_RETRY_MS, doubled) * (0.5 + fraction));
}

export function idleDelayMs(fraction: number): number {
  return Math.round(IDLE_MS * (0.5 + fraction));
}

/**
 * How long the server asked us to stay away, or 0. Never longer than our own longest wait: what stands between may
 * answer nonsense, and what a tablet holds may be urgent.
 */
export function askedToWaitMs(problem: Problem | null): number {
  const asked = problem?.details['retryAfterMs'];
  if (typeof asked !== 'number' || !Number.isFinite(asked) || asked <= 0) return 0;
  return Math.min(asked, LONGEST_RETRY_MS);
}
