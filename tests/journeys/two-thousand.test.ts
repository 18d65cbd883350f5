import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../helpers/fault-proxy.ts';
import { type Device, aDevice } from '../helpers/journey/device.ts';
import { type Place, aPlace } from '../helpers/journey/place.ts';
import { aNote } from '../helpers/journey/what-was-said.ts';
import { seeded } from '../helpers/simulation/seeded.ts';

/** Real tablets' parts, real HTTP, the real server, and a link that fails one time in four. `OPERATIONS` for long runs. */
const OPERATIONS = Number(process.env['OPERATIONS'] ?? 2_000);
const TABLETS = 4;
const SEED = Number(process.env['SEED'] ?? 20_261_122);

const FAULTS: readonly Fault[] = [
  'down',
  'cut-going',
  'cut-after-commit',
  'cut-coming',
  'twice',
  'garbage',
  { answer: 500, body: '{"problem":"server-failed"}' },
  { answer: 503, body: '{"problem":"server-busy"}' },
  { answer: 429, body: '{"problem":"too-many-requests"}', headers: { 'retry-after': '0' } },
  { answer: 401, body: '{"problem":"bad-signature"}' },
  { answer: 413, body: '{"problem":"too-large"}' },
];

describe(
  `${OPERATIONS} operations over a link that fails (SEED=${SEED})`,
  { timeout: 180_000 + OPERATIONS * 60 },
  () => {
    let place: Place;
    beforeAll(async () => {
      place = await aPlace();
    }, 60_000);
    afterAll(() => place.close(), 60_000);

    it('all arrive, once each, and nothing is quarantined', async () => {
      const chance = seeded(SEED);
      const devices: Device[] = [];
      for (let n = 0; n < TABLETS; n += 1) devices.push(aDevice(place));
      await Promise.all(devices.map((device) => device.offline()));
      const each = Math.ceil(OPERATIONS / TABLETS);
      for (const device of devices) {
        for (let n = 0; n < each; n += 1) {
          const photo = n % 100 === 0;
          await device.captures(photo ? aNote(`note ${n}`).withPhoto(2_000) : aNote(`note ${n}`));
        }
      }
      for (const device of devices) {
        const luck = chance.fork();
        device.link.mode(({ path }) => (path.startsWith('/sync/') && luck.chance(0.25) ? luck.pick(FAULTS) : 'pass'));
        device.engine.nudge();
      }
      await Promise.all(devices.map((device) => device.sendsAll(150_000)));

      const rows = (await Promise.all(devices.map((device) => device.rows()))).flat();
      expect(rows.length).toBe(each * TABLETS);
      expect(rows.filter(({ state }) => state !== 'stored' && state !== 'applied')).toEqual([]);
      const tablets = await place.tablets();
      expect(tablets.map(({ received, gaps }) => [received, gaps])).toEqual(devices.map(() => [each, []]));
      expect(await place.quarantine()).toEqual([]);
      const wanted = new Set(rows.map(({ entityId }) => entityId as string));
      await devices[0]?.until(
        'the inbox to be filled',
        30_000,
        async () => (await place.inbox()).length >= wanted.size,
      );
      const items = await place.inbox();
      expect(items.length).toBe(wanted.size);
      expect(
        items.every(
          ({ entityId, amendments, mediaMissing }) => wanted.has(entityId) && amendments + mediaMissing === 0,
        ),
      ).toBe(true);
      const faults = devices.flatMap((device) => device.link.log).filter(({ fault }) => fault !== 'pass').length;
      expect(faults).toBeGreaterThan(20);
    });
  },
);
