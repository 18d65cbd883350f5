import { describeThrown, type Log } from './http/log.ts';
import type { MapWork } from './maps/map-work.ts';
import type { Store } from './ports/store.ts';

const DAY_MS = 24 * 3_600_000;
const FIRST_MS = 60_000;
/** A tablet that was away for longer fetches its reference data afresh. */
const TOMBSTONE_DAYS = 180;

/** Forgets old tombstones of reference data and half-made maps, a minute after the start and then once a day. */
export function startHousekeeping(store: Store, maps: Pick<MapWork, 'tidy'>, log: Log): { stop(): void } {
  const tidy = async () => {
    try {
      await store.reference.prune(new Date(Date.now() - TOMBSTONE_DAYS * DAY_MS).toISOString());
    } catch (thrown) {
      log.warn('housekeeping-failed', describeThrown(thrown));
    }
    await maps.tidy();
  };
  const first = setTimeout(() => void tidy(), FIRST_MS);
  const daily = setInterval(() => void tidy(), DAY_MS);
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(daily);
    },
  };
}
