import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../server/ports/store.ts';
import { anArrival, DAY_MS, later, NOW } from './arrivals.ts';

const HEALTH = {
  unsent: 3,
  oldestUnsentAt: NOW,
  persisted: true,
  freeBytes: 1e9,
  battery: 0.5,
  appVersion: '1.0.0',
  wall: NOW,
};

export function tablesContract(open: () => Promise<Store>): void {
  describe('tablets', () => {
    test('a code lets one tablet in, once, in time', async () => {
      const { devices } = await open();
      await devices.addCode('good', later(600_000), 'Ada');
      await devices.addCode('old', later(-1), 'Ada');
      expect(await devices.takeCode('other', NOW)).toBe('unknown');
      expect(await devices.takeCode('old', NOW)).toBe('expired');
      const both = await Promise.all([devices.takeCode('good', NOW), devices.takeCode('good', NOW)]);
      expect(both.sort()).toEqual(['taken', 'used']);
    });

    test('a tablet is known by id and cookie, with its installs, health and count', async () => {
      const { devices, queue } = await open();
      const deviceId = randomUUID();
      await devices.add({ deviceId, label: 'Tablet 7', publicKey: 'key', check: 'ABC-DEF', cookieHash: 'c' }, NOW);
      expect(await devices.get(deviceId)).toMatchObject({
        state: 'waiting',
        health: null,
        received: 0,
        installIds: [],
      });
      const arrival = anArrival({ deviceId });
      await queue.add([arrival], NOW);
      await queue.add([arrival], NOW);
      await devices.contact(deviceId, arrival.installId, HEALTH, -31_536_000_000, later(5));
      await devices.setState(deviceId, 'approved');
      await devices.rename(deviceId, 'Tablet eight');
      expect(await devices.byCookie('c')).toEqual({
        deviceId,
        label: 'Tablet eight',
        publicKey: 'key',
        state: 'approved',
        check: 'ABC-DEF',
        enrolledAt: NOW,
        lastContactAt: later(5),
        health: HEALTH,
        clockSkewMs: -31_536_000_000,
        received: 1,
        installIds: [arrival.installId],
      });
      expect(await devices.list()).toHaveLength(1);
      expect(await devices.get(randomUUID())).toBeNull();
      expect(await devices.byCookie('d')).toBeNull();
    });
  });

  describe('people', () => {
    test('a login name is taken once; sessions end', async () => {
      const { people } = await open();
      const ada = {
        actorId: randomUUID(),
        displayName: 'Ada',
        role: 'admin' as const,
        loginName: 'ada',
        passwordHash: 'h',
        active: true,
      };
      expect(await people.add(ada)).toBe(true);
      expect(await people.add({ ...ada, actorId: randomUUID() })).toBe(false);
      const sam = { ...ada, actorId: randomUUID(), displayName: 'Sam', loginName: null, passwordHash: null };
      expect(await people.add(sam)).toBe(true);
      expect(await people.add({ ...sam, actorId: randomUUID() })).toBe(true);
      await people.update(ada.actorId, { active: false, role: 'lead', passwordHash: null });
      await people.update(ada.actorId, {});
      await people.seen(ada.actorId, NOW);
      expect(await people.byLogin('ada')).toEqual({
        ...ada,
        active: false,
        role: 'lead',
        passwordHash: null,
        lastSeenAt: NOW,
      });
      expect((await people.list()).map(({ displayName }) => displayName)).toEqual(['Ada', 'Sam', 'Sam']);
      for (const tokenHash of ['one', 'two']) {
        await people.addSession({ tokenHash, actorId: ada.actorId, createdAt: NOW, lastUsedAt: NOW });
      }
      await people.touchSession('one', later(1));
      expect(await people.session('one')).toMatchObject({ actorId: ada.actorId, lastUsedAt: later(1) });
      await people.endSession('one');
      expect(await people.session('one')).toBeNull();
      await people.endSessionsOf(ada.actorId);
      expect(await people.session('two')).toBeNull();
    });
  });

  describe('reference data', () => {
    const venue = (venueId: string, notes = '') =>
      ({
        kind: 'venue',
        id: venueId,
        value: { venueId, placeName: 'Hall', groupName: 'Club', setting: 'library', grade: 'open', notes },
      }) as const;

    test('comes in the order it changed, page by page, each row once', async () => {
      const { reference } = await open();
      await reference.put(venue('a'), null, NOW);
      await reference.put(venue('b'), null, NOW);
      await reference.put(venue('a', 'new'), null, NOW);
      const first = await reference.since(0, 'd', 1);
      expect(first).toMatchObject({ rows: [venue('b')], more: true });
      const rest = await reference.since(first.revision, 'd', 10);
      expect(rest).toMatchObject({ rows: [venue('a', 'new')], more: false });
      expect(await reference.since(rest.revision, 'd', 10)).toEqual({ rows: [], revision: rest.revision, more: false });
    });

    test('writes that meet each get a revision of their own', async () => {
      const { reference } = await open();
      await Promise.all(Array.from({ length: 30 }, (_, i) => reference.put(venue(`v${i}`), null, NOW)));
      const { rows, revision } = await reference.since(0, 'd', 100);
      expect(rows).toHaveLength(30);
      expect(revision).toBe(30);
    });

    test('old tombstones go, and the cursor they make too old is known', async () => {
      const { reference } = await open();
      expect(await reference.oldestRevision()).toBe(0);
      await reference.put(venue('a'), null, NOW);
      await reference.put({ kind: 'venue', id: 'a', value: null }, null, NOW);
      await reference.put(venue('b'), null, NOW);
      await reference.prune(later(-DAY_MS));
      expect(await reference.oldestRevision()).toBe(0);
      await reference.prune(later(DAY_MS));
      expect(await reference.oldestRevision()).toBe(2);
      expect((await reference.since(0, 'd', 10)).rows).toEqual([venue('b')]);
    });
  });

  describe('settings and the audit log', () => {
    test('a setting is set once where it must be', async () => {
      const { settings } = await open();
      expect(await settings.get('a')).toBeNull();
      const all = await Promise.all(['1', '2', '3'].map((value) => settings.setOnce('a', value)));
      expect(new Set(all).size).toBe(1);
      await settings.set('a', 'x');
      await settings.set('b', 'naïve “quotes” \u0000 عربي');
      expect(await settings.get('a')).toBe('x');
      expect((await settings.all()).get('b')).toContain('عربي');
    });

    test('the newest entries come first', async () => {
      const { audit } = await open();
      for (const about of ['1', '2', '3']) await audit.add({ at: NOW, byName: 'Ada', what: 'signed-in', about });
      expect((await audit.list(2)).map(({ about }) => about)).toEqual(['3', '2']);
    });
  });

  describe('media', () => {
    test('are announced with their operation and know their chunks', async () => {
      const { media, queue } = await open();
      const id = randomUUID();
      const medium = { id, role: 'photo' as const, sha256: 'ab'.repeat(32), bytes: 9, chunks: 2, mime: 'image/jpeg' };
      const arrival = anArrival({ media: [medium] });
      await queue.add([arrival], NOW);
      expect(await media.get(id)).toEqual({
        ...medium,
        opId: arrival.opId,
        entityId: arrival.entityId,
        state: 'coming',
      });
      await media.addChunk(id, 1, 4);
      await media.addChunk(id, 0, 5);
      await media.addChunk(id, 0, 5);
      expect(await media.chunks(id)).toEqual([0, 1]);
      await media.clearChunks(id);
      expect(await media.chunks(id)).toEqual([]);
      await media.setState(id, 'damaged', NOW);
      expect((await media.byEntity(arrival.entityId))[0]?.state).toBe('damaged');
      expect(await media.get(randomUUID())).toBeNull();
    });
  });
}
