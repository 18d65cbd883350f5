/** Kilobits a second where the signal is poor: what a tablet can count on at the edge of a town. */
const SLOW_KBIT = 1000;

/** Whole minutes that a tablet needs on a slow connection; at least one. */
export const slowMinutes = (bytes: number): number => Math.max(1, Math.round((bytes * 8) / (SLOW_KBIT * 1000) / 60));
