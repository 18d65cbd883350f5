import { describe, expect, test } from 'vitest';
import { specimens as notes } from '../../src/kinds/map-note/specimens.ts';
import { specimens as places } from '../../src/kinds/place/specimens.ts';
import { ANN, consentOf, createDisk, createWorld, FROM, PASSCODE } from '../helpers/tablet/test-world.ts';

async function opened(disk = createDisk()) {
  const world = await createWorld(disk);
  const page = world.live();
  const vault = await page.vault.create(ANN, 'Ann', PASSCODE);
  return { world, page, drafts: page.draftsOf(vault), finish: page.finish(vault), own: () => disk.reference.own() };
}
const from = (body: unknown) => ({ ...FROM, body });

describe('what a finished record tells of places', () => {
  test('is on this tablet at once: the new entry, and what was seen at another', async () => {
    const { drafts, finish, own } = await opened();
    const met = await finish(await drafts.start('place', from(places['venue'])));
    const seen = await finish(await drafts.start('map-note', from(notes['full'])));
    const told = await own();
    expect(told).toHaveLength(2);
    expect(told.find(({ opId }) => opId === met.opId)).toMatchObject({
      entityId: met.entityId,
      entry: { entryId: 'example-hall', checked: false, since: '2026-11-22' },
      observation: null,
    });
    expect(told.find(({ opId }) => opId === seen.opId)).toMatchObject({
      entityId: seen.entityId,
      entry: null,
      observation: { entryId: 'example-library', kind: 'trusted-place', byName: 'Ann', on: '2026-11-22' },
    });
  });

  test('is nothing where it is for the office, about no place, or no note at all', async () => {
    const { drafts, finish, own } = await opened();
    await finish(await drafts.start('map-note', from({ ...notes['full'], share: 'office' })));
    await finish(await drafts.start('map-note', from(notes['spot'])));
    await finish(await drafts.start('quick-note', FROM));
    expect(await own()).toEqual([]);
  });

  test('is nothing where the person did not want it written down', async () => {
    const { drafts, finish, own } = await opened();
    const draft = await drafts.start('place', from(places['person']));
    await finish({ ...draft, consent: consentOf({ use: 'no' }) });
    expect(await own()).toEqual([]);
  });

  test('never stands in the way of saving', async () => {
    const disk = createDisk();
    const failing = {
      ...disk,
      reference: {
        ...disk.reference,
        keepOwn: async () => {
          throw new Error('no room');
        },
      },
    };
    const { drafts, finish, own, world } = await opened(failing);
    const done = await finish(await drafts.start('place', from(places['venue'])));
    expect(await own()).toEqual([]);
    expect((await world.disk.outbox.get(done.opId))?.operation).not.toBeNull();
  });

  test('is there after finishing again, where the first time was cut short', async () => {
    const { drafts, finish, own, world } = await opened();
    const draft = await drafts.start('place', from(places['venue']));
    await finish(draft);
    await world.disk.reference.dropOwn([draft.entityId]);
    await finish(draft);
    expect(await own()).toMatchObject([{ entityId: draft.entityId }]);
  });

  test('is gone with the record that is withdrawn', async () => {
    const { page, drafts, finish, own } = await opened();
    const one = await finish(await drafts.start('place', from(places['venue'])));
    const other = await finish(await drafts.start('map-note', from(notes['full'])));
    await page.settled();
    await page.withdraw({ code: '', entityId: one.entityId, scope: 'words', actorId: ANN, displayName: 'Ann' });
    expect(await own()).toMatchObject([{ entityId: other.entityId }]);
  });
});
