import { access, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backup } from './backup/backup.ts';
import { restore } from './backup/restore.ts';
import type { Config } from './config.ts';
import { openKeyring } from './keys/keyring.ts';
import { refuseMissingKey } from './org/key-guard.ts';
import { openBlobs, openStore } from './start.ts';

type Say = (line: string) => void;

/** `backup FOLDER`: everything but the key, into a folder. The server may go on running. Returns the exit code. */
export async function backUp(config: Config, folder: string, say: Say): Promise<number> {
  const dir = resolve(folder);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const store = await openStore(config);
  try {
    await refuseMissingKey(store, config.keyFile);
    const keys = await openKeyring(config.keyFile);
    const manifest = await backup({ store, blobs: await openBlobs(config), dir, keyIds: [keys.current().keyId] });
    say(`The backup is in ${dir}: ${manifest.tables.inbox?.rows ?? 0} records as they arrived, read back and checked.`);
    say(`It does not hold the key. Keep a copy of ${config.keyFile} in another place.`);
    return 0;
  } finally {
    await store.close();
  }
}

/** `restore FOLDER`: a backup into an empty place. Returns the exit code. */
export async function restoreFrom(config: Config, folder: string, say: Say): Promise<number> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const store = await openStore(config);
  try {
    const manifest = await restore({
      store,
      blobs: await openBlobs(config),
      dir: resolve(folder),
      lastingIn: [config.backupDir],
    });
    say(
      `The backup of ${manifest.createdAt} is restored, with ${manifest.tables.inbox?.rows ?? 0} records as they arrived.`,
    );
    await sayWhetherKeyFits(config.keyFile, manifest.keyIds, say);
    return 0;
  } finally {
    await store.close();
  }
}

async function sayWhetherKeyFits(keyFile: string, keyIds: readonly string[], say: Say): Promise<void> {
  try {
    await access(keyFile);
  } catch {
    say(`Now put your copy of the key file at ${keyFile}: without it nothing can be read.`);
    return;
  }
  const keys = await openKeyring(keyFile);
  if (keyIds.every((keyId) => keys.knows(keyId))) say(`The key file ${keyFile} fits. Start the server.`);
  else say(`The key file ${keyFile} does not fit this backup. Put the right copy in its place before you start.`);
}
