import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openSqlite } from '../../../server/adapters/sqlite/sqlite.ts';
import { TABLE_NAMES } from '../../../server/backup/tables.ts';
import { openRecord } from '../../../server/inbox/boxes.ts';
import { openChanges } from '../../../server/places/history-boxes.ts';
import { openPlace, placeList } from '../../../src/domain/desk-places.ts';
import { inboxPage } from '../../../src/domain/desk.ts';
import type { Operation } from '../../../src/domain/envelope.ts';
import { NOWHERE, type Where } from '../../../src/domain/place.ts';
import { snap } from '../../../src/domain/place-grid.ts';
import type { PlaceGrade } from '../../../src/domain/record.ts';
import { stricter } from '../../../src/places/coarsen.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { sealOperation } from '../../helpers/sealed-operations.ts';
import { seeded, type Seeded } from '../../helpers/simulation/seeded.ts';
import { aNote, aPlace } from '../../helpers/told-places.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const GRADES: readonly PlaceGrade[] = ['open', 'area', 'shielded'];

/** Somewhere exact, a long way from every other, which a well-behaved tablet never tells. */
interface Spot {
  readonly lng: number;
  readonly lat: number;
}
/** An entry, or a note about one (`of`) or about nothing, with how finely it may be told now. */
interface Told {
  readonly id: string;
  readonly spot: Spot;
  readonly of: string | null;
  /** Which entry it was merged into. */
  into?: string;
  grade: PlaceGrade;
  op: Operation | null;
}

const placed = (grade: PlaceGrade, { lng, lat }: Spot): Where => {
  if (grade === 'shielded') return NOWHERE;
  const [east, north] = snap(grade, lng, lat);
  return { as: 'point', grade, points: [[east, north]] };
};
const pair = (grade: 'open' | 'area', { lng, lat }: Spot): string => snap(grade, lng, lat).join(',');

class World {
  readonly entries: Told[] = [];
  readonly notes: Told[] = [];
  readonly app: TestApp;
  readonly random: Seeded;
  readonly cookie: string;
  #spots = 0;

  constructor(app: TestApp, random: Seeded, cookie: string) {
    this.app = app;
    this.random = random;
    this.cookie = cookie;
  }

  spot(): Spot {
    this.#spots += 1;
    // More digits than any cell has, so that they can be looked for.
    return {
      lng: -2 - this.#spots * 0.051 - this.random.fraction() * 0.01,
      lat: 51 + (this.#spots % 17) * 0.043 + this.random.fraction() * 0.01,
    };
  }

  async send(kind: string, body: unknown, over: { entityId?: string; amends?: string } = {}): Promise<Operation> {
    const op = await sealOperation({ key: this.app.deps.keys.current(), kind, body, ...over });
    await this.app.deps.accept([op], { deviceId: null, park: null }, this.app.deps.now().toISOString());
    return op;
  }

  async desk(path: string, body?: unknown, method = 'POST'): Promise<Response> {
    const how = body === undefined ? {} : { method, body };
    return this.app.ask(`/desk/v1${path}`, { cookie: this.cookie, ...how });
  }

  /** Of an entry as the model has it. */
  entry(id: string): Told {
    const found = this.entries.find((one) => one.id === id);
    if (found === undefined) throw new Error('no such entry');
    return found;
  }

  /** What was merged into it, by whatever way. */
  partsOf(of: Told): readonly Told[] {
    const parts = this.entries.filter(({ into }) => into === of.id);
    return [...parts, ...parts.flatMap((part) => this.partsOf(part))];
  }

  /** What it counts as; null while it counts as itself. */
  standsFor({ into }: Told): Told | null {
    if (into === undefined) return null;
    const other = this.entry(into);
    return this.standsFor(other) ?? other;
  }

  async step(): Promise<void> {
    const { random } = this;
    const known = this.entries.filter(({ op }) => op !== null);
    const what =
      known.length === 0
        ? 'place'
        : random.pick(['place', 'note', 'note', 'note', 'again', 'grade', 'merge', 'wrong', 'spot']);
    const spot = this.spot();
    const grade = random.pick(GRADES);
    if (what === 'place') {
      const body = aPlace({ grade, where: placed(grade, spot), name: `Place ${this.entries.length}` });
      const op = await this.send('place', body);
      this.entries.push({ id: body.entryId, spot, of: null, grade, op });
    } else if (what === 'note') {
      // A tablet that has not heard yet how finely its place may be told.
      const about = random.pick(known);
      const body = aNote(
        { entryId: about.id, name: 'It' },
        { grade, where: placed(grade, spot), share: random.pick(['team', 'office']) },
      );
      this.notes.push({ id: body.observationId, spot, of: about.id, grade, op: await this.send('map-note', body) });
    } else if (what === 'spot') {
      const body = aNote(null, { grade, where: placed(grade, spot) });
      this.notes.push({ id: body.observationId, spot, of: null, grade, op: await this.send('map-note', body) });
    } else if (what === 'again') {
      const about = random.pick(known);
      await this.app.work();
      // The place as it was met, once more, by whoever met it: staff have looked at it since.
      const { rev } = await this.open(about.id);
      expect((await this.desk(`/places/${about.id}/check`, { rev })).status).toBe(200);
      const body = aPlace({ entryId: about.id, grade: 'open', where: placed('open', about.spot) });
      await this.send('place', body, { entityId: about.op?.entityId ?? '', amends: about.op?.opId ?? '' });
    } else if (what === 'grade') {
      const about = random.pick(known);
      await this.app.work();
      const { entry, rev } = await this.open(about.id);
      const { entryId: _id, mergedInto: _into, closed: _shut, checked: _seen, since: _since, ...draft } = entry;
      const to = { ...draft, grade, where: placed(grade, about.spot) };
      const changed = await this.desk(`/places/${about.id}`, { rev, entry: to }, 'PUT');
      expect(changed.status).toBe(200);
      // What was merged into another is told no finer than that one, whichever of them is changed.
      about.grade = stricter(grade, this.standsFor(about)?.grade ?? grade);
      for (const part of this.partsOf(about)) part.grade = stricter(part.grade, about.grade);
    } else if (what === 'merge') {
      const [from, into] = [random.pick(known), random.pick(known)];
      await this.app.work();
      const [one, other] = [await this.open(from.id), await this.open(into.id)];
      const answer = await this.desk(`/places/${from.id}/merge`, { rev: one.rev, into: into.id, intoRev: other.rev });
      if (answer.status === 200) {
        from.grade = into.grade = stricter(from.grade, into.grade);
        from.into = into.id;
        for (const part of [...this.partsOf(from), ...this.partsOf(into)])
          part.grade = stricter(part.grade, into.grade);
      }
    } else {
      // From a broken app, and from a page that somebody tampered with: refused, and not a digit of it stays.
      const exact = { as: 'point', grade: 'open', points: [[spot.lng, spot.lat]] };
      await this.send('map-note', { ...aNote(null), grade: 'open', where: exact });
      const refused = await this.desk('/places', { entry: { ...aPlace(), where: exact } });
      expect(refused.status).toBe(400);
      this.notes.push({ id: '', spot, of: null, grade: 'shielded', op: null });
    }
    // What was noted is as fine as it may be told now at most, and never becomes finer again.
    for (const note of this.notes) if (note.of !== null) note.grade = stricter(note.grade, this.entry(note.of).grade);
  }

  async open(id: string) {
    return openPlace.parse(await (await this.desk(`/places/${id}`)).json());
  }

  /** Every row, with every box opened that the server can open. */
  async rows(): Promise<string> {
    const { store, keys } = this.app.deps;
    const { sql } = store as typeof store & { sql: ReturnType<typeof openSqlite> };
    const tables = await Promise.all(
      TABLE_NAMES.map(async (table) => JSON.stringify(await sql.query(`SELECT * FROM ${table}`))),
    );
    const boxes = await sql.query<{ op_id: string; box: Uint8Array }>(
      'SELECT op_id, box FROM records WHERE box IS NOT NULL',
    );
    const records = await Promise.all(boxes.map(({ op_id, box }) => openRecord(keys, op_id, box)));
    const events = await sql.query<{ entry_id: string; box: Uint8Array | null }>(
      'SELECT entry_id, box FROM directory_history',
    );
    const history = await Promise.all(events.map(({ entry_id, box }) => openChanges(keys, entry_id, box)));
    return [...tables, JSON.stringify(records), JSON.stringify(history)].join('\n');
  }

  /** Everything a tablet or the desk can ask for. */
  async answers(): Promise<string> {
    const said: string[] = [];
    const list = await this.desk('/places');
    said.push(await list.clone().text());
    for (const { entry } of placeList.parse(await list.json()).places)
      said.push(await (await this.desk(`/places/${entry.entryId}`)).text());
    for (const path of [
      '/places/notes?limit=20000',
      '/places/notes?kind=visit',
      '/places/coverage',
      '/places/news?since=2000-01-01',
      '/audit',
      '/quarantine',
    ])
      said.push(await (await this.desk(path)).text());
    const inbox = await this.desk('/inbox?limit=200');
    said.push(await inbox.clone().text());
    for (const { entityId } of inboxPage.parse(await inbox.json()).items)
      said.push(await (await this.desk(`/inbox/${entityId}`)).text());
    const { rows } = await this.app.deps.store.reference.since(0, 'any', 10_000);
    said.push(JSON.stringify(rows));
    return said.join('\n');
  }

  /** What must not be found anywhere, for each thing that was told. */
  forbidden(): string[] {
    return [...this.entries, ...this.notes].flatMap(({ spot, grade }) => [
      String(spot.lng),
      String(spot.lat),
      ...(grade === 'open' ? [] : [pair('open', spot)]),
      ...(grade === 'shielded' ? [pair('area', spot)] : []),
    ]);
  }
  /** What is found if the search itself works. */
  allowed(): string[] {
    return this.entries.flatMap(({ spot, grade }) => (grade === 'shielded' ? [] : [pair(grade, spot)]));
  }
}

describe('nothing at the server is finer than its place may be told', () => {
  const undo: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  test.each([1, 2, 3, 4])('no row, box, log line or answer, whatever happens (seed %i)', async (seed) => {
    const folder = await mkdtemp(join(tmpdir(), 'said-places-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const sql = openSqlite(join(folder, 'places.db'));
    const app = await testApp({ rateLimits: false, sql });
    let closed = false;
    undo.push(async () => {
      if (!closed) await app.close();
    });
    const world = new World(app, seeded(seed), await app.cookieFor('lead'));
    const look = async (): Promise<void> => {
      await app.work();
      const places: readonly [string, string][] = [
        ['rows', await world.rows()],
        ['answers', await world.answers()],
        ['logs', app.logged.join('\n')],
      ];
      for (const [where, text] of places) {
        expect(
          world.forbidden().filter((digits) => text.includes(digits)),
          where,
        ).toEqual([]);
      }
      const all = places.map(([, text]) => text).join('\n');
      expect(world.allowed().filter((digits) => !all.includes(digits))).toEqual([]);
    };
    for (let steps = 1; steps <= 60; steps += 1) {
      await world.step();
      if (steps % 12 === 0) await look();
    }
    expect(world.forbidden().length).toBeGreaterThan(100);

    // Nor in what the database leaves lying on the disk.
    await app.close();
    closed = true;
    for (const name of await readdir(folder)) {
      const bytes = (await readFile(join(folder, name))).toString('latin1');
      expect(
        world.forbidden().filter((digits) => bytes.includes(digits)),
        name,
      ).toEqual([]);
    }
  });
});
