import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLine, openRecord } from '../../../server/inbox/boxes.ts';
import { settleOwed } from '../../../server/inbox/owed.ts';
import { codeHashOf, withdrawByCode } from '../../../server/inbox/withdrawals.ts';
import { facetToken, queryTokens } from '../../../server/inbox/words.ts';
import { startWorker } from '../../../server/inbox/worker.ts';
import { chunkKey } from '../../../server/ports/blobs.ts';
import { defineKind, SEND_ORDER } from '../../../src/domain/kind.ts';
import { findKind } from '../../../src/kinds/registry.ts';
import { aConversation, aMedium, aNeed, aPromise, voidOf } from '../../helpers/sealed-operations.ts';
import { openDesk, type Desk } from '../../helpers/desk-parts.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('the worker', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const parked = async () => (await desk.store.queue.quarantined(100)).rows.map((row) => row.reason);
  const opened = async (entityId: string) => {
    const rows = await desk.store.records.filed(entityId);
    return Promise.all(rows.map(({ opId, box }) => (box === null ? null : openRecord(desk.keyring, opId, box))));
  };
  const found = async (typed: string) => {
    const tokens = queryTokens(desk.keyring, typed);
    return (await desk.store.records.list({ tokens, limit: 50 })).map((row) => row.entityId);
  };

  test('opens, checks and files a conversation, readable with the key and findable by its words', async () => {
    const op = await desk.seal({ kind: 'conversation', body: aConversation(), receiptCode: '7KQ4M2TD' });
    expect(await desk.push([op])).toEqual(['stored']);
    await desk.work();
    expect((await opened(op.entityId))[0]?.body).toEqual(aConversation());
    const item = await desk.store.records.item(op.entityId);
    expect(await openLine(desk.keyring, op.entityId, item?.lineBox ?? new Uint8Array())).toMatchObject({
      headline: aConversation().said,
      placeName: 'Hill Road Hall',
      groupName: 'Tuesday lunch club',
      recordedBy: 'Sam Champion',
    });
    for (const typed of ['surgery', 'SURG', 'mother letter', 'hill road', 'lunch clu']) {
      expect(await found(typed), typed).toEqual([op.entityId]);
    }
    for (const typed of ['surgeon', 'sur gery', 'mother dentist', 'surg '])
      expect(await found(typed), typed).toEqual([]);
    for (const facet of ['services:gp', 'kind:conversation', 'language:en', 'settings:community-centre']) {
      const tokens = [facetToken(desk.keyring, facet)];
      expect(await desk.store.records.list({ tokens, limit: 5 }), facet).toHaveLength(1);
    }
  });

  test('no word of it stands readable in the database', async () => {
    const op = await desk.seal({ kind: 'conversation', body: aConversation(), receiptCode: '7KQ4M2TD' });
    await desk.push([op]);
    await desk.work();
    const tables = ['inbox', 'records', 'items', 'item_words', 'history', 'reference', 'codes'];
    const dump = await Promise.all(tables.map((table) => desk.store.sql.query(`SELECT * FROM ${table}`)));
    const text = JSON.stringify(dump, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    ).toLowerCase();
    expect(text.length).toBeGreaterThan(2000);
    for (const word of ['surgery', 'mother', 'hill road', 'lunch', 'sam champion', '07700', '7kq4m2td']) {
      expect(text.includes(word), word).toBe(false);
    }
  });

  test('a need due today is urgent; one without a date gets one from its urgency', async () => {
    const urgent = await desk.seal({ kind: 'immediate-need', body: aNeed() });
    const week = await desk.seal({ kind: 'immediate-need', body: aNeed({ urgency: 'this-week' }) });
    const agreed = await desk.seal({ kind: 'immediate-need', body: aNeed({ urgency: 'soon', byWhen: '2026-12-24' }) });
    await desk.push([urgent, week, agreed]);
    await desk.work();
    const of = async (id: string) => {
      const item = await desk.store.records.item(id);
      return [item?.lane, item?.dueAt];
    };
    expect(await of(urgent.entityId)).toEqual(['urgent', '2026-11-20']);
    expect(await of(week.entityId)).toEqual(['needs', '2026-11-27']);
    expect(await of(agreed.entityId)).toEqual(['needs', '2026-12-24']);
  });

  test('a tally and a visit without words are filed, counted and not listed', async () => {
    const tally = await desk.seal({ kind: 'no-thanks', body: { count: 3, reason: 'no-time' } });
    const blank = { startedAt: '2026-11-20T09:00:00Z', endedAt: null, heard: [], hearBack: '', note: '' };
    const visit = await desk.seal({ kind: 'visit', body: blank });
    await desk.push([tally, visit]);
    await desk.work();
    expect(await desk.store.records.list({ limit: 10 })).toEqual([]);
    expect((await opened(tally.entityId))[0]?.body).toEqual({ count: 3, reason: 'no-time' });
    const told = { ...blank, endedAt: '2026-11-20T12:00:00Z', heard: ['Nobody can reach the surgery by phone'] };
    const end = await desk.seal({ kind: 'visit', body: told, entityId: visit.entityId, amends: visit.opId });
    await desk.push([end]);
    await desk.work();
    expect((await desk.store.records.list({ limit: 10 })).map((row) => row.entityId)).toEqual([visit.entityId]);
    expect(await found('reach surgery')).toEqual([visit.entityId]);
  });

  test('one bad row after another never holds up the good ones', async () => {
    const good = await desk.seal({ kind: 'conversation', body: aConversation() });
    const torn = await desk.seal({ kind: 'conversation', body: aConversation() });
    const other = await desk.seal({ kind: 'conversation', body: aConversation(), record: { kind: 'promise' } });
    const swapped = await desk.seal({
      kind: 'conversation',
      body: aConversation(),
      record: { entityId: randomUUID() },
    });
    const someone = { actorId: randomUUID(), displayName: 'X' };
    const impostor = await desk.seal({ kind: 'conversation', body: aConversation(), record: { recordedBy: someone } });
    const odd = await desk.seal({ kind: 'conversation', body: { said: 5 } });
    const map = await desk.seal({ kind: 'walk-along', body: {} });
    const newer = await desk.seal({ kind: 'conversation', schemaVersion: 2, body: aConversation() });
    const stranger = await desk.seal({ kind: 'conversation', body: aConversation() });
    const relabelled = { ...torn, kind: 'quick-note' };
    const unknownKey = { ...stranger, sealed: { ...stranger.sealed, keyId: 'lost' } };
    const all = [relabelled, other, swapped, impostor, odd, map, newer, unknownKey, good];
    expect(new Set(await desk.push(all))).toEqual(new Set(['stored']));
    await desk.work();
    expect(await opened(good.entityId)).toHaveLength(1);
    expect((await parked()).reverse()).toEqual([
      'cannot-open',
      'does-not-fit',
      'does-not-fit',
      'does-not-fit',
      'does-not-fit',
      'unknown-kind',
      'unknown-version',
      'unknown-key',
    ]);
    const details = (await desk.store.queue.quarantined(100)).rows.map((row) => row.detail ?? '').join(' ');
    expect(details).not.toContain('surgery');
  });

  test('after an update, what was parked as newer is filed on retry, an old body brought up step by step', async () => {
    const schema = z.strictObject({ words: z.string(), tags: z.array(z.string()) });
    const postcard = defineKind({
      name: 'postcard',
      schemaVersion: 3,
      schema,
      upgrades: {
        1: (older) => ({ text: (older as { text: string }).text, tag: 'none' }),
        2: (older) => ({ words: (older as { text: string }).text, tags: [(older as { tag: string }).tag] }),
      },
      sendOrder: SEND_ORDER.words,
      givesReceipt: false,
      lane: () => 'rest',
      words: (card) => [card.words],
      facets: () => [],
      headline: (card) => card.words,
    });
    const first = await desk.seal({ kind: 'postcard', schemaVersion: 1, body: { text: 'greetings' } });
    const second = await desk.seal({ kind: 'postcard', schemaVersion: 2, body: { text: 'wishes', tag: 'sea' } });
    await desk.push([first, second]);
    await desk.work();
    expect(await parked()).toEqual(['unknown-kind', 'unknown-kind']);
    for (const row of (await desk.store.queue.quarantined(10)).rows) await desk.store.queue.retry(row.inboxId);
    await desk.work({
      find: (name) => (name === 'postcard' ? (postcard as ReturnType<typeof findKind>) : findKind(name)),
    });
    expect((await opened(first.entityId))[0]).toMatchObject({
      schemaVersion: 3,
      body: { words: 'greetings', tags: ['none'] },
    });
    expect((await opened(second.entityId))[0]?.body).toEqual({ words: 'wishes', tags: ['sea'] });
    expect(await found('greetings')).toEqual([first.entityId]);
  });

  test('a void is done with nothing filed, and tells its tablet so', async () => {
    const deviceId = randomUUID();
    const op = voidOf(await desk.seal({ kind: 'conversation', body: aConversation() }));
    expect(await desk.push([op], deviceId)).toEqual(['stored']);
    await desk.work();
    // Only the tombstone is there, and no list shows it.
    expect((await desk.store.records.item(op.entityId))?.withdrawn).toBe(true);
    expect(await desk.store.records.filed(op.entityId)).toEqual([]);
    expect((await desk.store.records.list({ limit: 10 })).map((item) => item.entityId)).not.toContain(op.entityId);
    const [row] = (await desk.store.reference.since(0, deviceId, 10)).rows;
    expect(row?.value).toMatchObject({ opId: op.opId, state: 'withdrawn' });
  });

  test.each(['before', 'after'])(
    'what was added to a record goes with it, although it came %s the void',
    async (order) => {
      const first = await desk.seal({ kind: 'conversation', body: aConversation(), receiptCode: '2ZZ4M2TD' });
      const { entityId, installId, opId } = first;
      const more = { kind: 'conversation', body: aConversation({ said: 'One thing more' }), installId, seq: 2 };
      const addition = await desk.seal({ ...more, entityId, amends: opId });
      const all = [addition, voidOf(first)];
      await desk.push(order === 'before' ? all : all.reverse());
      await desk.work();
      expect((await desk.store.records.item(entityId))?.withdrawn).toBe(true);
      expect((await desk.store.records.filed(entityId)).filter(({ box }) => box !== null)).toEqual([]);
      expect(await found('one thing more')).toEqual([]);
    },
  );

  test.each(['before', 'after'])('a withdrawal that comes %s its record empties it, files and all', async (order) => {
    const medium = aMedium();
    const op = await desk.seal({
      kind: 'conversation',
      body: aConversation(),
      receiptCode: '7KQ4M2TD',
      media: [medium],
    });
    const stop = await desk.seal({ kind: 'withdrawal', body: { code: '7KQ4M2TD', scope: 'words' } });
    await desk.push(order === 'before' ? [stop] : [op]);
    await desk.work();
    await desk.push(order === 'before' ? [op] : [stop]);
    await desk.store.media.addChunk(medium.id, 0, 3);
    await desk.blobs.put(chunkKey(medium.id, 0), new Uint8Array([1, 2, 3]));
    await desk.work();
    await desk.work();
    expect(await opened(op.entityId)).toEqual([null]);
    expect(await desk.store.records.item(op.entityId)).toMatchObject({ withdrawn: true, lineBox: null });
    expect(await found('surgery')).toEqual([]);
    expect(await desk.blobs.get(chunkKey(medium.id, 0))).toBeNull();
    const kept = await desk.store.sql.query<{ envelope: string | null }>('SELECT envelope FROM inbox WHERE op_id = ?', [
      op.opId,
    ]);
    expect(kept).toEqual([{ envelope: null }]);
  });

  test('a withdrawal by entity needs no code', async () => {
    const op = await desk.seal({
      kind: 'quick-note',
      body: { theme: 'damp', feeling: 'bad', voice: 'own', said: 'Mould again' },
    });
    const stop = await desk.seal({ kind: 'withdrawal', body: { code: '', entity: op.entityId, scope: 'words' } });
    const neither = await desk.seal({ kind: 'withdrawal', body: { code: '', scope: 'words' } });
    await desk.push([stop, op, neither]);
    await desk.work();
    expect((await opened(op.entityId)).filter((record) => record !== null)).toEqual([]);
    const [item, ...more] = await desk.store.records.list({ limit: 10 });
    expect(item).toMatchObject({ entityId: op.entityId, kind: 'quick-note', withdrawn: true, lineBox: null });
    expect(more).toEqual([]);
    expect(await found('mould')).toEqual([]);
    expect(await parked()).toEqual(['does-not-fit']);
  });

  test.each(['before', 'after'])('a contact withdrawn %s leaves the words and takes the number', async (order) => {
    const talk = await desk.seal({ kind: 'conversation', body: aConversation(), receiptCode: '7KQ4M2TD' });
    const need = await desk.seal({ kind: 'immediate-need', body: aNeed(), receiptCode: '7KQ4M2TD' });
    const codeHash = codeHashOf(desk.keyring, '7KQ4-M2TD') ?? '';
    const withdraw = () =>
      withdrawByCode(desk.deps, { codeHash, scope: 'contact', byName: 'Ada' }, new Date().toISOString());
    if (order === 'before') expect(await withdraw()).toBe(0);
    await desk.push([talk, need]);
    await desk.work();
    if (order === 'after') expect(await withdraw()).toBe(2);
    const { contact: _, ...rest } = aConversation();
    expect((await opened(talk.entityId))[0]?.body).toEqual(rest);
    expect((await opened(need.entityId))[0]?.body).toEqual({ ...aNeed(), reachDetail: '' });
    expect(await found('surgery')).toEqual([talk.entityId]);
    const kept = await desk.store.sql.query('SELECT 1 FROM inbox WHERE envelope IS NOT NULL');
    expect(kept).toEqual([]);
  });

  test('a promise is owed until its item is done, and again when it is reopened', async () => {
    const op = await desk.seal({ kind: 'promise', body: aPromise() });
    await desk.push([op]);
    await desk.work();
    const owed = async () => {
      const { rows } = await desk.store.reference.since(0, 'any', 50);
      return rows.filter(({ kind }) => kind === 'owed').map((row) => row.value);
    };
    const value = {
      entityId: op.entityId,
      groupName: 'Tuesday lunch club',
      placeName: 'Hill Road Hall',
      what: 'Bring the forms in Romanian',
      dueOn: '2026-12-01',
    };
    expect(await owed()).toEqual([value]);
    for (const [state, expected] of [
      ['done', null],
      ['needs-action', value],
    ] as const) {
      const rev = (await desk.store.records.item(op.entityId))?.rev ?? -1;
      await desk.store.records.change(op.entityId, rev, { state }, []);
      await settleOwed(desk.deps, op.entityId, new Date().toISOString());
      expect(await owed()).toEqual([expected]);
    }
  });

  test('wakes when something arrives, and stops when asked', async () => {
    const worker = startWorker({ ...desk.deps, pollMs: 60_000 });
    try {
      const op = await desk.seal({ kind: 'conversation', body: aConversation() });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await desk.push([op]);
      worker.wake();
      await expect.poll(() => desk.store.records.item(op.entityId)).not.toBeNull();
    } finally {
      await worker.stop();
    }
  });

  test('goes on after the store has failed under it, and tells what failed without content', async () => {
    const trouble: string[] = [];
    let broken = 3;
    const records = Object.assign(Object.create(desk.store.records) as typeof desk.store.records, {
      file: (...given: Parameters<typeof desk.store.records.file>) => {
        broken -= 1;
        if (broken >= 0) return Promise.reject(new TypeError('surgery'));
        return desk.store.records.file(...given);
      },
    });
    let clock = Date.now();
    const op = await desk.seal({ kind: 'conversation', body: aConversation() });
    await desk.push([op]);
    const worker = startWorker({
      ...desk.deps,
      store: { ...desk.store, records },
      now: () => new Date((clock += 60_000)),
      pollMs: 5,
      onTrouble: (what, details) => trouble.push(`${what} ${JSON.stringify(details)}`),
    });
    await expect.poll(() => opened(op.entityId)).toHaveLength(1);
    await worker.stop();
    expect(trouble).toHaveLength(3);
    expect(trouble.join(' ')).not.toContain('surgery');
  });
});
