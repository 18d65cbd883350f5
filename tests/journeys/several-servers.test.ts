import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDevice } from '../helpers/journey/device.ts';
import { type Place, aPlace } from '../helpers/journey/place.ts';
import { aNote } from '../helpers/journey/what-was-said.ts';
import { freshDatabase } from '../helpers/postgres.ts';
import { seeded } from '../helpers/simulation/seeded.ts';

/** Several tablets at once, two server processes, one PostgreSQL: every request may meet the other process. */
describe('two servers on one PostgreSQL', { timeout: 240_000 }, () => {
  let place: Place;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    place = await aPlace({ env: { DATABASE_URL: database.url } });
    await place.addServer();
  }, 120_000);
  afterAll(async () => {
    await place.close();
    await drop();
  }, 60_000);

  it('take everything from every tablet, once, photos too, over links that fail', async () => {
    const chance = seeded(7);
    const devices = [];
    for (let n = 0; n < 3; n += 1) devices.push(aDevice(place));
    for (const [which, device] of devices.entries()) {
      await device.offline();
      for (let n = 0; n < 30; n += 1) {
        const note = aNote(`pg ${which} ${n}`);
        await device.captures(n % 10 === 0 ? note.withPhoto() : note);
      }
      await device.captures(aNote(`pg ${which} withdrawn`).withCode(`AAAA000${which}`)).withdraws(`AAAA-000${which}`);
      const luck = chance.fork();
      device.link.mode(() => (luck.chance(0.2) ? luck.pick(['cut-after-commit', 'twice', 'down'] as const) : 'pass'));
    }
    for (const device of devices) device.engine.nudge();
    await Promise.all(devices.map((device) => device.sendsAll(90_000)));
    const items = await place.inboxShows((all) => all.length >= 90);
    expect(items.length).toBe(90);
    expect(items.every(({ mediaMissing, amendments }) => mediaMissing + amendments === 0)).toBe(true);
    expect(new Set(items.map(({ headline }) => headline)).size).toBe(90);
    expect(await place.quarantine()).toEqual([]);
    const tablets = await place.tablets();
    expect(tablets.map(({ received, gaps }) => [received, gaps])).toEqual(devices.map(() => [32, []]));
  });
});
