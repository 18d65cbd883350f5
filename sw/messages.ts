/** What a page may say to the service worker. `SKIP_WAITING` is the word workbox-window uses. */
export function asksToTakeOver(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';
}
