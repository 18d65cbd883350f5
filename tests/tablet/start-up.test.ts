import { expect, test } from 'vitest';
import { sweepMedia } from '../../src/tablet/start-up.ts';
import { ANN, createDisk, createWorld, FROM, PASSCODE } from '../helpers/tablet/test-world.ts';

async function withWork() {
  const world = await createWorld();
  const page = world.live();
  const vault = await page.vault.create(ANN, 'Ann', PASSCODE);
  const drafts = page.draftsOf(vault);
  const done = await page.finish(vault)(await drafts.start('quick-note', FROM));
  const open = await drafts.start('promise', { ...FROM, body: { what: 'call back' } });
  await page.settled();
  return { world, done, open };
}

test('a lost database comes back from the journal: records, drafts and passcodes', async () => {
  const { world, done, open } = await withWork();
  const disk = createDisk(world.disk.journal);
  const report = await world.startUp(disk);
  expect(report).toMatchObject({ recoveredRecords: 1, recoveredDrafts: 1, databaseLost: true, unplaced: 0 });
  const page = world.live(disk);
  const vault = await page.vault.unlock(ANN, PASSCODE);
  expect(await page.draftsOf(vault).list()).toEqual([open]);
  const row = await disk.outbox.get(done.opId);
  expect([row?.state, row?.seq]).toEqual(['waiting', 1]);
  const { installId } = await disk.outbox.install();
  expect(row?.operation?.installId).not.toBe(installId);
  expect(await world.startUp(disk)).toMatchObject({ recoveredRecords: 0, recoveredDrafts: 0, databaseLost: false });
});

test('a lost journal is rebuilt from the database, and then saves the database', async () => {
  const { world, done, open } = await withWork();
  const emptied = { ...world.disk, journal: createDisk().journal };
  expect(await world.startUp(emptied)).toMatchObject({ journalRebuilt: 1, recoveredRecords: 0, databaseLost: false });
  const disk = createDisk(emptied.journal);
  expect(await world.startUp(disk)).toMatchObject({ recoveredRecords: 1, recoveredDrafts: 1, databaseLost: true });
  const page = world.live(disk);
  expect(await page.draftsOf(await page.vault.unlock(ANN, PASSCODE)).list()).toEqual([open]);
  expect((await disk.outbox.get(done.opId))?.state).toBe('waiting');
});

test('wrong tries are not forgotten with the database', async () => {
  const { world } = await withWork();
  const page = world.live();
  for (let n = 0; n < 3; n += 1) await page.vault.unlock(ANN, 'not-this-one').catch(() => undefined);
  const disk = createDisk(world.disk.journal);
  await world.startUp(disk);
  const slots = await world.live(disk).vault.slots();
  expect(slots[0]?.failures).toBe(3);
  await expect(world.live(disk).vault.unlock(ANN, PASSCODE)).rejects.toMatchObject({ code: 'passcode-wait' });
});

test('files that belong to nothing go after a day; those of drafts and records stay', async () => {
  const { world, open } = await withWork();
  const page = world.live();
  const vault = await page.vault.unlock(ANN, PASSCODE);
  const photo = await page.media.addPhoto(open, { bytes: new Uint8Array(10), mime: 'image/jpeg' });
  await page.draftsOf(vault).save({ ...open, media: [photo] });
  const orphan = await page.media.addPhoto(open, { bytes: new Uint8Array(10), mime: 'image/jpeg' });
  world.clock.setWall(Date.now());
  expect(await sweepMedia({ ...world.disk, clock: world.clock })).toBe(0);
  world.clock.setWall(Date.now() + 25 * 3600_000);
  expect(await sweepMedia({ ...world.disk, clock: world.clock })).toBe(1);
  expect(await world.disk.media.list()).toEqual([photo.id]);
  expect(orphan.id).not.toBe(photo.id);
});
