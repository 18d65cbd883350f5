import { afterEach, describe, expect, test } from 'vitest';
import { httpPlacesClient } from '../../../src/adapters/http/places-client.ts';
import { openDeskLink } from '../../../src/adapters/http/desk-link.ts';
import { createMemoryReferenceStore } from '../../../src/adapters/memory/memory-stores.ts';
import type { PlaceDraft } from '../../../src/domain/desk-places.ts';
import { NOWHERE } from '../../../src/domain/place.ts';
import { pullRow } from '../../../src/domain/pull-row.ts';
import { directoryOf } from '../../../src/places/history.ts';
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
  type: 'group',
  name,
  alsoCalled: [],
  setting: null,
  grade: 'open',
  where: NOWHERE,
  council: '',
  status: null,
  facts: {},
  size: null,
  notes: '',
  culture: [],
  askable: [],
  links: [],
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

  test('the desk’s client says what went wrong, and reads everything the server answers', async () => {
    app = await testApp({ rateLimits: false });
    const desk = await openDesk(app);
    const made = await desk.newPlace(draftOf('Walkers'));
    const { entryId } = made.entry;
    await desk.changePlace(entryId, made.rev, draftOf('Walkers and talkers'));
    await expect(desk.changePlace(entryId, made.rev, draftOf('Too late'))).rejects.toMatchObject({
      code: 'conflict',
      details: { by: 'A lead' },
    });
    await expect(desk.place('nowhere')).rejects.toMatchObject({ code: 'not-found' });
    const checked = await desk.checkPlace(entryId, made.rev + 1);
    expect(checked.history.map(({ what, by }) => [what, by])).toEqual([
      ['added', 'A lead'],
      ['changed', 'A lead'],
      ['checked', 'A lead'],
    ]);
    const rows = [{ line: 1, entryId: null, entry: draftOf('From a file') }];
    expect((await desk.importPlaces({ try: false, rows })).rows).toMatchObject([{ line: 1, done: 'added' }]);
    await desk.placesExported({ as: 'geojson', places: 2 });
    expect((await desk.placeCoverage()).places.map(({ name, never }) => [name, never])).toEqual([
      ['From a file', true],
      ['Walkers and talkers', true],
    ]);
    expect(await desk.placeNotes({ entry: entryId })).toEqual({ notes: [], found: 0 });
  });
});
