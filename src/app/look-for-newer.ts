import type { Updates } from './updates.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * A tablet's app may stay open for weeks: it asks for a newer version whenever it is shown again or comes online, and not
 * again within an hour of an answer. Gives what ends it. `wallMs` is the tablet's clock, in ms; it may be set back.
 */
export function lookForNewer(updates: Pick<Updates, 'look'>, wallMs: () => number = Date.now): () => void {
  let answeredAt: number | null = null;
  let asking = false;
  const look = async (): Promise<void> => {
    const recent = answeredAt !== null && Math.abs(wallMs() - answeredAt) < HOUR_MS;
    if (asking || recent || !navigator.onLine) return;
    asking = true;
    if (await updates.look()) answeredAt = wallMs();
    asking = false;
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible') void look();
  };
  const online = (): void => void look();
  document.addEventListener('visibilitychange', shown);
  globalThis.addEventListener('online', online);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    globalThis.removeEventListener('online', online);
  };
}
