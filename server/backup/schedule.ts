import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlStore } from '../adapters/sql/sql-store.ts';
import { describeThrown, type Log } from '../http/log.ts';
import type { Blobs } from '../ports/blobs.ts';
import type { Keyring } from '../ports/keys.ts';
import { dailyBackup } from './daily.ts';
import { readManifest } from './manifest.ts';

const DAY_MS = 24 * 3_600_000;
const LOOK_MS = 15 * 60_000;
/** Lets the first requests through before the disk is busy. */
const FIRST_LOOK_MS = 10_000;

/** A backup whenever the last is a day old, as long as the process runs. A failed one is tried again at the next look. */
export function startDailyBackups(deps: {
  readonly store: SqlStore;
  readonly blobs: Blobs;
  readonly keys: Keyring;
  readonly folder: string;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { store, blobs, keys, folder, log } = deps;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  const look = async () => {
    try {
      if (stopped || Date.now() - (await lastBackupAt(folder)) < DAY_MS) return;
      const manifest = await dailyBackup({ store, blobs, backupsDir: folder, keyIds: [keys.current().keyId] });
      log.info('backup-made', { mediaBytes: manifest.mediaBytes });
    } catch (thrown) {
      log.warn('backup-failed', describeThrown(thrown));
    }
  };
  const onTimer = () => {
    running = running.then(look);
  };
  const first = setTimeout(onTimer, FIRST_LOOK_MS);
  const timer = setInterval(onTimer, LOOK_MS);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(first);
      clearInterval(timer);
      await running;
    },
  };
}

/** Milliseconds since 1970, or 0 when there is none that can be read. */
async function lastBackupAt(folder: string): Promise<number> {
  const names = await readdir(folder).catch((): string[] => []);
  const manifests = await Promise.all(names.map((name) => readManifest(join(folder, name)).catch(() => null)));
  return Math.max(0, ...manifests.map((manifest) => (manifest === null ? 0 : Date.parse(manifest.createdAt))));
}
