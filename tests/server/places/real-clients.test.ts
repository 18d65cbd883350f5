import { afterEach, describe, expect, test } from 'vitest';
import { httpPlacesClient } from '../../../src/adapters/http/places-client.ts';
import { openDeskLink } from '../../../src/adapters/http/desk-link.ts';
import { createMemoryReferenceStore } from '../../../src/adapters/memory/memory-stores.ts';
import { memoryPlacesClient, noPlaces } from '../../../src/adapters/memory/places-client.ts';
import type { PlaceDraft } from '../../../src/domain/desk-places.ts';
import { NOWHERE } from '../../../src/domain/place.ts';
import { pullRow } from '../../../src/domain/pull-row.ts';
import { blankDraft } from '../../../src/features/desk/places/draft-of.ts';
import type { PlacesClient } from '../../../src/ports/places-client.ts';
import { directoryOf } from '../../../src/places/history.ts';
import { openAmong } from '../../../src/places/open.ts';
import { PUBLIC_URL, testApp, type TestApp } from '../../helpers/app.ts';
import { CaptureMaker } from '../../helpers/captures.ts';
import { aNote, aPlace, aStamp, spotAt } from '../../helpers/told-places.ts';

const TODAY = '2026-11-22';
const outing = { startedAt: '', endedAt: null, heard: [], hearBack: '', note: '' };

let app: TestApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** The desk's own client over the server's own routes. */
async function openDesk(on: TestApp) {
  const cookie = await on.cookieFor('lead');
  const browser: typeof fetch = async (input, init) => {
    const request = new Request(input as string, { ...init, signal: null });
    const headers = new Headers(request.headers);
    headers.set('sec-fetch-site', 'same-origin');
    headers.set('cookie', cookie);
    const body = request.body === null ? {} : { body: await request.arrayBuffer() };
    return on.send(new Request(request.url, { method: request.method, headers, ...body }));
  };
  return httpPlacesClient(openDeskLink({ fetch: browser, origin: PUBLIC_URL }));
}

/** A tablet that pulls everything into a store of its own, as the app does, and reads nothing it does not know. */
async function aTablet(on: TestApp, label: string) {
  const tablet = await on.tablet(label);
  const reference = createMemoryReferenceStore();
  let cursor: string | undefined;
  return {
    make: new CaptureMaker(tablet),
    push: (operations: Parameters<typeof tablet.push>[0]) => tablet.push(operations),
    pull: async () => {
      for (let more = true; more;) {
        const page = await tablet.pull(cursor);
        await reference.apply(page.rows.map((row) => pullRow.parse(row)));
        ({ cursor, more } = page);
      }
    },
    directory: async () =>
      directoryOf(await reference.entries(), await reference.observations(), await reference.own(), TODAY),
    venues: () => reference.venues(),
  };
}

const draftOf = (name: string, over: Partial<PlaceDraft> = {}): PlaceDraft => ({
  ...blankDraft('group'),
  name,
  grade: 'open',
  ...over,
});

describe('two tablets and the desk', () => {
  test('know the same of a place, whoever told it, and after it was brought together, hidden and closed', async () => {
    app = await testApp({ rateLimits: false });
    const [desk, one, two] = [await openDesk(app), await aTablet(app, 'One'), await aTablet(app, 'Two')];
    const hall = aPlace({ name: 'The hall' });
    const about = { entryId: hall.entryId, name: hall.name };
    await one.push([
      await one.make.operation({ kind: 'place', body: hall }),
      await one.make.operation({ kind: 'visit', body: outing, visit: aStamp(hall.entryId) }),
      await one.make.operation({ kind: 'map-note', body: aNote(about, { said: 'Growing', status: 'growing' }) }),
    ]);
    await app.work();
    await two.pull();
    const known = (await two.directory()).find(hall.entryId);
    expect(known).toMatchObject({ visits: 1, status: 'growing' });
    await two.push([
      await two.make.operation({
        kind: 'map-note',
        body: aNote(about, { said: 'I saw nobody', status: 'weak', where: spotAt('open') }),
      }),
    ]);
    await app.work();

    const same = async () => {
      await Promise.all([one.pull(), two.pull()]);
      const [first, second] = [await one.directory(), await two.directory()];
      expect(first.live).toEqual(second.live);
      const open = await desk.place(hall.entryId);
      const seen = first.find(hall.entryId);
      expect(open.notes.map(({ observationId }) => observationId).sort()).toEqual(
        seen?.observations.map(({ observationId }) => observationId).sort(),
      );
      const line = (await desk.places()).places.find(({ entry }) => entry.entryId === hall.entryId);
      expect(line).toMatchObject({ visits: seen?.visits, lastSeen: seen?.lastSeen, status: seen?.status });
      return { open, seen };
    };
    const { open } = await same();
    expect(open.notes.map(({ what }) => what)).toEqual(expect.arrayContaining(['Growing', 'I saw nobody', '']));

    const { lines } = await desk.placeNews({ since: '2026-11-01' });
    expect(lines.map(({ what, name }) => [what, name])).toEqual(
      expect.arrayContaining([
        ['new', 'The hall'],
        ['status', 'The hall'],
      ]),
    );

    // The desk hides it, brings a double into it, and takes it apart again.
    const { entryId: _id, mergedInto: _into, closed: _shut, checked: _seen, since: _since, ...draft } = open.entry;
    await desk.changePlace(hall.entryId, open.rev, { ...draft, grade: 'shielded', where: NOWHERE });
    const hidden = await same();
    expect(JSON.stringify(hidden.seen)).not.toContain('points');
    const double = await desk.newPlace(draftOf('The old hall', { type: 'venue' }));
    const merged = await desk.mergePlace(double.entry.entryId, {
      rev: double.rev,
      into: hall.entryId,
      intoRev: hidden.open.rev,
    });
    expect((await same()).seen?.names).toEqual(['The hall', 'The old hall']);
    expect((await one.venues()).map(({ venueId }) => venueId)).toEqual([hall.entryId]);
    const [back] = merged.merged;
    await desk.unmergePlace(back?.entryId ?? '', back?.rev ?? -1);
    await same();
    expect((await two.directory()).live.map(({ entry }) => entry.name)).toEqual(['The hall', 'The old hall']);
    const { rev } = await desk.place(hall.entryId);
    await desk.closePlace(hall.entryId, rev, true);
    await same();
    expect((await two.venues()).map(({ placeName }) => placeName)).toEqual(['The old hall']);
  });

  test('agree whether a need is open: one tablet tells it, the other that it is better, and then that it is not', async () => {
    app = await testApp({ rateLimits: false });
    const [desk, one, two] = [await openDesk(app), await aTablet(app, 'One'), await aTablet(app, 'Two')];
    const [hall, old] = [aPlace({ name: 'The hall' }), aPlace({ name: 'The old hall', where: spotAt('open') })];
    const about = { entryId: old.entryId, name: old.name };
    const need = aNote(about, { kind: 'need', said: 'One tap for forty people', status: null });
    await one.push([
      await one.make.operation({ kind: 'place', body: hall }),
      await one.make.operation({ kind: 'place', body: old }),
      await one.make.operation({ kind: 'map-note', body: need, visit: aStamp(old.entryId, { date: '2026-11-01' }) }),
    ]);
    await app.work();
    const open = async (entryId: string) => {
      await Promise.all([one.pull(), two.pull()]);
      const lists = await Promise.all([one, two].map(async (tablet) => (await tablet.directory()).find(entryId)));
      const [first, second] = lists.map((known) => openAmong(known?.observations ?? [], TODAY));
      expect(first).toEqual(second);
      const line = (await desk.places()).places.find(({ entry }) => entry.entryId === entryId);
      expect(line?.openNeeds).toBe(first?.length);
      return first?.map(({ what }) => what);
    };
    const answer = async (now: 'better' | 'same', date: string) => {
      const answers = { observationId: need.observationId, now };
      const body = aNote(about, { kind: 'seen', said: '', status: null, answers });
      const visit = aStamp(hall.entryId, { date });
      await two.push([await two.make.operation({ kind: 'map-note', body, visit })]);
      await app?.work();
    };
    expect(await open(old.entryId)).toEqual(['One tap for forty people']);
    await answer('better', '2026-11-10');
    expect(await open(old.entryId)).toEqual([]);

    // The two turn out to be one, and then not: what was answered stays answered.
    const [from, into] = [await desk.place(old.entryId), await desk.place(hall.entryId)];
    const merged = await desk.mergePlace(old.entryId, { rev: from.rev, into: hall.entryId, intoRev: into.rev });
    expect(await open(hall.entryId)).toEqual([]);
    await answer('same', '2026-11-12');
    expect(await open(hall.entryId)).toEqual(['One tap for forty people']);
    await desk.unmergePlace(old.entryId, merged.merged[0]?.rev ?? -1);
    expect(await open(old.entryId)).toEqual(['One tap for forty people']);
    expect(await open(hall.entryId)).toEqual([]);
    const history = (await two.directory()).find(old.entryId)?.observations.map(({ answers }) => answers?.now ?? null);
    expect(history).toEqual(['same', 'better', null]);
  });
});

/** What every link of the desk does alike: the real one over the real routes, and the one in memory that screens are tried with. */
const LINKS: Readonly<Record<string, () => Promise<PlacesClient>>> = {
  'the server': async () => {
    app = await testApp({ rateLimits: false });
    return openDesk(app);
  },
  memory: () => {
    const answer = async <Value>(_name: string, make: () => Value): Promise<Value> => structuredClone(make());
    return Promise.resolve(memoryPlacesClient(noPlaces(), answer, () => 'A lead'));
  },
};

describe.each(Object.entries(LINKS))('the desk’s link for places, over %s', (_, open) => {
  test('says who was quicker, and what was done', async () => {
    const desk = await open();
    const made = await desk.newPlace(draftOf('Walkers'));
    const { entryId } = made.entry;
    expect(made.entry).toMatchObject({ checked: true, closed: false, mergedInto: null });
    await desk.changePlace(entryId, made.rev, draftOf('Walkers and talkers'));
    await expect(desk.changePlace(entryId, made.rev, draftOf('Too late'))).rejects.toMatchObject({
      code: 'conflict',
      details: { by: 'A lead', rev: made.rev + 1 },
    });
    await expect(desk.place('nowhere')).rejects.toMatchObject({ code: 'not-found' });
    const checked = await desk.checkPlace(entryId, made.rev + 1);
    expect(checked.history.map(({ what, by }) => [what, by])).toEqual([
      ['added', 'A lead'],
      ['changed', 'A lead'],
      ['checked', 'A lead'],
    ]);
    const closed = await desk.closePlace(entryId, checked.rev, true);
    expect([closed.entry.closed, closed.history.at(-1)?.what]).toEqual([true, 'closed']);
    expect(await desk.placeNotes({ entry: entryId })).toEqual({ notes: [], found: 0 });
  });

  test('brings two together and takes them apart', async () => {
    const desk = await open();
    const [one, other] = [await desk.newPlace(draftOf('One')), await desk.newPlace(draftOf('Other'))];
    const into = { into: other.entry.entryId, intoRev: other.rev };
    await expect(
      desk.mergePlace(one.entry.entryId, { rev: one.rev, into: one.entry.entryId, intoRev: one.rev }),
    ).rejects.toMatchObject({ code: 'bad-request' });
    const merged = await desk.mergePlace(one.entry.entryId, { rev: one.rev, ...into });
    expect(merged.entry.name).toBe('Other');
    expect(merged.merged).toMatchObject([{ entryId: one.entry.entryId, name: 'One' }]);
    const apart = await desk.unmergePlace(one.entry.entryId, merged.merged[0]?.rev ?? -1);
    expect(apart.entry.mergedInto).toBeNull();
  });

  test('takes a file in row by row', async () => {
    const desk = await open();
    const rows = [
      { line: 1, entryId: 'from-a-file', entry: draftOf('From a file') },
      { line: 2, entryId: null, entry: { name: 'No type' } },
    ];
    const done = async (tryOnly: boolean) =>
      (await desk.importPlaces({ try: tryOnly, rows })).rows.map(({ line, done: what }) => [line, what]);
    const added = [
      [1, 'added'],
      [2, 'refused'],
    ];
    expect(await done(true)).toEqual(added);
    expect(await done(false)).toEqual(added);
    expect(await done(false)).toEqual([
      [1, 'there'],
      [2, 'refused'],
    ]);
    expect((await desk.places()).places.map(({ entry }) => entry.name)).toEqual(['From a file']);
    await desk.placesExported({ as: 'geojson', places: 1 });
    expect((await desk.placeCoverage()).loadLimit).toBe(4);
  });

  test('tells what changed since a day, and of a quiet time nothing', async () => {
    const desk = await open();
    expect(await desk.placeNews({})).toEqual({ since: '2026-11-15', today: TODAY, lines: [], found: 0 });
    expect(await desk.placeNews({ since: TODAY })).toMatchObject({ since: TODAY, lines: [] });
  });
});
