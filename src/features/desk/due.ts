/** Whole days from today until a due day: 0 today, negative when it has passed. Calendar days where the reader is. */
export function daysUntil(due: string, now: Date): number | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(due);
  if (day === null) return null;
  const [, year, month, date] = day;
  const dueNoon = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const todayNoon = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((dueNoon - todayNoon) / 86_400_000);
}
