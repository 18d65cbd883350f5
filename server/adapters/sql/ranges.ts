/** Numbers that have arrived, as ranges [first, last], in order, never touching. */
export type Ranges = readonly (readonly [number, number])[];

/** The ranges with these numbers added. */
export function addNumbers(ranges: Ranges, numbers: readonly number[]): Ranges {
  const parts = [...ranges, ...numbers.map((n) => [n, n] as const)].sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [first, last] of parts) {
    const before = joined.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

/** The largest n for which every number 1..n is there. */
export function throughOf(ranges: Ranges): number {
  const first = ranges[0];
  return first !== undefined && first[0] <= 1 ? first[1] : 0;
}

/** What is missing below the highest number. */
export function gapsOf(ranges: Ranges): [number, number][] {
  const gaps: [number, number][] = [];
  let next = 1;
  for (const [first, last] of ranges) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  return gaps;
}
