import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpTransport } from '../../src/adapters/http/http-transport.ts';
import { createMemoryDeviceKey } from '../../src/adapters/memory/memory-device.ts';
import { pullRow } from '../../src/domain/pull-row.ts';
import { createEnrol } from '../../src/tablet/enrol.ts';
import { wipe } from '../../src/tablet/wipe.ts';
import { PUBLIC_URL, testApp, type TestApp } from '../helpers/app.ts';
import { ANN, createDisk, createWorld, FROM, PASSCODE } from '../helpers/tablet/test-world.ts';

/** Enrolment against the server's real routes: what the tablet believes of itself and of its key. */

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ rateLimits: false });
});
afterAll(() => app.close());

/** A browser's fetch to the server in this process, with a cookie jar of one cookie. */
function browserFetch(): typeof fetch {
  let cookie = '';
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('sec-fetch-site', 'same-origin');
    if (cookie !== '') headers.set('cookie', cookie);
    const { signal: _signal, cache: _cache, credentials: _credentials, ...rest } = init ?? {};
    const answer = await app.send(new Request(new URL(String(input), PUBLIC_URL), { ...rest, headers }));
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
}

async function aTablet() {
  const world = await createWorld(createDisk());
  await world.disk.reference.clear();
  const key = createMemoryDeviceKey();
  const fetch = browserFetch();
  const link = createHttpTransport({ key, fetch });
  const pulled = async (on = world.disk) => {
    const { rows } = await link.pull(null);
    await on.reference.apply(rows.map((row) => pullRow.parse(row)));
  };
  const enrolOn = (disk = world.disk, deviceKey = key) =>
    createEnrol({
      key: deviceKey,
      link: deviceKey === key ? link : createHttpTransport({ key: deviceKey, fetch }),
      journal: disk.journal,
      outbox: disk.outbox,
      reference: disk.reference,
      clock: world.clock,
      approved: () => pulled(disk),
    });
  const approve = async () => {
    const deviceId = (await key.deviceId()) ?? '';
    await app.deps.store.devices.setState(deviceId, 'approved');
    return deviceId;
  };
  return { world, key, link, enrolOn, approve };
}

describe('enrolment', () => {
  test('from the code to the first reference data, both screens with the same check', async () => {
    const { world, enrolOn, approve } = await aTablet();
    const enrol = enrolOn();
    expect(await enrol.state()).toEqual({ step: 'not-enrolled' });
    const code = (await app.newCode()).toLowerCase();
    const waiting = await enrol.begin(`${code.slice(0, 5)} ${code.slice(5)}`, 'Tablet 7');
    const [seen] = (await app.deps.store.devices.list()).filter(({ label }) => label === 'Tablet 7');
    expect(waiting).toEqual({ step: 'waiting', check: seen?.check });
    expect(await enrol.poll()).toEqual(waiting);
    expect(await enrolOn().state()).toEqual(waiting);
    const deviceId = await approve();
    expect(await enrol.poll()).toEqual({ step: 'enrolled', deviceId });
    expect((await world.disk.reference.organisation())?.name).toBe('Riverside Listening');
    expect(await enrolOn().state()).toEqual({ step: 'enrolled', deviceId });
  });

  test('a code that is wrong, used or typed badly says so and changes nothing', async () => {
    const { enrolOn } = await aTablet();
    const enrol = enrolOn();
    await expect(enrol.begin('123', 'x')).rejects.toMatchObject({ code: 'code-unknown' });
    await expect(enrol.begin('0000000000', 'x')).rejects.toMatchObject({ code: 'code-unknown' });
    const code = await app.newCode();
    await (await aTablet()).enrolOn().begin(code, 'first');
    await expect(enrol.begin(code, 'second')).rejects.toMatchObject({ code: 'code-used' });
    expect(await enrol.state()).toEqual({ step: 'not-enrolled' });
  });

  test('refused by staff', async () => {
    const { key, enrolOn } = await aTablet();
    const enrol = enrolOn();
    await enrol.begin(await app.newCode(), 'Unknown tablet');
    await app.deps.store.devices.setState((await key.deviceId()) ?? '', 'refused');
    expect(await enrol.poll()).toEqual({ step: 'refused' });
  });

  test('a lost database is noticed; the journal is handed over by cookie alone, and the tablet joins again', async () => {
    const { world, enrolOn, approve } = await aTablet();
    const enrol = enrolOn();
    await enrol.begin(await app.newCode(), 'Tablet 9');
    await approve();
    await enrol.poll();
    const page = world.live();
    const vault = await page.vault.create(ANN, 'Ann', PASSCODE);
    for (let n = 0; n < 3; n += 1) await page.finish(vault)(await page.draftsOf(vault).start('quick-note', FROM));
    await page.settled();

    const disk = createDisk(world.disk.journal);
    const newKey = createMemoryDeviceKey();
    expect(await world.startUp(disk)).toMatchObject({ recoveredRecords: 3, databaseLost: true });
    const after = enrolOn(disk, newKey);
    expect(await after.state()).toEqual({ step: 'lost-key', operations: 3 });
    expect(await after.recover()).toEqual({ sent: 3, problem: null });
    expect(await after.state()).toEqual({ step: 'lost-key', operations: 0 });
    const parked = await app.deps.store.queue.quarantined(10);
    expect(parked.rows.filter(({ reason }) => reason === 'from-recovered-journal')).toHaveLength(3);
    expect((await disk.outbox.list(10)).map(({ state }) => state)).toEqual([
      'quarantined',
      'quarantined',
      'quarantined',
    ]);
    expect(await after.recover()).toEqual({ sent: 0, problem: null });
    expect((await after.begin(await app.newCode(), 'Tablet 9 again')).step).toBe('waiting');
  });

  test('a revoked tablet loses what it could read and keeps what it has to send', async () => {
    const { world, key, link, enrolOn, approve } = await aTablet();
    const enrol = enrolOn();
    await enrol.begin(await app.newCode(), 'Tablet 11');
    const deviceId = await approve();
    await enrol.poll();
    await app.deps.store.devices.setState(deviceId, 'revoked');
    const page = world.live();
    const vault = await page.vault.create(ANN, 'Ann', PASSCODE);
    const drafts = page.draftsOf(vault);
    const withPhoto = await drafts.start('quick-note', FROM);
    const photo = await page.media.addPhoto(withPhoto, { bytes: new Uint8Array(50), mime: 'image/jpeg' });
    const done = await page.finish(vault)(await drafts.save({ ...withPhoto, media: [photo] }));
    const open = await drafts.start('quick-note', FROM);
    const lost = await page.media.addPhoto(open, { bytes: new Uint8Array(50), mime: 'image/jpeg' });
    await drafts.save({ ...open, media: [lost] });
    await page.settled();

    const { journal, outbox, media, reference } = world.disk;
    await wipe({ drafts: page.drafts, slots: page.slots, media, reference, outbox, journal, enrol });
    expect(await enrol.state()).toEqual({ step: 'not-enrolled' });
    expect(await world.live().vault.slots()).toEqual([]);
    expect(await world.disk.drafts.all()).toEqual([]);
    expect(await reference.organisation()).toBeNull();
    expect(await media.list()).toEqual([photo.id]);
    expect((await outbox.get(done.opId))?.operation?.sealed).not.toBeNull();
    expect(await journal.operationIds()).toEqual(new Set([done.opId]));
    expect([...(await journal.readState()).keys()]).toEqual(['enrolment']);
    expect(await key.deviceId()).toBe(deviceId);
    const again = enrolOn();
    expect(await again.state()).toEqual({ step: 'not-enrolled' });
    await expect(again.begin('0000000000', 'x')).rejects.toMatchObject({ code: 'code-unknown' });
    expect(await key.deviceId(), 'a wrong code takes no key away').toBe(deviceId);
    await expect(link.pull(null), 'and it still signs').rejects.toMatchObject({ code: 'device-revoked' });
  });
});
