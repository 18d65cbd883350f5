import { readReceiptCode } from '../../src/domain/receipt-code.ts';
import { findKind } from '../../src/kinds/registry.ts';
import { chunkKey, type Blobs } from '../ports/blobs.ts';
import type { Keyring } from '../ports/keys.ts';
import type { ContactToRemove } from '../ports/records-store.ts';
import type { Store } from '../ports/store.ts';
import { openRecord, sealRecord } from './boxes.ts';
import type { FindKind } from './read-record.ts';

const AT_ONCE = 50;

interface Deps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly blobs: Blobs;
  readonly find?: FindKind;
}

/** The keyed hash under which a receipt code is known; null for what cannot be a code. */
export function codeHashOf(keyring: Keyring, typed: string): string | null {
  const code = readReceiptCode(typed);
  return code === null ? null : keyring.hash('receipt', code);
}

/**
 * A withdrawal at the desk, by code: the tombstone stands even when nobody has such a code yet. Resolves when words,
 * files and contact are gone; returns how many entities it found.
 */
export async function withdrawByCode(
  deps: Deps,
  request: { codeHash: string; scope: 'words' | 'contact'; byName: string },
  now: string,
): Promise<number> {
  const { entityIds } = await deps.store.records.withdraw({ ...request, entityId: null, inboxId: null }, now);
  await clearUp(deps);
  return entityIds.length;
}

/**
 * Finishes what withdrawals have left to do, however they came about and wherever a process stopped: withdrawn media
 * leave the blob store, and records lose a contact that was withdrawn. Doing it twice does no harm. What cannot be done
 * now is told to `onTrouble` and tried again the next time.
 */
export async function clearUp(deps: Deps, onTrouble: OnTrouble = () => {}): Promise<void> {
  await inRounds(
    () => deps.store.media.toRemove(AT_ONCE),
    (row) => removeMedia(deps, row.id),
    (row) => row.opId,
    onTrouble,
  );
  await inRounds(
    () => deps.store.records.contactsToRemove(AT_ONCE),
    (row) => removeContact(deps, row),
    (row) => row.opId,
    onTrouble,
  );
}

type OnTrouble = (opId: string, thrown: unknown) => void;

/** Until nothing is left, or a whole round did not get anywhere. */
async function inRounds<Row>(
  next: () => Promise<readonly Row[]>,
  deal: (row: Row) => Promise<void>,
  nameOf: (row: Row) => string,
  onTrouble: OnTrouble,
): Promise<void> {
  for (;;) {
    const rows = await next();
    let done = 0;
    for (const row of rows) {
      try {
        await deal(row);
        done += 1;
      } catch (thrown) {
        onTrouble(nameOf(row), thrown);
      }
    }
    if (done === 0 || rows.length < AT_ONCE) return;
  }
}

async function removeMedia({ store, blobs }: Deps, id: string): Promise<void> {
  const keys: string[] = [];
  for await (const key of blobs.list(`${id}/`)) keys.push(key);
  for (const index of await store.media.chunks(id)) keys.push(chunkKey(id, index));
  for (const key of new Set(keys)) await blobs.remove(key);
  await store.media.clearChunks(id);
}

async function removeContact(
  { store, keyring, find = findKind }: Deps,
  { opId, kind, box }: ContactToRemove,
): Promise<void> {
  const record = await openRecord(keyring, opId, box);
  const body = find(kind)?.withoutContact?.(record.body) ?? record.body;
  await store.records.replaceBox(opId, await sealRecord(keyring, opId, { ...record, body }));
}
