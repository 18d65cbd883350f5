import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Arrival } from '../../../server/ports/queue-store.ts';
import type { Filing, HistoryRow } from '../../../server/ports/records-store.ts';
import type { Store } from '../../../server/ports/store.ts';
import { aFiling, anArrival, arrivalsOf, later, NOW, tokenOf } from './arrivals.ts';

const LEASE_MS = 60_000;

/** Adds, leases and files one operation; returns what filing answered. */
async function fileOne(store: Store, arrival: Arrival, over: Partial<Filing> = {}): Promise<string> {
  await store.queue.add([arrival], over.receivedAt ?? NOW);
  const leased = await store.queue.lease(1000, LEASE_MS, later(1000, over.receivedAt ?? NOW));
  const row = leased.find(({ opId }) => opId === arrival.opId);
  if (row === undefined) return 'not leased';
  return store.records.file(aFiling(row.inboxId, arrival, over), NOW);
}

const withdrawWords = (store: Store, over: { codeHash?: string; entityId?: string }) =>
  store.records.withdraw(
    { codeHash: over.codeHash ?? null, entityId: over.entityId ?? null, scope: 'words', inboxId: null, byName: 'Ada' },
    NOW,
  );

const aMedium = (id: string) => ({
  id,
  role: 'voice' as const,
  sha256: 'ab'.repeat(32),
  bytes: 9,
  chunks: 2,
  mime: 'audio/webm',
});

export function recordsContract(open: () => Promise<Store>): void {
  describe('records and items', () => {
    test('files once, however often it is asked', async () => {
      const store = await open();
      const one = anArrival();
      await store.queue.add([one], NOW);
      const [row] = await store.queue.lease(1, LEASE_MS, NOW);
      const filing = aFiling(row?.inboxId ?? '', one, { lane: 'needs', dueAt: '2026-11-23' });
      expect(await store.records.file(filing, NOW)).toBe('filed');
      expect(await store.records.file(filing, NOW)).toBe('already');
      expect(await store.queue.get(row?.inboxId ?? '')).toMatchObject({ state: 'applied' });
      expect(await store.records.filed(one.entityId)).toHaveLength(1);
      expect(await store.records.item(one.entityId)).toMatchObject({
        lane: 'needs',
        state: 'new',
        dueAt: '2026-11-23',
        capturedAt: '2026-11-20T10:00:00.000Z',
        withdrawn: false,
        amendments: 0,
        lineBox: new Uint8Array([4, 5]),
      });
      expect((await store.records.history(one.entityId)).map(({ what }) => what)).toEqual(['arrived']);
    });

    test('an amendment joins its item, wakes it when it was done, and its words are found too', async () => {
      const store = await open();
      const one = anArrival();
      await fileOne(store, one, { tokens: [tokenOf('first')] });
      const item = await store.records.item(one.entityId);
      await store.records.change(one.entityId, item?.rev ?? -1, { state: 'done' }, []);
      const more = anArrival({ entityId: one.entityId });
      await fileOne(store, more, {
        amends: one.opId,
        lane: 'urgent',
        lineBox: new Uint8Array([9]),
        tokens: [tokenOf('second')],
      });
      expect(await store.records.item(one.entityId)).toMatchObject({
        state: 'new',
        lane: 'urgent',
        amendments: 1,
        lineBox: new Uint8Array([9]),
      });
      const both = [tokenOf('first'), tokenOf('second')];
      expect(await store.records.list({ tokens: both, limit: 10 })).toHaveLength(1);
      expect((await store.records.history(one.entityId)).map(({ what }) => what)).toEqual(['arrived', 'amended']);
    });

    test('lists newest first, page by page, by every filter', async () => {
      const store = await open();
      const owner = {
        actorId: randomUUID(),
        displayName: 'Ada',
        role: 'staff' as const,
        loginName: null,
        passwordHash: null,
        active: true,
      };
      await store.people.add(owner);
      const made: string[] = [];
      for (let i = 0; i < 7; i += 1) {
        const one = anArrival({ kind: i % 2 === 0 ? 'promise' : 'quick-note' });
        made.unshift(one.entityId);
        const lane = i % 2 === 0 ? 'promises' : 'rest';
        await fileOne(store, one, {
          receivedAt: later(Math.floor(i / 2)),
          lane,
          tokens: [tokenOf('all'), tokenOf(`n${i}`)],
        });
      }
      await fileOne(store, anArrival({ kind: 'no-thanks' }), { listed: false });
      const ids = async (filter: object) =>
        (await store.records.list({ limit: 50, ...filter })).map((row) => row.entityId);
      expect(await ids({})).toEqual(made);
      const first = await store.records.list({ limit: 3 });
      const last = first.at(-1);
      if (last === undefined) throw new Error('a page was asked for');
      expect(await ids({ before: { receivedAt: last.receivedAt, entityId: last.entityId } })).toEqual(made.slice(3));
      expect(await ids({ kind: 'promise' })).toHaveLength(4);
      expect(await ids({ lane: 'rest', state: 'open' })).toHaveLength(3);
      expect(await ids({ tokens: [tokenOf('all')] })).toEqual(made);
      expect(await ids({ tokens: [tokenOf('all'), tokenOf('n3')], lane: 'rest' })).toEqual([made[3]]);
      expect(await ids({ tokens: [tokenOf('none')] })).toEqual([]);
      expect(await ids({ tokens: ["') OR 1=1 --"] })).toEqual([]);
      expect(
        await ids({ tokens: [tokenOf('all')], before: { receivedAt: last.receivedAt, entityId: last.entityId } }),
      ).toEqual(made.slice(3));

      const [newest] = first;
      await store.records.change(
        newest?.entityId ?? '',
        newest?.rev ?? -1,
        { state: 'done', ownerId: owner.actorId },
        [],
      );
      expect(await ids({ state: 'open' })).toHaveLength(6);
      expect(await ids({ state: 'done' })).toEqual([newest?.entityId]);
      expect(await ids({ ownerId: owner.actorId })).toEqual([newest?.entityId]);
      expect(await ids({ ownerId: null })).toHaveLength(6);
      expect((await store.records.item(newest?.entityId ?? ''))?.ownerName).toBe('Ada');
      expect(await store.records.counts({ limit: 1, kind: 'promise' })).toEqual({
        urgent: 0,
        needs: 0,
        promises: 3,
        rest: 3,
        found: 4,
      });
      expect((await store.records.counts({ limit: 1, tokens: [tokenOf('all')] })).found).toBe(7);
    });

    test('many that arrived in one moment are filed at once, and listed in the order of the queue', async () => {
      const store = await open();
      const all = arrivalsOf(randomUUID(), 1, 100);
      await store.queue.add(all, NOW);
      const rows = await store.queue.lease(100, LEASE_MS, NOW);
      const filings = rows.map((row, i) => aFiling(row.inboxId, all[i] ?? anArrival()));
      const outcomes = await Promise.all(filings.map((filing) => store.records.file(filing, NOW)));
      expect(new Set(outcomes)).toEqual(new Set(['filed']));
      const listed = await store.records.list({ limit: 200 });
      expect(listed.map((item) => item.entityId)).toEqual(all.map((one) => one.entityId).reverse());
    });

    test('a change counts only against the revision it was made for', async () => {
      const store = await open();
      const one = anArrival();
      await fileOne(store, one);
      const rev = (await store.records.item(one.entityId))?.rev ?? -1;
      const row: HistoryRow = { at: NOW, byName: 'Ada', what: 'state', detail: 'read' };
      const changes = await Promise.all([
        store.records.change(one.entityId, rev, { state: 'read', noteBox: new Uint8Array([7]) }, [row]),
        store.records.change(one.entityId, rev, { state: 'done' }, [row]),
      ]);
      expect(changes.filter((change) => change === null)).toHaveLength(1);
      expect((await store.records.history(one.entityId)).filter(({ what }) => what === 'state')).toHaveLength(1);
      expect(await store.records.change(randomUUID(), 0, { state: 'done' }, [])).toBeNull();
    });
  });

  describe('withdrawals', () => {
    test('after the record: words, envelope, search, note and media go, the count stays', async () => {
      const store = await open();
      const mediaId = randomUUID();
      const one = anArrival({ media: [aMedium(mediaId)] });
      await fileOne(store, one, { codeHash: 'code', tokens: [tokenOf('word')] });
      await store.media.addChunk(mediaId, 0, 5);
      const rev = (await store.records.item(one.entityId))?.rev ?? -1;
      await store.records.change(one.entityId, rev, { noteBox: new Uint8Array([7]), state: 'read' }, []);
      const waiting = anArrival({ entityId: one.entityId });
      const odd = anArrival({ entityId: one.entityId, opId: one.opId });
      await store.queue.add([waiting, odd], NOW);

      expect(await withdrawWords(store, { codeHash: 'code' })).toEqual({
        entityIds: [one.entityId],
        mediaIds: [mediaId],
      });
      const item = await store.records.item(one.entityId);
      expect(item).toMatchObject({ withdrawn: true, state: 'done', lineBox: null, noteBox: null, mediaMissing: 0 });
      expect((await store.records.filed(one.entityId)).map(({ box }) => box)).toEqual([null]);
      expect(await store.records.list({ tokens: [tokenOf('word')], limit: 10 })).toEqual([]);
      expect(await store.records.list({ limit: 10 })).toHaveLength(1);
      expect((await store.queue.quarantined(10)).total).toBe(0);
      expect(await store.queue.lease(10, LEASE_MS, later(LEASE_MS * 5))).toEqual([]);
      expect((await store.media.toRemove(10)).map(({ id }) => id)).toEqual([mediaId]);
      await store.media.clearChunks(mediaId);
      expect(await store.media.toRemove(10)).toEqual([]);
      expect(
        await store.records.change(one.entityId, item?.rev ?? -1, { noteBox: new Uint8Array([1]) }, []),
      ).toBeNull();
      expect(await store.queue.add([one], NOW)).toEqual(['duplicate']);
      expect(await store.queue.add([odd], NOW)).toEqual(['duplicate']);
      await store.media.setState(mediaId, 'here', NOW);
      expect((await store.media.get(mediaId))?.state).toBe('withdrawn');
    });

    test('before the record: nothing of it is ever filed', async () => {
      const store = await open();
      expect(await withdrawWords(store, { codeHash: 'early' })).toEqual({ entityIds: [], mediaIds: [] });
      const mediaId = randomUUID();
      const one = anArrival({ media: [aMedium(mediaId)] });
      expect(await fileOne(store, one, { codeHash: 'early', tokens: [tokenOf('early')] })).toBe('withdrawn');
      expect(await store.records.item(one.entityId)).toMatchObject({ withdrawn: true, lineBox: null });
      expect((await store.records.filed(one.entityId))[0]?.box).toBeNull();
      expect(await store.records.list({ tokens: [tokenOf('early')], limit: 10 })).toEqual([]);
      expect((await store.media.get(mediaId))?.state).toBe('withdrawn');
      const more = anArrival({ entityId: one.entityId });
      expect(await fileOne(store, more, { amends: one.opId })).toBe('withdrawn');
      expect(await store.records.byCode('early')).toEqual([one.entityId]);
    });

    test('an amendment that came before its withdrawn original is emptied with it', async () => {
      const store = await open();
      const one = anArrival();
      const more = anArrival({ entityId: one.entityId });
      await fileOne(store, more, { amends: one.opId, tokens: [tokenOf('more')] });
      await withdrawWords(store, { codeHash: 'late' });
      expect(await fileOne(store, one, { codeHash: 'late' })).toBe('withdrawn');
      expect((await store.records.filed(one.entityId)).map(({ box }) => box)).toEqual([null, null]);
      expect(await store.records.list({ tokens: [tokenOf('more')], limit: 10 })).toEqual([]);
    });

    test('by entity, before and after', async () => {
      const store = await open();
      const one = anArrival();
      await fileOne(store, one);
      await withdrawWords(store, { entityId: one.entityId });
      expect(await store.records.item(one.entityId)).toMatchObject({ withdrawn: true });
      const unseen = anArrival();
      await withdrawWords(store, { entityId: unseen.entityId });
      expect(await store.records.list({ limit: 10 })).toHaveLength(1);
      expect(await fileOne(store, unseen)).toBe('withdrawn');
      expect(await store.records.list({ limit: 10 })).toHaveLength(2);
    });

    test('of the contact alone: the words stay, and the record is listed until it was encrypted again', async () => {
      const store = await open();
      const one = anArrival();
      await fileOne(store, one, { codeHash: 'contact' });
      const contact = { codeHash: 'contact', entityId: null, scope: 'contact' as const, inboxId: null, byName: 'Ada' };
      expect(await store.records.withdraw(contact, NOW)).toEqual({ entityIds: [one.entityId], mediaIds: [] });
      expect(await store.records.contactsToRemove(10)).toEqual([
        { opId: one.opId, kind: 'conversation', box: new Uint8Array([1, 2, 3]) },
      ]);
      await store.records.replaceBox(one.opId, new Uint8Array([8]));
      expect(await store.records.contactsToRemove(10)).toEqual([]);
      expect((await store.records.filed(one.entityId))[0]?.box).toEqual(new Uint8Array([8]));
      const more = anArrival({ entityId: one.entityId });
      expect(await fileOne(store, more)).toBe('contact-withdrawn');
      const other = anArrival({ entityId: randomUUID() });
      expect(await fileOne(store, other, { codeHash: 'contact', withoutContact: true })).toBe('filed');
    });

    test('takes away what was owed', async () => {
      const store = await open();
      const one = anArrival({ kind: 'promise' });
      const value = { entityId: one.entityId, groupName: 'G', placeName: 'P', what: 'Bring forms', dueOn: null };
      const owedNow = async () => {
        const { rows } = await store.reference.since(0, 'nobody', 100);
        return rows.filter(({ kind }) => kind === 'owed').map((row) => row.value);
      };
      await fileOne(store, one, { rows: [{ kind: 'owed', id: one.entityId, value }] });
      expect(await owedNow()).toEqual([value]);
      const rev = (await store.records.item(one.entityId))?.rev ?? -1;
      await store.records.change(one.entityId, rev, { state: 'done' }, []);
      expect(await owedNow()).toEqual([null]);
      const two = anArrival({ kind: 'promise' });
      await fileOne(store, two, {
        rows: [{ kind: 'owed', id: two.entityId, value: { ...value, entityId: two.entityId } }],
      });
      await withdrawWords(store, { entityId: two.entityId });
      expect(await owedNow()).toEqual([null, null]);
    });

    test('wins every race with filing', async () => {
      const store = await open();
      for (let i = 0; i < 25; i += 1) {
        const one = anArrival();
        await store.queue.add([one], NOW);
        const [row] = await store.queue.lease(1, LEASE_MS, NOW);
        const filing = aFiling(row?.inboxId ?? '', one, { codeHash: `race-${i}`, tokens: [tokenOf('race')] });
        await Promise.all([store.records.file(filing, NOW), withdrawWords(store, { codeHash: `race-${i}` })]);
        expect((await store.records.filed(one.entityId)).map(({ box }) => box)).toEqual([null]);
      }
      expect(await store.records.list({ tokens: [tokenOf('race')], limit: 50 })).toEqual([]);
    });
  });

  describe('receipts', () => {
    test('tell the tablet that sent it, and no other, how each operation stands', async () => {
      const store = await open();
      const deviceId = randomUUID();
      const mediaId = randomUUID();
      const one = anArrival({ deviceId, media: [aMedium(mediaId)] });
      const parked = anArrival({ deviceId, park: 'from-revoked-tablet' });
      await store.queue.add([parked], NOW);
      await fileOne(store, one);
      const receipts = async (device: string) =>
        (await store.reference.since(0, device, 100)).rows.map((row) => row.value).filter((value) => value !== null);
      expect(await receipts(deviceId)).toEqual([
        { opId: parked.opId, state: 'quarantined', problem: 'from-revoked-tablet', mediaMissing: [] },
        { opId: one.opId, state: 'applied', problem: null, mediaMissing: [mediaId] },
      ]);
      await store.media.setState(mediaId, 'here', NOW);
      expect((await receipts(deviceId)).at(-1)).toMatchObject({ opId: one.opId, mediaMissing: [] });
      await withdrawWords(store, { entityId: one.entityId });
      expect((await receipts(deviceId)).at(-1)).toMatchObject({ opId: one.opId, state: 'withdrawn' });
      expect(await receipts(randomUUID())).toEqual([]);
    });
  });
}
