import { access } from 'node:fs/promises';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import { isSetUp } from './set-up.ts';

const KEY_ID = 'key.id';

/** The key file does not belong to this database; `message` says what to do. */
class KeyTrouble extends Error {
  override readonly name = 'KeyTrouble';
}

/**
 * Refuses to make a new key beside records that only another key opens. To be asked before the key file is opened,
 * because opening makes one where there is none.
 */
export async function refuseMissingKey(store: Store, keyFile: string): Promise<void> {
  if (!(await isSetUp(store))) return;
  try {
    await access(keyFile);
  } catch {
    throw new KeyTrouble(
      `The key file ${keyFile} is not there, and without it nothing that people said can be read. Put your copy in its place, or set KEY_FILE to where it is.`,
    );
  }
}

/** Remembers which key this database is sealed to, and refuses a file that does not hold it. */
export async function refuseOtherKey(store: Store, keys: Keyring, keyFile: string): Promise<void> {
  const known = await store.settings.setOnce(KEY_ID, keys.current().keyId);
  if (keys.knows(known)) return;
  throw new KeyTrouble(
    `The key file ${keyFile} is another organisation's, or a newer one: it does not hold the key "${known}" of this database. Put the right copy in its place, or set KEY_FILE to where it is.`,
  );
}
