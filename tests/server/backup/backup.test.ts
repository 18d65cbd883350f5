import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openDiskBlobs } from '../../../server/adapters/disk/disk-blobs.ts';
import { backup } from '../../../server/backup/backup.ts';
import { dailyBackup } from '../../../server/backup/daily.ts';
import { keepLasting } from '../../../server/backup/lasting.ts';
import { restore } from '../../../server/backup/restore.ts';
import { openRecord } from '../../../server/inbox/boxes.ts';
import { codeHashOf } from '../../../server/inbox/withdrawals.ts';
import { queryTokens } from '../../../server/inbox/words.ts';
import { workOnce } from '../../../server/inbox/worker.ts';
import { createAccept } from '../../../server/intake/accept.ts';
import { chunkKey } from '../../../server/ports/blobs.ts';
import { EPOCH_SETTING } from '../../../server/ports/store.ts';
import { openDesk, type Desk } from '../../helpers/desk-parts.ts';
import { aConversation, aMedium, aPromise } from '../../helpers/sealed-operations.ts';
import { DATABASES } from '../../helpers/stores.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function desk(kind: keyof typeof DATABASES): Promise<Desk> {
  const opened = await openDesk(kind);
  undo.push(() => opened.close());
  return opened;
}

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'said-backup-'));
  undo.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

const keyIds = ({ keyring }: Desk) => [keyring.current().keyId];

/** A desk with two records, a photo, a promise, a withdrawal, and one more operation that was never worked on. */
async function filled(kind: keyof typeof DATABASES) {
  const from = await desk(kind);
  const installId = randomUUID();
  const deviceId = randomUUID();
  await from.store.settings.setOnce(EPOCH_SETTING, 'first-epoch');
  await from.store.devices.add(
    { deviceId, label: 'Tablet 1', publicKey: 'k', check: 'ABC', cookieHash: 'c' },
    '2026-11-22T09:00:00.000Z',
  );
  const medium = aMedium();
  const talk = await from.seal({ kind: 'conversation', body: aConversation(), installId, seq: 1, media: [medium] });
  const promise = await from.seal({ kind: 'promise', body: aPromise(), installId, seq: 2 });
  const taken = await from.seal({
    kind: 'conversation',
    body: aConversation(),
    installId,
    seq: 3,
    receiptCode: '7KQ4M2TD',
  });
  const stop = await from.seal({ kind: 'withdrawal', body: { code: '7KQ4M2TD', scope: 'words' }, installId, seq: 4 });
  await from.push([talk, promise, taken, stop], deviceId);
  await from.blobs.put(chunkKey(medium.id, 0), new Uint8Array([7, 8, 9]));
  await from.store.media.addChunk(medium.id, 0, 3);
  await from.store.media.setState(medium.id, 'here', '2026-11-22T09:00:00.000Z');
  await from.work();
  const late = await from.seal({
    kind: 'conversation',
    body: aConversation({ said: 'Not filed yet' }),
    installId,
    seq: 5,
  });
  await from.push([late, { broken: true }], deviceId);
  return { from, installId, deviceId, medium, talk, promise, taken, late };
}

const PAIRS = [
  ['SQLite', 'SQLite'],
  ['PostgreSQL', 'SQLite'],
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'PostgreSQL'],
] as const;

describe('backup and restore', () => {
  test.each(PAIRS)(
    'everything in %s comes back in %s',
    async (source, target) => {
      const { from, installId, deviceId, medium, talk, promise, taken, late } = await filled(source);
      const dir = await folder();
      expect(await from.store.queue.durableThrough(installId, null)).toBe(0);
      const manifest = await backup({ store: from.store, blobs: from.blobs, dir, keyIds: keyIds(from) });
      expect(manifest.keyIds).toEqual(keyIds(from));
      expect(await from.store.queue.durableThrough(installId, null)).toBe(5);

      const to = await DATABASES[target]();
      undo.push(() => to.dispose());
      const store = await to.open();
      const media = await openDiskBlobs(join(dir, '..', `${randomUUID()}-media`));
      await restore({ store, blobs: media, dir });
      const deps = { store, blobs: media, keyring: from.keyring };

      expect(await store.settings.get(EPOCH_SETTING)).not.toBe('first-epoch');
      expect(await store.queue.standing(installId, null)).toMatchObject({ haveThrough: 5, missing: [] });
      const [row] = await store.records.filed(talk.entityId);
      expect((await openRecord(from.keyring, talk.opId, row?.box ?? new Uint8Array())).body).toEqual(aConversation());
      expect(await media.get(chunkKey(medium.id, 0))).toEqual(new Uint8Array([7, 8, 9]));
      expect((await store.media.get(medium.id))?.state).toBe('here');
      expect((await store.records.item(taken.entityId))?.withdrawn).toBe(true);
      expect((await store.devices.get(deviceId))?.received).toBe(5);
      expect((await store.queue.quarantined(10)).total).toBe(1);
      expect((await store.reference.since(0, deviceId, 100)).rows.some(({ id }) => id === promise.entityId)).toBe(true);

      // And it works on: the search index, the numbers, the tombstones.
      while ((await workOnce(deps)) > 0);
      const again = await from.seal({
        kind: 'conversation',
        body: aConversation(),
        installId,
        seq: 6,
        receiptCode: '7KQ4M2TD',
      });
      await createAccept(store)([again], { deviceId, park: null }, new Date().toISOString());
      while ((await workOnce(deps)) > 0);
      const tokens = queryTokens(from.keyring, 'surgery');
      expect((await store.records.list({ tokens, limit: 10 })).map((item) => item.entityId)).toEqual([talk.entityId]);
      expect(await store.records.list({ tokens: queryTokens(from.keyring, 'not filed yet'), limit: 10 })).toHaveLength(
        1,
      );
      expect((await store.records.item(late.entityId))?.kind).toBe('conversation');
      expect((await store.records.item(again.entityId))?.withdrawn).toBe(true);
      expect(await store.records.byCode(codeHashOf(from.keyring, '7KQ4M2TD') ?? '')).toHaveLength(2);

      await expect(restore({ store, blobs: media, dir })).rejects.toThrow(/in use already/);
    },
    60_000,
  );

  test('holds no private key and no readable word', async () => {
    const { from } = await filled('SQLite');
    const dir = await folder();
    await backup({ store: from.store, blobs: from.blobs, dir, keyIds: keyIds(from) });
    const keys = JSON.parse(await readFile(join(from.folder, 'keys', 'organisation.json'), 'utf8')) as {
      records: string;
      index: string;
      mac: string;
      pairs: { privateKey: string }[];
    };
    const secrets = [keys.records, keys.index, keys.mac, ...keys.pairs.map(({ privateKey }) => privateKey)];
    const { gunzipSync } = await import('node:zlib');
    let read = 0;
    for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      const text = (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
      read += text.length;
      for (const secret of [...secrets, 'surgery', '07700', 'mother']) {
        expect(text.includes(secret), `${entry.name} holds ${secret.slice(0, 4)}`).toBe(false);
      }
    }
    expect(read).toBeGreaterThan(5000);
  });

  test.each(['inbox.jsonl.gz', 'media'])('a damaged %s is noticed, and nothing is restored', async (what) => {
    const { from } = await filled('SQLite');
    const dir = await folder();
    const manifest = await backup({ store: from.store, blobs: from.blobs, dir, keyIds: keyIds(from) });
    if (what === 'media') await rm(join(dir, 'media'), { recursive: true });
    else {
      const path = join(dir, manifest.folder, what);
      const bytes = await readFile(path);
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      await writeFile(path, bytes);
    }
    const to = await desk('SQLite');
    await expect(restore({ store: to.store, blobs: to.blobs, dir })).rejects.toThrow(/damaged/);
    expect(await to.store.records.list({ limit: 10 })).toEqual([]);
    await expect(restore({ store: to.store, blobs: to.blobs, dir: await folder() })).rejects.toThrow(/no backup/);
  });

  test('nothing is durable when the backup could not be read back', async () => {
    const { from, installId } = await filled('SQLite');
    const dir = await folder();
    await from.store.sql.transaction((tx) =>
      tx.query(`UPDATE inbox SET envelope = '{"torn":' WHERE state = 'waiting'`),
    );
    await expect(backup({ store: from.store, blobs: from.blobs, dir, keyIds: keyIds(from) })).rejects.toThrow();
    expect(await from.store.queue.durableThrough(installId, null)).toBe(0);
    await expect(readFile(join(dir, 'manifest.json'))).rejects.toThrow(/ENOENT/);
  });

  test('what the media store has not got is not durable, whatever the record says of its file', async () => {
    const { from, installId, medium } = await filled('SQLite');
    await from.blobs.remove(chunkKey(medium.id, 0));
    await backup({ store: from.store, blobs: from.blobs, dir: await folder(), keyIds: keyIds(from) });
    expect(await from.store.queue.durableThrough(installId, null)).toBe(0);
    await from.blobs.put(chunkKey(medium.id, 0), new Uint8Array([7, 8, 9]));
    await backup({ store: from.store, blobs: from.blobs, dir: await folder(), keyIds: keyIds(from) });
    expect(await from.store.queue.durableThrough(installId, null)).toBe(5);
  });

  test('what was withdrawn, and who was turned away, after the backup stays so when it is restored', async () => {
    const { from, medium, talk, deviceId } = await filled('SQLite');
    const backupsDir = await folder();
    const warned: string[] = [];
    const log = { info: () => {}, warn: (event: string) => void warned.push(event) };
    const store = keepLasting(from.store, backupsDir, log);
    const person = { actorId: randomUUID(), displayName: 'Bea', role: 'lead', loginName: 'bea', active: true } as const;
    await store.people.add({ ...person, passwordHash: 'x' });
    await store.devices.setState(deviceId, 'approved');
    const coded = await from.seal({ kind: 'conversation', body: aConversation(), receiptCode: 'ABCD1234' });
    await from.push([coded]);
    await from.work();
    await dailyBackup({ store, blobs: from.blobs, keyIds: keyIds(from), backupsDir });

    const later = new Date().toISOString();
    const codeHash = codeHashOf(from.keyring, 'ABCD1234');
    const request = { scope: 'words', inboxId: null, byName: 'Ada' } as const;
    await store.records.withdraw({ ...request, codeHash, entityId: null }, later);
    await store.records.withdraw({ ...request, codeHash: null, entityId: talk.entityId }, later);
    await store.devices.setState(deviceId, 'revoked');
    await store.people.update(person.actorId, { active: false });
    const [day = ''] = (await readdir(backupsDir)).filter((name) => name.startsWith('20'));
    const written = await readFile(join(backupsDir, 'lasting.jsonl'), 'utf8');
    expect(written).not.toMatch(/Bea|Ada|ABCD1234/);
    await writeFile(join(backupsDir, 'lasting.jsonl'), `${written}{"at":"torn`);

    const to = await desk('SQLite');
    await restore({ store: to.store, blobs: to.blobs, dir: join(backupsDir, day) });
    for (const { entityId } of [coded, talk]) {
      expect((await to.store.records.item(entityId))?.withdrawn).toBe(true);
      expect((await to.store.records.filed(entityId)).every(({ box }) => box === null)).toBe(true);
    }
    await workOnce({ store: to.store, blobs: to.blobs, keyring: from.keyring });
    expect(await to.blobs.get(chunkKey(medium.id, 0))).toBeNull();
    expect((await to.store.devices.get(deviceId))?.state).toBe('revoked');
    expect((await to.store.people.get(person.actorId))?.active).toBe(false);

    // A folder that cannot be written to stops nobody from taking their words back.
    const file = join(backupsDir, 'lasting.jsonl');
    const blocked = keepLasting(from.store, join(file, 'below-a-file'), log);
    await blocked.records.withdraw({ ...request, codeHash: 'h', entityId: null }, later);
    expect(warned).toEqual(['lasting-not-written']);
  });

  test('the days share their files, the oldest goes, and what was withdrawn goes with it', async () => {
    const { from, medium, talk } = await filled('SQLite');
    const backupsDir = await folder();
    const shared = { store: from.store, blobs: from.blobs, keyIds: keyIds(from), backupsDir, keep: 3 };
    const chunks = async () =>
      (await readdir(join(backupsDir, 'media'), { recursive: true, withFileTypes: true })).filter((f) => f.isFile())
        .length;
    const day = (n: number) => dailyBackup({ ...shared, now: new Date(`2026-12-0${n}T03:00:00Z`) });
    await day(1);
    await day(1);
    await day(2);
    expect(await chunks()).toBe(1);
    await from.store.records.withdraw(
      { codeHash: null, entityId: talk.entityId, scope: 'words', inboxId: null, byName: '' },
      '2026-12-02T04:00:00.000Z',
    );
    expect((await from.store.media.get(medium.id))?.state).toBe('withdrawn');
    await day(3);
    await day(4);
    expect((await readdir(backupsDir)).sort()).toEqual(['2026-12-02', '2026-12-03', '2026-12-04', 'media']);
    expect(await chunks()).toBe(1);
    await day(5);
    expect(await chunks()).toBe(0);
  });
});

test('a backup of an older version, without the tables that came since, comes back; one that lost a table does not', async () => {
  const { from } = await filled('SQLite');
  const dir = await folder();
  await backup({ store: from.store, blobs: from.blobs, dir, keyIds: keyIds(from) });
  const path = join(dir, 'manifest.json');
  const whole = JSON.parse(await readFile(path, 'utf8')) as { schemaVersion: number; tables: Record<string, unknown> };
  const later = ['surveys', 'survey_texts', 'survey_assets', 'survey_asset_uses'];
  const tables = Object.fromEntries(Object.entries(whole.tables).filter(([name]) => !later.includes(name)));
  await writeFile(path, JSON.stringify({ ...whole, tables }));
  const damaged = await desk('SQLite');
  await expect(restore({ store: damaged.store, blobs: damaged.blobs, dir })).rejects.toThrow(/damaged/);
  await writeFile(path, JSON.stringify({ ...whole, tables, schemaVersion: 1 }));
  const to = await desk('SQLite');
  await restore({ store: to.store, blobs: to.blobs, dir });
  expect(await to.store.surveys.list()).toEqual([]);
  expect(await to.store.records.list({ limit: 10 })).toEqual(await from.store.records.list({ limit: 10 }));
});
