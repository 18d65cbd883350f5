import type { Standing } from '../../../src/domain/protocol.ts';
import { readReleaseAfterDays } from '../../org/organisation.ts';
import type { Deps } from '../deps.ts';

/** How many missing ranges one answer names; the tablet asks again after sending those. */
const MAX_RANGES = 200;
const DAY_MS = 24 * 3_600_000;

/** Where the server stands with one install, read from the queue itself. */
export async function standingOf(
  installId: string,
  deps: Pick<Deps, 'store' | 'epoch'>,
  now: string,
): Promise<Standing> {
  const releaseAfterDays = await readReleaseAfterDays(deps.store);
  const storedBefore =
    releaseAfterDays === null ? null : new Date(Date.parse(now) - releaseAfterDays * DAY_MS).toISOString();
  const { haveThrough, durableThrough, missing } = await deps.store.queue.standing(installId, storedBefore);
  return {
    serverEpoch: deps.epoch,
    serverTime: now,
    haveThrough,
    durableThrough,
    missing: missing.slice(0, MAX_RANGES).map(([first, last]) => [first, last]),
  };
}
