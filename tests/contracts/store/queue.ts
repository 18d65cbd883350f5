import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../server/ports/store.ts';
import { aFiling, anArrival, arrivalsOf, DAY_MS, later, NOW } from './arrivals.ts';

const LEASE_MS = 60_000;
const HEALTH = {
  unsent: 0,
  oldestUnsentAt: null,
  persisted: true,
  freeBytes: null,
  battery: null,
  appVersion: 'test',
  wall: NOW,
};

export function queueContract(open: () => Promise<Store>): void {
  describe('the queue', () => {
    test('stores each once, and knows a duplicate by its hash', async () => {
      const { queue } = await open();
      const one = anArrival();
      const two = anArrival({ seq: 2, installId: one.installId });
      expect(await queue.add([one, two], NOW)).toEqual(['stored', 'stored']);
      expect(await queue.add([two, one, anArrival()], NOW)).toEqual(['duplicate', 'duplicate', 'stored']);
      expect(await queue.waitingCount()).toBe(3);
    });

    test('takes the same operation twice in one push, once', async () => {
      const { queue } = await open();
      const one = anArrival();
      expect(await queue.add([one, one], NOW)).toEqual(['stored', 'duplicate']);
      expect(await queue.waitingCount()).toBe(1);
    });

    test('keeps both when the same id comes with other content, the second in quarantine', async () => {
      const { queue } = await open();
      const one = anArrival();
      const other = anArrival({ opId: one.opId, installId: one.installId, seq: one.seq });
      await queue.add([one], NOW);
      expect(await queue.add([other], NOW)).toEqual(['quarantined']);
      expect(await queue.add([other], NOW)).toEqual(['quarantined']);
      const { rows, total } = await queue.quarantined(10);
      expect(total).toBe(1);
      expect(rows[0]).toMatchObject({ opId: one.opId, reason: 'same-id-other-content', envelope: other.envelope });
      expect(await queue.retry(rows[0]?.inboxId ?? '')).toBe(false);
      expect((await queue.lease(10, LEASE_MS, NOW)).map((row) => row.envelope)).toEqual([one.envelope]);
    });

    test('keeps both when two operations claim one number, and can file the second when staff say so', async () => {
      const { queue } = await open();
      const one = anArrival();
      const other = anArrival({ installId: one.installId, seq: one.seq });
      expect(await queue.add([one, other], NOW)).toEqual(['stored', 'quarantined']);
      const [parked] = (await queue.quarantined(10)).rows;
      expect(await queue.retry(parked?.inboxId ?? '')).toBe(true);
      expect((await queue.lease(10, LEASE_MS, NOW)).map((row) => row.opId).sort()).toEqual(
        [one.opId, other.opId].sort(),
      );
    });

    test('a void for what is here is a duplicate, and nothing comes in after a void', async () => {
      const { queue } = await open();
      const one = anArrival();
      const empty = anArrival({ opId: one.opId, installId: one.installId, kind: 'void' });
      await queue.add([one], NOW);
      expect(await queue.add([empty], NOW)).toEqual(['duplicate']);
      const voided = anArrival({ kind: 'void' });
      await queue.add([voided], NOW);
      const words = anArrival({ opId: voided.opId, installId: voided.installId });
      expect(await queue.add([words], NOW)).toEqual(['duplicate']);
      expect((await queue.quarantined(10)).total).toBe(0);
    });

    test('an install is one tablet’s: what another sends under it takes no number, and is kept aside', async () => {
      const { queue, devices } = await open();
      const [own, other] = [randomUUID(), randomUUID()];
      for (const deviceId of [own, other]) {
        await devices.add({ deviceId, label: '', publicKey: deviceId, check: '', cookieHash: deviceId }, NOW);
        await devices.setState(deviceId, 'approved');
      }
      const first = anArrival({ deviceId: own });
      const { installId } = first;
      const claims = [1, 2, 3].map((seq) => anArrival({ installId, seq, deviceId: other }));
      const words = anArrival({ installId, seq: 2, deviceId: own });
      expect(await queue.add([first], NOW)).toEqual(['stored']);
      expect(await queue.add(claims, NOW)).toEqual(['other-tablet', 'other-tablet', 'other-tablet']);
      await queue.addUnreadable(other, '{"odd":true}', 'bad-envelope', NOW, { installId, seq: 2 });
      await devices.contact(other, installId, HEALTH, 0, NOW);
      expect(await queue.haveThrough(installId)).toBe(1);
      expect((await devices.get(own))?.installIds).toEqual([installId]);
      expect(await queue.add([words, first], NOW)).toEqual(['stored', 'duplicate']);
      const parked = (await queue.quarantined(10)).rows.filter((row) => row.reason === 'from-other-tablet');
      expect(parked.map((row) => row.envelope).sort()).toEqual(claims.map((claim) => claim.envelope).sort());
      expect(await queue.retry(parked[0]?.inboxId ?? '')).toBe(true);

      // Once staff have let the first one go, or it has joined again, the install may move.
      await devices.setState(own, 'revoked');
      expect(await queue.add([anArrival({ installId, seq: 3, deviceId: other })], NOW)).toEqual(['stored']);
      const again = randomUUID();
      await devices.add({ deviceId: again, label: '', publicKey: again, check: '', cookieHash: again }, NOW);
      await devices.setState(again, 'approved');
      await devices.succeed(other, again);
      expect(await queue.add([anArrival({ installId, seq: 4, deviceId: again })], NOW)).toEqual(['stored']);
      expect(await queue.add([anArrival({ installId, seq: 5, deviceId: other })], NOW)).toEqual(['other-tablet']);
    });

    test('a void of another install empties nobody’s words', async () => {
      const { queue } = await open();
      const words = anArrival();
      await queue.add([anArrival({ opId: words.opId, kind: 'void' })], NOW);
      expect(await queue.add([words], NOW)).toEqual(['quarantined']);
      expect((await queue.quarantined(10)).rows.map((row) => row.envelope)).toEqual([words.envelope]);
    });

    test('parks at once what is to be parked, and gives it back on retry', async () => {
      const { queue } = await open();
      const one = anArrival({ park: 'from-revoked-tablet' });
      expect(await queue.add([one], NOW)).toEqual(['quarantined']);
      expect(await queue.lease(10, LEASE_MS, NOW)).toEqual([]);
      const [parked] = (await queue.quarantined(10)).rows;
      expect(parked).toMatchObject({ reason: 'from-revoked-tablet', state: 'quarantined' });
      expect(await queue.retry(parked?.inboxId ?? '')).toBe(true);
      expect(await queue.retry(parked?.inboxId ?? '')).toBe(false);
      expect(await queue.lease(10, LEASE_MS, NOW)).toHaveLength(1);
    });

    test('keeps what could not be read whole, once, and counts its number as arrived', async () => {
      const { queue } = await open();
      const installId = randomUUID();
      await queue.addUnreadable(null, '{"odd": "\\u0000"}', 'bad-envelope', NOW, { installId, seq: 1 });
      await queue.addUnreadable(null, '{"odd": "\\u0000"}', 'bad-envelope', NOW, { installId, seq: 1 });
      await queue.addUnreadable(null, '17', 'bad-envelope', NOW);
      const { rows, total } = await queue.quarantined(10);
      expect(total).toBe(2);
      expect(rows.map((row) => row.envelope).sort()).toEqual(['17', '{"odd": "\\u0000"}']);
      expect(await queue.haveThrough(installId)).toBe(1);
      expect(await queue.retry(rows[0]?.inboxId ?? '')).toBe(false);
    });

    test('says how far it has got, and what is missing', async () => {
      const { queue } = await open();
      const installId = randomUUID();
      expect(await queue.standing(installId, null)).toEqual({ haveThrough: 0, durableThrough: 0, missing: [] });
      await queue.add(arrivalsOf(installId, 1, 3), NOW);
      await queue.add(arrivalsOf(installId, 6, 7), NOW);
      await queue.add(arrivalsOf(installId, 9, 9), NOW);
      expect(await queue.haveThrough(installId)).toBe(3);
      expect(await queue.missing(installId)).toEqual([
        [4, 5],
        [8, 8],
      ]);
      await queue.add(arrivalsOf(installId, 4, 5), NOW);
      expect(await queue.standing(installId, null)).toEqual({ haveThrough: 7, durableThrough: 0, missing: [[8, 8]] });
    });

    test('durable is what a backup marked, or what is old enough', async () => {
      const { queue } = await open();
      const installId = randomUUID();
      await queue.add(arrivalsOf(installId, 1, 4), NOW);
      await queue.add(arrivalsOf(installId, 5, 6), later(DAY_MS));
      await queue.markDurable(new Map([[installId, 2]]));
      expect(await queue.durableThrough(installId, null)).toBe(2);
      expect(await queue.durableThrough(installId, later(-1))).toBe(2);
      expect(await queue.durableThrough(installId, later(1))).toBe(4);
      expect(await queue.durableThrough(installId, later(3 * DAY_MS))).toBe(6);
      await queue.markDurable(new Map([[installId, 1]]));
      expect(await queue.durableThrough(installId, null)).toBe(2);
    });

    test('stays right when very many have grown old, and when the organisation waits longer again', async () => {
      const { queue } = await open();
      const installId = randomUUID();
      for (let day = 0; day < 4; day += 1) {
        await queue.add(arrivalsOf(installId, day * 300 + 1, day * 300 + 300), later(day * DAY_MS));
      }
      const through = (ms: number) => queue.durableThrough(installId, later(ms));
      expect([await through(-1), await through(0), await through(1)]).toEqual([0, 300, 300]);
      expect([await through(DAY_MS), await through(2.5 * DAY_MS), await through(1)]).toEqual([600, 900, 300]);
      expect([await through(2 * DAY_MS), await through(9 * DAY_MS)]).toEqual([900, 1200]);
    });

    test('names gaps that have stood for long', async () => {
      const { queue } = await open();
      const installId = randomUUID();
      const deviceId = randomUUID();
      await queue.add(arrivalsOf(installId, 1, 40, { deviceId }), NOW);
      await queue.add(arrivalsOf(installId, 44, 45, { deviceId }), later(1000));
      expect(await queue.gaps(NOW)).toEqual([]);
      expect(await queue.gaps(later(DAY_MS))).toEqual([
        { installId, deviceId, first: 41, last: 43, since: later(1000) },
      ]);
      await queue.add(arrivalsOf(installId, 41, 43, { deviceId }), later(DAY_MS));
      expect(await queue.gaps(later(9 * DAY_MS))).toEqual([]);
    });

    test('leases the oldest, never two of one entity, and the next one only when the first is done', async () => {
      const store = await open();
      const installId = randomUUID();
      const entityId = randomUUID();
      const [first, second] = arrivalsOf(installId, 1, 2, { entityId });
      const other = anArrival({ installId, seq: 3 });
      if (first === undefined || second === undefined) throw new Error('two were asked for');
      await store.queue.add([first, second, other], NOW);
      const leased = await store.queue.lease(10, LEASE_MS, NOW);
      expect(leased.map((row) => row.opId)).toEqual([first.opId, other.opId]);
      expect(await store.queue.lease(10, LEASE_MS, NOW)).toEqual([]);
      expect(await store.records.file(aFiling(leased[0]?.inboxId ?? '', first), NOW)).toBe('filed');
      expect((await store.queue.lease(10, LEASE_MS, NOW)).map((row) => row.opId)).toEqual([second.opId]);
    });

    test('gives a row again when its lease has run out, and parks it after five', async () => {
      const { queue } = await open();
      await queue.add([anArrival()], NOW);
      for (let tried = 0; tried < 5; tried += 1) {
        const at = later(tried * (LEASE_MS + 1));
        expect(await queue.lease(10, LEASE_MS, at)).toHaveLength(1);
        expect(await queue.lease(10, LEASE_MS, later(LEASE_MS - 1, at))).toEqual([]);
      }
      expect(await queue.lease(10, LEASE_MS, later(DAY_MS))).toEqual([]);
      expect((await queue.quarantined(10)).rows[0]).toMatchObject({ reason: 'kept-failing', attempts: 5 });
    });

    test('tries again after a failure, later each time, and parks after the fifth', async () => {
      const { queue } = await open();
      await queue.add([anArrival()], NOW);
      let now = NOW;
      for (let tried = 1; tried <= 5; tried += 1) {
        const [row] = await queue.lease(1, LEASE_MS, now);
        expect(row?.attempts).toBe(tried);
        await queue.failed(row?.inboxId ?? '', 'TypeError', now);
        expect(await queue.lease(1, LEASE_MS, later(1, now))).toEqual([]);
        now = later(LEASE_MS, now);
      }
      const [parked] = (await queue.quarantined(10)).rows;
      expect(parked).toMatchObject({ reason: 'kept-failing', detail: 'TypeError', attempts: 5 });
      expect(await queue.retry(parked?.inboxId ?? '')).toBe(true);
      expect((await queue.lease(1, LEASE_MS, now))[0]?.attempts).toBe(1);
    });

    test('a parked row does not hold up the next of its entity', async () => {
      const { queue } = await open();
      const installId = randomUUID();
      const both = arrivalsOf(installId, 1, 2, { entityId: randomUUID() });
      await queue.add(both, NOW);
      const [row] = await queue.lease(10, LEASE_MS, NOW);
      await queue.park(row?.inboxId ?? '', 'does-not-fit', 'field: said');
      expect((await queue.lease(10, LEASE_MS, NOW)).map((next) => next.opId)).toEqual([both[1]?.opId]);
      expect(await queue.get(row?.inboxId ?? '')).toMatchObject({ state: 'quarantined', detail: 'field: said' });
    });

    test('answers calmly to ids that are none', async () => {
      const { queue } = await open();
      expect(await queue.get('x; DROP TABLE inbox')).toBeNull();
      expect(await queue.retry('-1')).toBe(false);
      await queue.park('nothing', 'does-not-fit', '');
      await queue.failed('99999999999999999999', '', NOW);
      expect(await queue.waitingCount()).toBe(0);
    });

    test('hundreds at once in one push', async () => {
      const { queue } = await open();
      const installId = randomUUID();
      const all = arrivalsOf(installId, 1, 237);
      expect(new Set(await queue.add(all, NOW))).toEqual(new Set(['stored']));
      expect(new Set(await queue.add(all, NOW))).toEqual(new Set(['duplicate']));
      expect(await queue.haveThrough(installId)).toBe(237);
    });

    test('pushes that meet are all counted', async () => {
      const { queue } = await open();
      const installId = randomUUID();
      const all = arrivalsOf(installId, 1, 60);
      await Promise.all(all.map((one) => queue.add([one], NOW)));
      expect(await queue.standing(installId, null)).toMatchObject({ haveThrough: 60, missing: [] });
    });
  });
}
