/** The value below which the share `of` (0 to 1) of all measurements lies. */
export function quantile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * of));
  return sorted[at] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Rounded for a table: three figures that mean something. */
export function round(value: number): number {
  if (value >= 100) return Math.round(value);
  return Number(value.toPrecision(3));
}
