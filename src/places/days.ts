/** Calendar days as YYYY-MM-DD: they sort as text, and know no time zone. */

const two = (n: number): string => String(n).padStart(2, '0');
const written = (at: Date): string =>
  `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
const read = (day: string): Date => new Date(`${day}T00:00:00Z`);

export function daysBefore(day: string, count: number): string {
  const at = read(day);
  at.setUTCDate(at.getUTCDate() - count);
  return written(at);
}

/** The same day of an earlier month; the last day of it where it is shorter. */
export function monthsBefore(day: string, count: number): string {
  const at = read(day);
  const wanted = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - count);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(wanted, last));
  return written(at);
}
