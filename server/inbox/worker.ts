import { Problem } from '../../src/domain/problems.ts';
import { findKind } from '../../src/kinds/registry.ts';
import type { Blobs } from '../ports/blobs.ts';
import type { Keyring } from '../ports/keys.ts';
import type { QueueRow } from '../ports/queue-store.ts';
import type { Store } from '../ports/store.ts';
import { coarsenRecords } from '../places/coarsen-records.ts';
import { fileOperation } from './file-operation.ts';
import type { FindKind } from './read-record.ts';
import { clearUp } from './withdrawals.ts';

export interface WorkerDeps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly blobs: Blobs;
  readonly now?: () => Date;
  readonly find?: FindKind;
  /** Milliseconds between looks when nothing wakes it: other processes push too. */
  readonly pollMs?: number;
  readonly leaseMs?: number;
  /** Told about trouble, without content. */
  readonly onTrouble?: (what: 'parked' | 'failed' | 'store', details: Readonly<Record<string, string>>) => void;
}

export interface Worker {
  /** Something has arrived. */
  wake(): void;
  /** Resolves when what it has begun is done. */
  stop(): Promise<void>;
}

/** Filed in one commit, during which nothing else is served: few enough that a push hardly waits. */
const BATCH = 16;
const LEASE_MS = 60_000;
const POLL_MS = 2_000;
/** While tablets are pushing, taking in goes before filing: it waits until nothing has come for this long ... */
const GATHER_MS = 200;
/** ... but never longer than this; then it files so many groups in a row, so that pushes that never end are filed too. */
const LONGEST_GATHER_MS = 1_000;
const GROUPS_IN_A_ROW = 12;

/** Files what waits in the queue until it is stopped. A bad row never ends it and never holds up another. */
export function startWorker(deps: WorkerDeps): Worker {
  const asked = { stop: false, wake: false };
  let endRest = (_reason: 'woken' | 'stopped'): void => {};
  const rest = (ms: number, endedBy: 'woken' | 'stopped'): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endRest = (reason) => {
        if (reason !== endedBy && reason !== 'stopped') return;
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!asked.stop) {
      asked.wake = false;
      let handled = 0;
      try {
        for (let group = 0; group < GROUPS_IN_A_ROW && !asked.stop; group += 1) {
          const filed = await workOnce(deps);
          handled += filed;
          if (filed < BATCH) break;
        }
      } catch (thrown) {
        deps.onTrouble?.('store', { problem: nameOf(thrown) });
      }
      if (handled === 0 && !asked.stop && !asked.wake) await rest(deps.pollMs ?? POLL_MS, 'woken');
      for (let waited = 0; asked.wake && !asked.stop && waited < LONGEST_GATHER_MS; waited += GATHER_MS) {
        asked.wake = false;
        await rest(GATHER_MS, 'stopped');
      }
    }
  };
  const running = loop();
  return {
    wake() {
      asked.wake = true;
      endRest('woken');
    },
    async stop() {
      asked.stop = true;
      endRest('stopped');
      await running;
    },
  };
}

/** One round: leases a batch and deals with each row of it. Returns how many. */
export async function workOnce(deps: WorkerDeps): Promise<number> {
  const now = (): string => (deps.now?.() ?? new Date()).toISOString();
  const rows = await deps.store.queue.lease(BATCH, deps.leaseMs ?? LEASE_MS, now());
  await Promise.all(rows.map((row) => deal(deps, row, now)));
  const onTrouble = (opId: string, thrown: unknown) => deps.onTrouble?.('failed', { opId, problem: nameOf(thrown) });
  await clearUp(deps, onTrouble);
  await coarsenRecords(deps, onTrouble);
  return rows.length;
}

async function deal(deps: WorkerDeps, row: QueueRow, now: () => string): Promise<void> {
  const { store, keyring, find = findKind } = deps;
  try {
    await fileOperation({ store, keyring, find }, row, now());
  } catch (thrown) {
    if (thrown instanceof Problem) {
      const details = Object.entries(thrown.details).map(([name, value]) => `${name}: ${value}`);
      deps.onTrouble?.('parked', { inboxId: row.inboxId, problem: thrown.code });
      await store.queue.park(row.inboxId, thrown.code, details.join('; '));
      return;
    }
    deps.onTrouble?.('failed', { inboxId: row.inboxId, problem: nameOf(thrown) });
    await store.queue.failed(row.inboxId, nameOf(thrown), now());
  }
}

/** What went wrong, by name only: a message may hold content. */
const nameOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return 'unknown';
  return 'code' in thrown ? `${thrown.name} ${String(thrown.code)}` : thrown.name;
};
