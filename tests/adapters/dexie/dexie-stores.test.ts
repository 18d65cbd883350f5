import 'fake-indexeddb/auto';
import { createBrowserRandom } from '../../../src/adapters/browser/browser-random.ts';
import { createDatabase } from '../../../src/adapters/dexie/database.ts';
import { createDexieDeviceKey } from '../../../src/adapters/dexie/dexie-device-key.ts';
import { createDexieDraftStore } from '../../../src/adapters/dexie/dexie-draft-store.ts';
import { createDexieOutbox } from '../../../src/adapters/dexie/dexie-outbox.ts';
import { createDexieReferenceStore } from '../../../src/adapters/dexie/dexie-reference-store.ts';
import { createDexieSlotStore } from '../../../src/adapters/dexie/dexie-slot-store.ts';
import { expect, test } from 'vitest';
import { deviceKeyContract } from '../../contracts/device.ts';
import { draftStoreContract, sampleDraft } from '../../contracts/draft-store.ts';
import { outboxContract } from '../../contracts/outbox.ts';
import { anId, sampleRow } from '../../contracts/sample-operations.ts';
import { referenceStoreContract, slotStoreContract } from '../../contracts/stores.ts';
import { holdContract } from '../../helpers/hold-contract.ts';

let made = 0;
const fresh = (limitMs?: number) => {
  made += 1;
  return createDatabase({ name: `test-${made}`, ...(limitMs === undefined ? {} : { limitMs }) });
};
const random = createBrowserRandom();

holdContract(
  'outbox in IndexedDB',
  outboxContract(async () => createDexieOutbox(fresh(), random)),
);
holdContract(
  'drafts in IndexedDB',
  draftStoreContract(async () => createDexieDraftStore(fresh())),
);
holdContract(
  'slots in IndexedDB',
  slotStoreContract(async () => createDexieSlotStore(fresh())),
);
holdContract(
  'reference data in IndexedDB',
  referenceStoreContract(async () => createDexieReferenceStore(fresh())),
);
holdContract(
  'signing key in IndexedDB',
  deviceKeyContract(async () => createDexieDeviceKey(fresh())),
);

test('a commit takes the draft with it, or changes nothing', async () => {
  const database = fresh();
  const outbox = createDexieOutbox(database, random);
  const drafts = createDexieDraftStore(database);
  const { installId } = await outbox.install();
  await drafts.put(sampleDraft('d1', 1));
  await expect(outbox.commit(sampleRow(9, installId), 'd1')).rejects.toMatchObject({ code: 'conflict' });
  expect(await drafts.get('d1')).not.toBeNull();
  await outbox.commit(sampleRow(1, installId), 'd1');
  expect(await drafts.get('d1')).toBeNull();
});

test('what was written stands after the database is opened anew, install and all', async () => {
  const first = createDatabase({ name: 'again' });
  const outbox = createDexieOutbox(first, random);
  const { installId } = await outbox.install();
  await outbox.commit(sampleRow(1, installId), null);
  first.close();
  const second = createDexieOutbox(createDatabase({ name: 'again' }), random);
  expect(await second.install()).toMatchObject({ installId, nextSeq: 2 });
  expect((await second.get(anId(1001)))?.operation).toEqual(sampleRow(1, installId).operation);
});

test('a database that never answers gives up after one fresh connection, and says so', async () => {
  const database = fresh(50);
  let tries = 0;
  const never = database.run(() => {
    tries += 1;
    return new Promise<never>(() => undefined);
  });
  await expect(never).rejects.toMatchObject({ code: 'storage-failed' });
  expect(tries).toBe(2);
});

test('a connection that was closed under us is opened again', async () => {
  const database = fresh();
  const outbox = createDexieOutbox(database, random);
  await outbox.install();
  let first = true;
  const count = await database.run(async (tables) => {
    if (first) {
      first = false;
      tables.close();
    }
    return tables.outbox.count();
  });
  expect(count).toBe(0);
});

test('a full disk is told apart, and not tried again', async () => {
  const database = fresh();
  let tries = 0;
  const full = database.run(async () => {
    tries += 1;
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(full).rejects.toMatchObject({ code: 'storage-full' });
  expect(tries).toBe(1);
});

test('the signing key signs, cannot be carried away, and can be forgotten', async () => {
  const database = fresh();
  const key = createDexieDeviceKey(database);
  expect(await key.deviceId()).toBeNull();
  await expect(key.sign('x')).rejects.toMatchObject({ code: 'storage-lost-key' });
  const spki = Buffer.from(await key.create(), 'base64');
  await key.setDeviceId(anId(3));
  const again = createDexieDeviceKey(database);
  expect(await again.deviceId()).toBe(anId(3));
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const publicKey = await crypto.subtle.importKey('spki', spki, curve, false, ['verify']);
  const signature = Buffer.from(await again.sign('some text'), 'base64');
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  expect(await crypto.subtle.verify(how, publicKey, signature, Buffer.from('some text'))).toBe(true);
  const stored = (await database.run((tables) => tables.meta.get('device-key')))?.value as { privateKey: CryptoKey };
  expect(stored.privateKey.extractable).toBe(false);
  await again.forget();
  expect(await createDexieDeviceKey(database).deviceId()).toBeNull();
});
