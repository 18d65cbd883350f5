import type { DeviceHealth } from '../domain/protocol.ts';
import type { RunContext } from './run-context.ts';

const NOTHING = { waiting: 0, oldestWaitingAt: null };

/** How the tablet is. Whatever cannot be read is left open: it never stops a sync. `leaving`: operations on their way. */
export async function readHealth(run: RunContext, leaving = 0): Promise<DeviceHealth> {
  const { outbox, tablet, clock, appVersion } = run.deps;
  const ask = async <Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await run.guard.store(work);
    } catch {
      return otherwise;
    }
  };
  const [counts, persisted, space, battery] = await Promise.all([
    ask<{ waiting: number; oldestWaitingAt: string | null }>(() => outbox.counts(), NOTHING),
    ask(() => tablet.persisted(), null),
    ask(() => tablet.space(), null),
    ask(() => tablet.battery(), null),
  ]);
  return {
    unsent: Math.max(0, counts.waiting - leaving),
    oldestUnsentAt: counts.oldestWaitingAt,
    persisted,
    freeBytes: space === null ? null : Math.max(0, Math.floor(space.freeBytes)),
    battery: battery === null ? null : battery.level,
    appVersion,
    wall: isoTime(clock.wallMs()),
    ...(run.memory.maps === null ? {} : { maps: [...run.memory.maps] }),
  };
}

/** Which maps can be opened whole, or null where there are none or it cannot be told: it never stops a sync. */
export async function readMaps(run: RunContext): Promise<readonly string[] | null> {
  const { assets, reference } = run.deps;
  try {
    const maps = assets === undefined ? [] : await run.guard.store(() => reference.baseMaps());
    if (assets === undefined || maps.length === 0) return null;
    const { wholeMaps } = await run.guard.link(() => import('./whole-maps.ts'));
    return wholeMaps(run, maps, await run.guard.store(() => assets.store.list()));
  } catch {
    return null;
  }
}

/** A clock may be years out; a time that cannot be written still must not stop anything. */
export function isoTime(wallMs: number): string {
  const at = new Date(wallMs);
  return Number.isNaN(at.getTime()) ? new Date(0).toISOString() : at.toISOString();
}
