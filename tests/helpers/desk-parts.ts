import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskBlobs } from '../../server/adapters/disk/disk-blobs.ts';
import type { SqlStore } from '../../server/adapters/sql/sql-store.ts';
import { workOnce, type WorkerDeps } from '../../server/inbox/worker.ts';
import { createAccept } from '../../server/intake/accept.ts';
import { openKeyring } from '../../server/keys/keyring.ts';
import type { Blobs } from '../../server/ports/blobs.ts';
import type { Keyring } from '../../server/ports/keys.ts';
import { DATABASES, type TestDatabase } from './stores.ts';
import { sealOperation, type ToSeal } from './sealed-operations.ts';

/** The server's inner parts put together, without HTTP: intake, queue, worker, keys and blobs, all real. */
export interface Desk {
  readonly database: TestDatabase;
  readonly store: SqlStore;
  readonly keyring: Keyring;
  readonly blobs: Blobs;
  readonly folder: string;
  readonly deps: WorkerDeps;
  push(operations: readonly unknown[], deviceId?: string): Promise<string[]>;
  seal(wanted: Omit<ToSeal, 'key'>): ReturnType<typeof sealOperation>;
  /** Works until nothing waits. */
  work(over?: Partial<WorkerDeps>): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(kind: keyof typeof DATABASES = 'SQLite'): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'said-desk-'));
  const database = await DATABASES[kind]();
  const store = await database.open();
  const keyring = await openKeyring(join(folder, 'keys', 'organisation.json'));
  const blobs = await openDiskBlobs(join(folder, 'media'));
  const deps: WorkerDeps = { store, keyring, blobs };
  const accept = createAccept(store);
  return {
    database,
    store,
    keyring,
    blobs,
    folder,
    deps,
    push: async (operations, deviceId) => {
      const verdicts = await accept(operations, { deviceId: deviceId ?? null, park: null }, new Date().toISOString());
      return verdicts.map(({ verdict }) => verdict);
    },
    seal: (wanted) => sealOperation({ key: keyring.current(), ...wanted }),
    work: async (over = {}) => {
      while ((await workOnce({ ...deps, ...over })) > 0);
    },
    close: async () => {
      await database.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
