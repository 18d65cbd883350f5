import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settlePlaces } from '../../../server/places/settle-places.ts';
import { openPlace, placeList, type OpenPlace, type PlaceDraft } from '../../../src/domain/desk-places.ts';
import { pullRow, type PullRow } from '../../../src/domain/pull-row.ts';
import { NOWHERE } from '../../../src/domain/place.ts';
import type { PlaceGrade } from '../../../src/domain/record.ts';
import { blankDraft, draftOf, regraded } from '../../../src/features/desk/places/draft-of.ts';
import type { MapNote } from '../../../src/kinds/map-note/schema.ts';
import type { Place } from '../../../src/kinds/place/schema.ts';
import { stricter } from '../../../src/places/coarsen.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aPromise, CaptureMaker } from '../../helpers/captures.ts';
import { seeded } from '../../helpers/simulation/seeded.ts';
import type { TestTablet } from '../../helpers/test-tablet.ts';
import { aNote, aPlace, aStamp, spotAt } from '../../helpers/told-places.ts';

// A real database, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const GRID = 'ST 593 731';
const POST = 'BS3 4AB';
let app: TestApp;
let tablet: TestTablet;
let make: CaptureMaker;
let cookie: string;
beforeEach(async () => {
  app = await testApp({ rateLimits: false });
  cookie = await app.cookieFor('lead');
  tablet = await app.tablet('One');
  make = new CaptureMaker(tablet);
});
afterEach(() => app.close());

const ask = async (path: string, method = 'GET', body?: object): Promise<Response> =>
  app.ask(`/desk/v1/places${path}`, { method, cookie, ...(body === undefined ? {} : { body }) });
const open = async (path: string, method = 'GET', body?: object): Promise<OpenPlace> => {
  const answer = await ask(path, method, body);
  expect(answer.status).toBe(200);
  return openPlace.parse(await answer.json());
};
const add = (entry: Partial<PlaceDraft>) => open('', 'POST', { entry: { ...blankDraft('venue'), ...entry } });
const put = (was: OpenPlace, over: Partial<PlaceDraft>) =>
  open(`/${was.entry.entryId}`, 'PUT', { rev: was.rev, entry: { ...draftOf(was.entry), ...over } });
const regrade = (was: OpenPlace, grade: PlaceGrade) => put(was, regraded(draftOf(was.entry), grade));
const decide = (was: OpenPlace, piece: string, what: 'keep' | 'out') =>
  open(`/${was.entry.entryId}/words`, 'POST', { rev: was.rev, piece, decide: what });

async function met(body: Place): Promise<OpenPlace> {
  await tablet.push([await make.operation({ kind: 'place', body })]);
  await app.work();
  return open(`/${body.entryId}`);
}
async function noted(about: { entryId: string; name: string }, over: Partial<MapNote>): Promise<void> {
  await tablet.push([await make.operation({ kind: 'map-note', body: aNote(about, over) })]);
  await app.work();
}
/** What a tablet holds that has asked ever since the beginning. */
async function pulled(): Promise<string> {
  const held = new Map<string, PullRow>();
  let cursor: string | null = pulled.cursor;
  for (;;) {
    const page = await tablet.pull(cursor);
    for (const row of page.rows) {
      const one = pullRow.parse(row);
      held.set(`${one.kind} ${one.id}`, one);
    }
    cursor = page.cursor;
    if (!page.more) break;
  }
  pulled.cursor = cursor;
  for (const [key, row] of held) pulled.held.set(key, row);
  return JSON.stringify([...pulled.held.values()].filter(({ kind }) => /directory|observation|venue|owed/.test(kind)));
}
pulled.cursor = null as string | null;
pulled.held = new Map<string, PullRow>();
beforeEach(() => {
  pulled.cursor = null;
  pulled.held = new Map();
});

describe('what staff write for one another of a relationship', () => {
  test('goes to no tablet, and one that holds it loses it at the next pull', async () => {
    const ladder = { step: 'partnership' as const, on: '2026-11-20', note: 'They chose the questions.' };
    const made = await add({ name: 'Sisters', grade: 'open', ladder });
    expect(made.entry.ladder).toEqual(ladder);
    expect(await pulled()).not.toMatch(/ladder|chose the questions/);

    // As an older server has told it: nothing about the place changes, and the tablet hears of it all the same.
    const row = { kind: 'directory' as const, id: made.entry.entryId, value: made.entry };
    pulled.held.set(`directory ${made.entry.entryId}`, row);
    expect(await pulled()).toMatch(/chose the questions/);
    await settlePlaces(app.deps.store, app.deps.now().toISOString());
    expect(await pulled()).not.toMatch(/ladder|chose the questions/);
    expect((await open(`/${made.entry.entryId}`)).entry.ladder).toEqual(ladder);
    const before = pulled.cursor;
    await settlePlaces(app.deps.store, app.deps.now().toISOString());
    expect((await tablet.pull(before)).rows).toEqual([]);
  });
});

describe('words that say a position', () => {
  test('kept while a place was open, are kept back when the grade is made stricter, until staff decide', async () => {
    const place = await met(aPlace({ name: 'Elm Hall', facts: { accessNote: `Round the back, ${POST}.` } }));
    const about = { entryId: place.entry.entryId, name: 'Elm Hall' };
    await noted(about, { said: `The gate is at ${GRID}, behind the shed.` });
    await noted(about, { said: 'A ramp would help.', kind: 'need' });
    expect(await pulled()).toMatch(new RegExp(`${POST}.*${GRID}`));
    expect((await open(`/${about.entryId}`)).keptBack).toEqual([]);

    let now = await regrade(await open(`/${about.entryId}`), 'area');
    expect(now.keptBack).toMatchObject([
      { entryId: about.entryId, piece: POST, in: [{ field: 'facts', observationId: null }] },
      {
        entryId: about.entryId,
        piece: GRID,
        in: [{ field: 'what', says: `The gate is at ${GRID}, behind the shed.` }],
      },
    ]);
    expect(await pulled()).not.toMatch(new RegExp(`${POST}|${GRID}`));
    expect(await pulled()).toMatch(/Round the back, ….*The gate is at …, behind the shed\..*A ramp would help/);
    // A tablet that begins now is told no more than one that was there before.
    const fresh = JSON.stringify((await (await app.tablet('Two')).pull()).rows);
    expect(fresh).toContain('The gate is at …');
    expect(fresh).not.toMatch(new RegExp(`${POST}|${GRID}`));
    // The list says what of its own words no file may hold.
    const { places } = placeList.parse(await (await ask('')).json());
    const line = places.find(({ entry }) => entry.entryId === about.entryId);
    expect([line?.keptBack, line?.toDecide]).toEqual([[POST], 2]);

    // Kept knowingly: it goes down at this grade, and is asked about again at a stricter one.
    now = await decide(now, GRID, 'keep');
    expect(now.keptBack.map(({ piece }) => piece)).toEqual([POST]);
    expect(await pulled()).toMatch(GRID);
    now = await regrade(now, 'shielded');
    expect(now.keptBack.map(({ piece }) => piece)).toEqual([POST, GRID]);
    expect(await pulled()).not.toMatch(new RegExp(`${POST}|${GRID}`));

    // Taken out: of the entry and of the notes, for good, also at the desk.
    now = await decide(now, POST, 'out');
    now = await decide(now, GRID, 'out');
    expect(now.keptBack).toEqual([]);
    expect(now.entry.facts.accessNote).toBe('Round the back, ….');
    expect(JSON.stringify(now)).not.toMatch(new RegExp(`${POST}|${GRID}`));
    now = await regrade(now, 'open');
    expect(await pulled()).not.toMatch(new RegExp(`${POST}|${GRID}`));
    const { entries } = (await (await app.ask('/desk/v1/audit', { cookie })).json()) as { entries: unknown };
    expect(JSON.stringify(entries)).toMatch(/place-words-kept.*|place-words-out/);
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${POST}|${GRID}`));
    expect(app.logged.join('\n')).not.toMatch(new RegExp(`${POST}|${GRID}`));
  });

  test('come back to tablets when the grade is made finer again, and nothing was taken out', async () => {
    const place = await met(aPlace({ name: 'Elm Hall' }));
    const about = { entryId: place.entry.entryId, name: 'Elm Hall' };
    await noted(about, { said: `At ${GRID}.` });
    const now = await regrade(await open(`/${about.entryId}`), 'area');
    expect(await pulled()).not.toMatch(GRID);
    await regrade(now, 'open');
    expect(await pulled()).toMatch(GRID);
  });

  test('that their writer kept at this grade go on, those of a tablet that knew an older one do not', async () => {
    const place = await met(
      aPlace({ name: 'Oak', grade: 'area', where: spotAt('area'), facts: { host: `Ann, ${POST}` } }),
    );
    const about = { entryId: place.entry.entryId, name: 'Oak' };
    await noted(about, { grade: 'area', said: `At ${GRID}.` });
    expect((await open(`/${about.entryId}`)).keptBack).toEqual([]);
    expect(await pulled()).toMatch(new RegExp(`${POST}.*${GRID}`));
    await noted(about, { grade: 'open', said: 'Or at 51.45451, -2.58791.' });
    expect((await open(`/${about.entryId}`)).keptBack.map(({ piece }) => piece)).toEqual(['51.45451, -2.58791']);
    expect(await pulled()).toMatch('Or at ….');
    // Nobody asks staff while they write: the page does when it is kept.
    const written = await put(await open(`/${about.entryId}`), { notes: 'Ring at BS1 1AA.' });
    expect(written.keptBack.map(({ piece }) => piece)).toContain('BS1 1AA');
    expect(await pulled()).not.toMatch('BS1 1AA');
  });

  test('are kept back in what people start visits from as well', async () => {
    const made = await add({ name: 'Ash', grade: 'open', notes: `Ring at ${POST}.` });
    expect(await pulled()).toMatch(new RegExp(`"kind":"venue".*${POST}`));
    const now = await regrade(made, 'shielded');
    expect(await pulled()).not.toMatch(POST);
    await decide(now, POST, 'keep');
    expect(await pulled()).toMatch(new RegExp(`"kind":"venue".*${POST}`));
  });

  test('are kept back in what was promised there, which tells all tablets where to come back to', async () => {
    const made = await add({ name: 'Ash', grade: 'open' });
    const { entryId } = made.entry;
    await tablet.push([await make.operation(aPromise(`Bring it to ${POST}`, { visit: aStamp(entryId) }))]);
    await app.work();
    expect(await pulled()).toMatch(`Bring it to ${POST}`);
    let now = await regrade(made, 'area');
    expect(now.keptBack).toMatchObject([{ piece: POST, in: [{ field: 'owed', says: `Bring it to ${POST}` }] }]);
    expect(await pulled()).toMatch('Bring it to …');
    expect(await pulled()).not.toMatch(POST);
    now = await decide(now, POST, 'keep');
    expect(await pulled()).toMatch(`Bring it to ${POST}`);
    now = await regrade(now, 'shielded');
    expect((await decide(now, POST, 'out')).keptBack).toEqual([]);
    await regrade(await open(`/${entryId}`), 'open');
    expect(await pulled()).toMatch('Bring it to …');
  });

  test('are kept back in the names that a promise carries from the day it was made, which are in it alone', async () => {
    const name = `Hall, ${POST}`;
    const made = await add({ name, grade: 'open' });
    const { entryId } = made.entry;
    await tablet.push([
      await make.operation(aPromise('Bring leaflets', { visit: { ...aStamp(entryId), placeName: name } })),
    ]);
    await app.work();
    expect(await pulled()).toMatch(`"placeName":"${name}"`);
    const now = await regrade(made, 'shielded');
    expect(await pulled()).not.toMatch(POST);
    expect((await decide(now, POST, 'out')).keptBack).toEqual([]);
    await regrade(await open(`/${entryId}`), 'open');
    expect(await pulled()).not.toMatch(POST);
  });

  test('are told as soon as a place is there that may be told so finely, and not before', async () => {
    const place = aPlace({ name: 'Elm Hall' });
    await tablet.push([await make.operation(aPromise(`Bring it to ${POST}`, { visit: aStamp(place.entryId) }))]);
    await app.work();
    expect(await pulled()).not.toMatch(POST);
    await met(place);
    expect(await pulled()).toMatch(`Bring it to ${POST}`);
  });

  test('are decided by somebody who has seen the newest, and only where they are kept back', async () => {
    const made = await regrade(await add({ name: 'Ash', grade: 'open', notes: `Ring at ${POST}.` }), 'area');
    const to = (rev: number, piece: string) =>
      ask(`/${made.entry.entryId}/words`, 'POST', { rev, piece, decide: 'keep' });
    expect((await to(made.rev - 1, POST)).status).toBe(409);
    expect((await to(made.rev, 'Ring')).status).toBe(400);
    const reader = await app.cookieFor('volunteer');
    const refused = await app.ask(`/desk/v1/places/${made.entry.entryId}/words`, {
      method: 'POST',
      cookie: reader,
      body: { rev: made.rev, piece: POST, decide: 'keep' },
    });
    expect(refused.status).toBe(401);
    expect((await open(`/${made.entry.entryId}`)).keptBack).toHaveLength(1);
  });

  test.each([3, 4])('whatever happens, no tablet holds one that nobody decided on (seed %i)', async (seed) => {
    const random = seeded(seed);
    const grades: readonly PlaceGrade[] = ['open', 'area', 'shielded'];
    const halls = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => add({ name, grade: 'open', where: spotAt('open') })),
    );
    /** Each piece with the entry it is told of. */
    const pieces: { readonly piece: string; readonly of: string }[] = [];
    /** At which grade somebody said that a piece stays. */
    const kept = new Map<string, PlaceGrade>();
    for (let step = 0; step < 40; step += 1) {
      const { entry } = random.pick(halls);
      const at = `/${entry.entryId}`;
      const now = await open(at);
      const what = random.pick(['note', 'note', 'notes', 'grade', 'keep', 'out', 'merge', 'unmerge']);
      const piece = `51.45${100 + step}, -2.58${100 + step}`;
      if (what === 'note') {
        // Of a tablet that believes the place to be open.
        await noted({ entryId: entry.entryId, name: entry.name }, { grade: 'open', said: `By ${piece}.` });
        pieces.push({ piece, of: entry.entryId });
      } else if (what === 'notes') {
        await put(now, { notes: `Ring at ${piece}.` });
        pieces.push({ piece, of: entry.entryId });
      } else if (what === 'grade') await regrade(now, random.pick(grades));
      else if (what === 'merge') {
        const { entryId: into } = random.pick(halls).entry;
        await ask(`${at}/merge`, 'POST', { rev: now.rev, into, intoRev: (await open(`/${into}`)).rev });
      } else if (what === 'unmerge') await ask(`${at}/unmerge`, 'POST', { rev: now.rev });
      else {
        const [first] = now.keptBack;
        if (first !== undefined && what === 'keep') {
          const its = (await open(`/${first.entryId}`)).entry.grade;
          kept.set(`${first.entryId} ${first.piece}`, its);
        }
        if (first !== undefined)
          await open(`/${first.entryId}/words`, 'POST', { rev: first.rev, piece: first.piece, decide: what });
      }
      const { places } = placeList.parse(await (await ask('')).json());
      const held = await pulled();
      for (const { entry: is } of places) {
        const undecided = pieces.filter(({ piece: one, of }) => {
          const at = kept.get(`${of} ${one}`) ?? 'open';
          return of === is.entryId && stricter(at, is.grade) !== at;
        });
        expect(undecided.filter((one) => held.includes(one.piece))).toEqual([]);
        // Nothing is merged into a place that may be told less finely than it.
        const other = places.find((one) => one.entry.entryId === is.mergedInto)?.entry;
        if (other !== undefined) expect(stricter(is.grade, other.grade)).toBe(is.grade);
      }
    }
    expect(pieces.length).toBeGreaterThan(8);
  });
});

describe('entries that turned out to be one', () => {
  const grades = async (...ids: string[]) =>
    Promise.all(ids.map(async (id) => (await open(`/${id}`)).entry).map(async (entry) => (await entry).grade));

  test('are told no finer than the one that goes on, also when its grade is made stricter later', async () => {
    const one = await met(aPlace({ name: 'Elm Hall' }));
    const two = await met(aPlace({ name: 'The Elm' }));
    const [from, into] = [two.entry.entryId, one.entry.entryId];
    await noted({ entryId: from, name: 'The Elm' }, { where: spotAt('open'), said: `At ${GRID}.` });
    const ladder = { step: 'relationship' as const, on: '2026-11-01', note: 'They rang us.' };
    const said = await put(await open(`/${from}`), { ladder });
    const joined = await open(`/${from}/merge`, 'POST', { rev: said.rev, into, intoRev: one.rev });
    expect(joined.merged).toMatchObject([{ entryId: from, name: 'The Elm', ladder }]);
    await regrade(await open(`/${into}`), 'shielded');
    expect(await grades(from, into)).toEqual(['shielded', 'shielded']);
    expect(await pulled()).not.toMatch(new RegExp(`"point"|${GRID}`));
    expect((await open(`/${into}`)).keptBack).toMatchObject([{ entryId: from, piece: GRID }]);

    // Nor by whoever opens the one that went, and writes it finer.
    const gone = await open(`/${from}`);
    const finer = await put(gone, { grade: 'open', where: NOWHERE });
    expect(finer.entry.grade).toBe('shielded');
  });

  test('in two steps are told no finer than the last of them', async () => {
    const [one, two] = [await met(aPlace({ name: 'One' })), await met(aPlace({ name: 'Two' }))];
    const three = await met(aPlace({ name: 'Three', grade: 'shielded', where: NOWHERE }));
    const ids = [one, two, three].map(({ entry }) => entry.entryId) as [string, string, string];
    await open(`/${ids[0]}/merge`, 'POST', { rev: one.rev, into: ids[1], intoRev: two.rev });
    const next = await open(`/${ids[1]}`);
    await open(`/${ids[1]}/merge`, 'POST', { rev: next.rev, into: ids[2], intoRev: three.rev });
    expect(await grades(...ids)).toEqual(['shielded', 'shielded', 'shielded']);
    expect(await pulled()).not.toMatch('"point"');
  });

  test('before that was so, become as coarse when the server starts', async () => {
    const [one, two] = [await met(aPlace({ name: 'One' })), await met(aPlace({ name: 'Two' }))];
    await open(`/${one.entry.entryId}/merge`, 'POST', { rev: one.rev, into: two.entry.entryId, intoRev: two.rev });
    const { directory } = app.deps.store;
    const survivor = await directory.entry(two.entry.entryId);
    if (survivor === null) throw new Error('no entry');
    const entry = { ...survivor.entry, grade: 'shielded' as const, where: NOWHERE };
    const now = app.deps.now().toISOString();
    expect(await directory.write([{ entry, rev: survivor.rev, what: 'changed', box: null }], '', now)).toBe(true);
    expect(await pulled()).toMatch('"point"');
    await settlePlaces(app.deps.store, now);
    expect(await pulled()).not.toMatch('"point"');
  });
});
