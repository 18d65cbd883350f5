/** Today by the tablet's own calendar, YYYY-MM-DD. */
export function localDay(wallMs: number): string {
  const at = new Date(wallMs);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
