import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  coverage,
  importedPlaces,
  noteList,
  openPlace,
  placeList,
  type OpenPlace,
  type PlaceDraft,
} from '../../../src/domain/desk-places.ts';
import { NOWHERE } from '../../../src/domain/place.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { spotAt } from '../../helpers/told-places.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const aDraft = (over: Partial<PlaceDraft> = {}): PlaceDraft => ({
  type: 'venue',
  name: 'Mill Lane Community Centre',
  alsoCalled: [],
  setting: 'community-centre',
  grade: 'open',
  where: spotAt('open'),
  council: 'Bristol',
  status: null,
  facts: { host: 'Grace' },
  size: null,
  notes: 'Step-free by the side door.',
  culture: [{ says: 'Shoes off in the hall.', approvedBy: 'The committee', on: '2026-05-02' }],
  askable: [{ who: 'Grace', how: 'At the desk', entry: null }],
  links: [],
  ...over,
});

describe('the directory at the desk', () => {
  let app: TestApp;
  let staff: string;
  let lead: string;
  let made = 0;
  beforeAll(async () => {
    app = await testApp({ rateLimits: false });
    [staff, lead] = await Promise.all([app.cookieFor('staff'), app.cookieFor('lead')]);
  });
  afterAll(() => app.close());

  const ask = (path: string, body?: unknown, { cookie = staff, method }: { cookie?: string; method?: string } = {}) =>
    app.ask(`/desk/v1/places${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      ...(body === undefined ? {} : { body: body as object }),
      cookie,
    });
  const problem = async (answer: Response) => (await answer.json()) as { problem: string; details?: object };
  const open = async (answer: Response): Promise<OpenPlace> => {
    expect(answer.status).toBe(200);
    return openPlace.parse(await answer.json());
  };
  const add = async (over: Partial<PlaceDraft> = {}) => {
    made += 1;
    return open(await ask('', { entry: aDraft({ name: `Place ${made}`, ...over }) }));
  };
  const put = (id: string, rev: number, entry: PlaceDraft, cookie = staff) =>
    ask(`/${id}`, { rev, entry }, { method: 'PUT', cookie });

  test('a place written at the desk is on every tablet, with what the community approved', async () => {
    const place = await add();
    expect(place.entry).toMatchObject({ checked: true, closed: false, mergedInto: null, culture: aDraft().culture });
    expect(place.history).toMatchObject([{ what: 'added', changes: [{ field: 'where', after: 'point' }] }]);
    const { rows } = await (await app.tablet()).pull();
    expect(rows).toContainEqual({ kind: 'directory', id: place.entry.entryId, value: place.entry });
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'venue', id: place.entry.entryId }));
  });

  test('whoever was slower is told who was quicker, and nothing is lost', async () => {
    const { entry, rev } = await add();
    const changed = await open(await put(entry.entryId, rev, aDraft({ name: 'Renamed' })));
    expect(changed).toMatchObject({ rev: rev + 1, entry: { name: 'Renamed' } });
    const late = await put(entry.entryId, rev, aDraft({ name: 'Also renamed' }));
    expect(late.status).toBe(409);
    expect(await problem(late)).toMatchObject({
      problem: 'conflict',
      details: { by: expect.any(String), rev: rev + 1 },
    });
    const after = await open(await ask(`/${entry.entryId}`));
    expect(after.entry.name).toBe('Renamed');
    const change = after.history.at(-1);
    expect(change).toMatchObject({ what: 'changed' });
    expect(change?.changes).toContainEqual({ field: 'name', before: entry.name, after: 'Renamed' });
  });

  test('a position finer than its grade is refused, and no grade is loosened by staff alone', async () => {
    for (const over of [
      { grade: 'area' as const, where: spotAt('open') },
      { grade: 'shielded' as const, where: spotAt('area') },
    ]) {
      const refused = await ask('', { entry: aDraft(over) });
      expect([refused.status, await problem(refused)]).toMatchObject([400, { problem: 'bad-request' }]);
    }
    const exact = { as: 'point', grade: 'open', points: [[-2.5879, 51.4545]] };
    expect((await ask('', { entry: { ...aDraft(), where: exact } })).status).toBe(400);
    const hidden = await add({ grade: 'shielded', where: NOWHERE });
    const loosened = aDraft({ name: hidden.entry.name, grade: 'area', where: spotAt('area') });
    expect((await put(hidden.entry.entryId, hidden.rev, loosened)).status).toBe(403);
    await open(await put(hidden.entry.entryId, hidden.rev, loosened, lead));
    const audit = await app.deps.store.audit.list(5);
    expect(audit.map(({ what, about }) => [what, about])).toContainEqual([
      'place-grade',
      `${hidden.entry.entryId}: shielded to area`,
    ]);
  });

  test('two that are one: histories stay, tablets are told, and the stricter grade holds for both', async () => {
    const one = await add({ grade: 'open', where: spotAt('open') });
    const other = await add({ grade: 'area', where: spotAt('area') });
    const merged = await open(
      await ask(`/${one.entry.entryId}/merge`, { rev: one.rev, into: other.entry.entryId, intoRev: other.rev }),
    );
    expect(merged.entry.entryId).toBe(other.entry.entryId);
    expect(merged.merged).toMatchObject([{ entryId: one.entry.entryId }]);
    const gone = await open(await ask(`/${one.entry.entryId}`));
    expect(gone.entry).toMatchObject({ mergedInto: other.entry.entryId, grade: 'area', where: spotAt('area') });
    const { rows } = await (await app.tablet()).pull();
    const live = rows as { kind: string; id: string; value: unknown }[];
    const venues = live.filter(({ kind, value }) => kind === 'venue' && value !== null).map(({ id }) => id);
    expect(venues).toContain(other.entry.entryId);
    expect(venues).not.toContain(one.entry.entryId);
    const ring = await ask(`/${other.entry.entryId}/merge`, {
      rev: merged.rev,
      into: one.entry.entryId,
      intoRev: gone.rev,
    });
    expect(await problem(ring)).toMatchObject({ problem: 'bad-request', details: { field: 'into' } });
    const apart = await open(await ask(`/${one.entry.entryId}/unmerge`, { rev: gone.rev }));
    expect(apart.entry).toMatchObject({ mergedInto: null, grade: 'area' });
    expect(apart.history.map(({ what }) => what)).toEqual(['added', 'merged', 'unmerged']);
  });

  test('a closed place is visited no more, and can be opened again', async () => {
    const { entry, rev } = await add();
    const closed = await open(await ask(`/${entry.entryId}/close`, { rev, closed: true }));
    const tablet = await app.tablet();
    const first = await tablet.pull();
    expect(first.rows).toContainEqual({ kind: 'venue', id: entry.entryId, value: null });
    await open(await ask(`/${entry.entryId}/close`, { rev: closed.rev, closed: false }));
    const second = await tablet.pull(first.cursor);
    expect(second.rows).toContainEqual({
      kind: 'venue',
      id: entry.entryId,
      value: expect.objectContaining({ placeName: entry.name }),
    });
  });

  test('a file is taken in row by row, tried first, and never twice', async () => {
    const rows = [
      { line: 2, entryId: null, entry: aDraft({ name: 'Harbour hall' }) },
      { line: 3, entryId: null, entry: { ...aDraft({ name: 'Too fine' }), grade: 'area' } },
      { line: 4, entryId: null, entry: { ...aDraft({ name: 'No such type' }), type: 'castle' } },
      {
        line: 7,
        entryId: null,
        entry: { ...aDraft(), where: { as: 'point', grade: 'open', points: [[-2.5879, 51.4545]] } },
      },
      { line: 5, entryId: null, entry: aDraft({ name: 'HARBOUR  Hall' }) },
      { line: 6, entryId: 'own-id', entry: aDraft({ name: 'With an id' }) },
    ];
    const done = async (tryOnly: boolean) => {
      const answer = await ask('/import', { try: tryOnly, rows }, { cookie: lead });
      return importedPlaces.parse(await answer.json()).rows.map(({ line, done: what, reason }) => [line, what, reason]);
    };
    const expected = [
      [2, 'added', null],
      [3, 'refused', 'finer'],
      [4, 'refused', 'fit'],
      [7, 'refused', 'finer'],
      [5, 'refused', 'twice'],
      [6, 'added', null],
    ];
    expect(await done(true)).toEqual(expected);
    expect(await done(false)).toEqual(expected);
    expect((await done(false)).map(([, what]) => what)).toEqual([
      'there',
      'refused',
      'refused',
      'refused',
      'there',
      'there',
    ]);
    expect((await open(await ask('/own-id'))).history.map(({ what }) => what)).toEqual(['imported']);
    expect((await ask('/import', { try: true, rows }, { cookie: staff })).status).toBe(403);
  });

  test('everything that is done to places has its words in the audit, and names no position', async () => {
    const { did } = JSON.parse(readFileSync('locales/en/standard/desk-audit.json', 'utf8')) as { did: object };
    await ask('/exported', { as: 'csv', places: 3 }, { cookie: lead });
    const lines = (await app.deps.store.audit.list(500)).filter(({ what }) => what.startsWith('place'));
    const done = new Set(lines.map(({ what }) => what));
    expect(done.size).toBeGreaterThan(8);
    expect([...done].filter((what) => !Object.hasOwn(did, what))).toEqual([]);
    expect(JSON.stringify(lines)).not.toMatch(/51\.4|Mill Lane|Harbour/);
  });

  test('lists, notes and coverage come for whoever reads the inbox', async () => {
    const list = placeList.parse(await (await ask('')).json());
    expect(list.loadLimit).toBe(4);
    expect(list.places.every(({ freshness }) => freshness === 'never')).toBe(true);
    expect(noteList.parse(await (await ask('/notes')).json())).toEqual({ notes: [], found: 0 });
    const covered = coverage.parse(await (await ask('/coverage')).json());
    expect(covered.places.every(({ never }) => never)).toBe(true);
    expect((await ask('/nobody-knows-it')).status).toBe(404);
  });
});
