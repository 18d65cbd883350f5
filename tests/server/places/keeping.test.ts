import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { backup } from '../../../server/backup/backup.ts';
import { keepLasting } from '../../../server/backup/lasting.ts';
import { restore } from '../../../server/backup/restore.ts';
import { workOnce } from '../../../server/inbox/worker.ts';
import { openRecord } from '../../../server/inbox/boxes.ts';
import { bringVenues } from '../../../server/places/bring-venues.ts';
import { changePlace } from '../../../server/places/edit-place.ts';
import type { Store } from '../../../server/ports/store.ts';
import { NOWHERE } from '../../../src/domain/place.ts';
import type { Venue } from '../../../src/domain/protocol.ts';
import type { MapNote } from '../../../src/kinds/map-note/schema.ts';
import { openDesk, type Desk } from '../../helpers/desk-parts.ts';
import { DATABASES } from '../../helpers/stores.ts';
import { aNote, aPlace, aStamp, spotAt } from '../../helpers/told-places.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NOW = '2026-11-22T10:00:00.000Z';
const outing = { startedAt: '2026-11-20T09:00:00Z', endedAt: null, heard: [], hearBack: '', note: '' };
const quiet = { info: () => {}, warn: () => {} };
const ADA = { displayName: 'Ada', mayLoosen: true };

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
  const dir = await mkdtemp(join(tmpdir(), 'said-places-'));
  undo.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}
/** Everything that goes down, as it goes down. */
const toTablets = async (store: Store) => store.directory.told((await store.reference.since(0, 'any', 500)).rows);
const live = async (store: Store, wanted: string) =>
  (await store.reference.since(0, 'any', 500)).rows.flatMap(({ kind, value }) =>
    kind === wanted && value !== null ? [value] : [],
  );

describe.each(Object.keys(DATABASES) as (keyof typeof DATABASES)[])('the directory lasts, %s', (kind) => {
  test('a backup brings entries, observations, contacts and histories back, and the directory works on', async () => {
    const from = await desk(kind);
    const place = aPlace();
    const about = { entryId: place.entryId, name: place.name };
    const visit = aStamp(place.entryId);
    const made = await from.seal({ kind: 'place', body: place });
    const note = await from.seal({ kind: 'map-note', body: aNote(about) });
    const start = await from.seal({ kind: 'visit', body: outing, record: { visit } });
    await from.push([made, note, start]);
    await from.work();
    const dir = await folder();
    await backup({ store: from.store, blobs: from.blobs, keyIds: [from.keyring.current().keyId], dir });

    const { directory } = from.store;
    expect([...(await directory.arrivals('2026-01-01')).keys()].toSorted()).toEqual(
      [made, note, start].map(({ entityId }) => entityId).toSorted(),
    );
    expect(await directory.historySince('2026-01-01')).toMatchObject([{ entryId: place.entryId, what: 'arrived' }]);
    expect([(await directory.arrivals('2099-01-01')).size, await directory.historySince('2099-01-01')]).toEqual([
      0,
      [],
    ]);

    const to = await desk(kind);
    await restore({ store: to.store, blobs: to.blobs, dir });
    for (const read of [
      (store: Store) => store.directory.entries(),
      (store: Store) => store.directory.observations(),
      (store: Store) => store.directory.contacts(),
      (store: Store) => store.directory.history([place.entryId]),
      (store: Store) => store.directory.historySince('2026-01-01'),
      async (store: Store) => [...(await store.directory.arrivals('2026-01-01'))].toSorted(),
      (store: Store) => live(store, 'venue'),
    ]) {
      const before = await read(from.store);
      expect(before.length).toBeGreaterThan(0);
      expect(await read(to.store)).toEqual(before);
    }
    await changePlace(
      { store: to.store, keys: from.keyring },
      place.entryId,
      { rev: 1, entry: { ...aDraftOf(place), name: 'Renamed' } },
      ADA,
      NOW,
    );
    expect((await to.store.directory.history([place.entryId])).map(({ what }) => what)).toEqual(['arrived', 'changed']);
    await to.store.records.withdraw(
      { codeHash: null, entityId: note.entityId, scope: 'words', inboxId: null, byName: '' },
      NOW,
    );
    expect((await to.store.directory.observations()).map(({ observation }) => observation.kind)).toEqual(['visit']);
  });

  test('a place that was told less finely after the backup stays so when it is restored, its records too', async () => {
    const from = await desk(kind);
    const dir = await folder();
    const store = keepLasting(from.store, dir, quiet);
    const place = aPlace();
    const made = await from.seal({ kind: 'place', body: place });
    const about = { entryId: place.entryId, name: place.name };
    const fine = aNote(about, { where: spotAt('open'), said: 'The gate is at ST 593 731.' });
    const note = await from.seal({ kind: 'map-note', body: fine });
    await from.push([made, note]);
    await from.work();
    expect(JSON.stringify(await toTablets(store))).toContain('The gate is at ST 593 731.');
    await backup({ store, blobs: from.blobs, keyIds: [from.keyring.current().keyId], dir });
    const hidden = { ...aDraftOf(place), grade: 'shielded' as const, where: NOWHERE };
    const deps = { store, keys: from.keyring };
    await changePlace(deps, place.entryId, { rev: 1, entry: hidden }, ADA, new Date().toISOString());
    // A change that came too late writes nothing down.
    await expect(changePlace(deps, place.entryId, { rev: 1, entry: hidden }, ADA, NOW)).rejects.toThrow('conflict');
    const written = await readFile(join(dir, 'lasting.jsonl'), 'utf8');
    expect(written).not.toMatch(/Mill Lane|Ada|51\.4/);
    expect(written.trim().split('\n')).toHaveLength(1);

    const to = await desk(kind);
    await restore({ store: to.store, blobs: to.blobs, dir });
    expect((await to.store.directory.entry(place.entryId))?.entry).toMatchObject({
      grade: 'shielded',
      where: { as: 'council', council: 'Bristol' },
    });
    const [told] = await to.store.directory.observations();
    expect(told?.observation.where).toEqual({ as: 'council', council: 'Bristol' });
    // What its words say was kept while it was open: nobody was asked since.
    expect(JSON.stringify(await toTablets(to.store))).toContain('The gate is at ….');
    expect(JSON.stringify(await toTablets(to.store))).not.toContain('593');
    await workOnce({ store: to.store, blobs: to.blobs, keyring: from.keyring });
    for (const op of [made, note]) {
      const [filed] = await to.store.records.filed(op.entityId);
      const { body } = await openRecord(from.keyring, op.opId, filed?.box ?? new Uint8Array());
      expect((body as MapNote).where).toEqual({ as: 'council', council: 'Bristol' });
    }
  });

  test('the old list of places becomes entries, once, with notes and groups, and nothing comes twice', async () => {
    const { store } = await desk(kind);
    const old: Venue[] = [
      {
        venueId: 'mill-lane',
        placeName: 'Mill Lane',
        groupName: 'Lunch club',
        setting: 'lunch-club',
        grade: 'open',
        notes: 'Side door.',
      },
      { venueId: 'ODD id!', placeName: 'Elm Tree', groupName: '', setting: 'no-such', grade: 'shielded', notes: '' },
    ];
    await store.settings.set('org.venues', JSON.stringify(old));
    for (const venue of old) await store.reference.put({ kind: 'venue', id: venue.venueId, value: venue }, null, NOW);
    await bringVenues(store, NOW);
    const entries = (await store.directory.entries()).map(({ entry }) => entry);
    expect(entries.map(({ type, name, notes, checked }) => [type, name, notes, checked]).sort()).toEqual([
      ['group', 'Lunch club', '', true],
      ['venue', 'Elm Tree', '', true],
      ['venue', 'Mill Lane', 'Side door.', true],
    ]);
    const venues = await live(store, 'venue');
    expect(venues).toContainEqual(old[0]);
    expect(venues).toHaveLength(2);
    expect(JSON.stringify(venues)).not.toContain('ODD');

    const before = await store.reference.since(0, 'any', 500);
    await bringVenues(store, NOW);
    expect((await store.reference.since(before.revision, 'any', 500)).rows).toEqual([]);
  });

  test('of two who write at once, one is told; and nobody is left half-written', async () => {
    const { store } = await desk(kind);
    const one = entryOf(aPlace({ name: 'One' }));
    const two = entryOf(aPlace({ name: 'Two' }));
    const write = (entry: typeof one, rev: number) => ({ entry, rev, what: 'changed' as const, box: null });
    expect(await store.directory.write([write(one, 0), write(two, 0)], 'Ada', NOW)).toBe(true);
    const race = await Promise.all(
      ['A', 'B', 'C'].map((name) =>
        store.directory.write([write({ ...one, name }, 1), write({ ...two, name }, 1)], name, NOW),
      ),
    );
    expect(race.filter(Boolean)).toHaveLength(1);
    const [first, second] = await store.directory.entries();
    expect(first?.entry.name).toBe(second?.entry.name);
    expect(await store.directory.write([write(one, 2), write(two, 1)], 'Late', NOW)).toBe(false);
    expect((await store.directory.entry(one.entryId))?.rev).toBe(2);
    await expect(
      store.directory.write([write({ ...one, grade: 'area', where: spotAt('open') }, 2)], 'Ada', NOW),
    ).rejects.toThrow(RangeError);
  });
});

function aDraftOf({ entryId: _id, source: _source, said: _said, ...place }: ReturnType<typeof aPlace>) {
  return { ...place, alsoCalled: [], notes: '', culture: [], askable: [] };
}
function entryOf(place: ReturnType<typeof aPlace>) {
  const own = { entryId: place.entryId, mergedInto: null, closed: false, checked: true, since: '2026-11-22' };
  return { ...aDraftOf(place), ...own };
}
