import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { workOnce } from '../../../server/inbox/worker.ts';
import { createAccept } from '../../../server/intake/accept.ts';
import { coarsenRecords } from '../../../server/places/coarsen-records.ts';
import { changePlace, mergePlace } from '../../../server/places/edit-place.ts';
import { placeDraft } from '../../../src/domain/desk-places.ts';
import { directoryEntry } from '../../../src/domain/directory.ts';
import { allowedAt, NOWHERE } from '../../../src/domain/place.ts';
import { venuesOf } from '../../../src/places/venues.ts';
import { openDesk, type Desk } from '../../helpers/desk-parts.ts';
import { seeded } from '../../helpers/simulation/seeded.ts';
import { aNote, aPlace, spotAt } from '../../helpers/told-places.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const NOW = '2026-11-22T10:00:00.000Z';
const ADA = { displayName: 'Ada', mayLoosen: true };

describe('three server processes, a desk and withdrawals at once, over PostgreSQL', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk('PostgreSQL');
  });
  afterEach(() => desk.close());

  test.each([11])('leave a directory that adds up (seed %i)', async (seed) => {
    const random = seeded(seed);
    const stores = await Promise.all([desk.store, desk.database.open(), desk.database.open()]);
    const halls = Array.from({ length: 6 }, (_, n) => aPlace({ name: `Hall ${n}` }));
    const groups = Array.from({ length: 6 }, (_, n) =>
      aPlace({
        type: 'group',
        name: `Group ${n}`,
        where: NOWHERE,
        links: [{ to: random.pick(halls).entryId, how: 'meets-at' }],
      }),
    );
    const notes = Array.from({ length: 30 }, () => {
      const about = random.pick(halls);
      return aNote({ entryId: about.entryId, name: about.name }, { grade: 'open', where: spotAt('open') });
    });
    const operations = await Promise.all([
      ...[...halls, ...groups].map((body) => desk.seal({ kind: 'place', body })),
      ...notes.map((body) => desk.seal({ kind: 'map-note', body })),
    ]);
    const waiting = [...operations].sort(() => random.fraction() - 0.5);
    await createAccept(desk.store)(waiting, { deviceId: null, park: null }, NOW);

    const work = async (store: (typeof stores)[number]) => {
      const deps = { store, keyring: desk.keyring, blobs: desk.blobs };
      while ((await workOnce(deps)) > 0);
    };
    const staff = async () => {
      for (let tries = 0; tries < 60; tries += 1) {
        const all = await stores[1].directory.entries();
        const [one, other] = all.length < 2 ? [] : [random.pick(all), random.pick(all)];
        if (one === undefined || other === undefined) continue;
        const { entryId: _id, mergedInto: _m, closed: _c, checked: _k, since: _s, ...draft } = one.entry;
        const grade = random.pick(['area', 'shielded'] as const);
        const deps = { store: stores[1], keys: desk.keyring };
        const entry = placeDraft.parse({ ...draft, grade, where: NOWHERE });
        const doing = random.chance(0.8)
          ? changePlace(deps, one.entry.entryId, { rev: one.rev, entry }, ADA, NOW)
          : mergePlace(
              deps,
              one.entry.entryId,
              { rev: one.rev, into: other.entry.entryId, intoRev: other.rev },
              ADA,
              NOW,
            );
        // Somebody was quicker, or it would have been a ring.
        await doing.catch((thrown: Error) => {
          if (!['conflict', 'bad-request'].includes(thrown.message)) throw thrown;
        });
      }
    };
    const taken = operations.filter(() => random.chance(0.2));
    const withdrawing = async () => {
      for (const { entityId } of taken) {
        const request = { codeHash: null, entityId, scope: 'words', inboxId: null, byName: '' } as const;
        await stores[2].records.withdraw(request, NOW);
      }
    };
    await Promise.all([...stores.map(work), staff(), withdrawing()]);
    await Promise.all(stores.map(work));
    await coarsenRecords({ store: desk.store, keyring: desk.keyring }, (opId, thrown) => {
      throw new Error(opId, { cause: thrown });
    });

    expect((await desk.store.queue.quarantined(10)).rows).toEqual([]);
    expect(await desk.store.directory.toCoarsen(10)).toEqual([]);
    const { rows } = await desk.store.reference.since(0, 'any', 500);
    const entries = rows.flatMap((row) => (row.kind === 'directory' && row.value !== null ? [row.value] : []));
    expect(entries.every((entry) => directoryEntry.safeParse(entry).success)).toBe(true);
    expect((await desk.store.directory.entries()).map(({ entry }) => entry).sort(byId)).toEqual(entries.sort(byId));
    const venues = rows.flatMap((row) => (row.kind === 'venue' && row.value !== null ? [row.value] : []));
    const byVenue = (a: { venueId: string }, b: { venueId: string }) => (a.venueId < b.venueId ? -1 : 1);
    expect(venues.sort(byVenue)).toEqual([...venuesOf(entries)].sort(byVenue));
    const gone = new Set(taken.map(({ entityId }) => entityId));
    const seen = await desk.store.directory.observations();
    expect(seen.filter(({ entityId }) => gone.has(entityId as never))).toEqual([]);
    expect(seen).toHaveLength(operations.slice(12).filter(({ entityId }) => !gone.has(entityId)).length);
    const grades = new Map(entries.map((entry) => [entry.entryId, entry.grade]));
    expect(
      seen.filter(({ observation }) => !allowedAt(grades.get(observation.entryId) ?? 'open', observation.where)),
    ).toEqual([]);
  });
});

const byId = (a: { entryId: string }, b: { entryId: string }): number => (a.entryId < b.entryId ? -1 : 1);
