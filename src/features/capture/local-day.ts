/** The calendar day on the tablet's wall, YYYY-MM-DD, `days` from now. */
export function localDay(wallMs: number, days = 0): string {
  const at = new Date(wallMs);
  at.setDate(at.getDate() + days);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
