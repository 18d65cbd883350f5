import { number } from '../../../i18n/dates.ts';

/** Megabytes as people count them: one digit after the point while it matters. */
export function megabytes(language: string, bytes: number): string {
  const size = bytes / 1_000_000;
  return number(language, size < 10 ? Math.max(0.1, Math.round(size * 10) / 10) : Math.round(size));
}

/** Kilobits a second where the signal is poor: what a tablet can count on at the edge of a town. */
const SLOW_KBIT = 1000;

/** Whole minutes that a tablet needs on a slow connection; at least one. */
export const slowMinutes = (bytes: number): number => Math.max(1, Math.round((bytes * 8) / (SLOW_KBIT * 1000) / 60));
