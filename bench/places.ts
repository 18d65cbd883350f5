import { randomUUID } from 'node:crypto';
import type { Coverage, NoteList, OpenPlace, PlaceList } from '../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../src/domain/directory.ts';
import { LISTS } from '../src/domain/lists/lists.ts';
import { testApp, type TestApp } from '../tests/helpers/app.ts';
import { CaptureMaker } from '../tests/helpers/captures.ts';
import { seeded } from '../tests/helpers/simulation/seeded.ts';
import { aNote, aPlace, aStamp, spotAt } from '../tests/helpers/told-places.ts';
import type { Row } from './report.ts';
import { median, round } from './statistics.ts';

const PLACES = 1_000;
const NOTES = 10_000;
const VISITS = 2_000;
const AT_ONCE = 100;
const TIMES = 9;

/**
 * 1,000 entries, 10,000 notes (a tenth kept for the office) and 2,000 visits, sealed and filed as tablets send them: what
 * filing costs beside a record that tells of no place, what the desk waits for, and what a new tablet pulls. The limit of
 * a list: the same rows read from the database and written as JSON.
 */
export async function measurePlaces(): Promise<Row[]> {
  const app = await testApp({ rateLimits: false });
  try {
    const cookie = await app.cookieFor('lead');
    const places = await bring(app, cookie);
    const chance = seeded(1);
    const day = (): string => new Date(app.clock.ms - chance.between(0, 540) * 86_400_000).toISOString().slice(0, 10);
    const notes = await file(app, NOTES, () => {
      const about = chance.pick(places);
      const body = aNote(about, {
        kind: chance.pick(LISTS.noteKinds),
        themes: [chance.pick(LISTS.themes)],
        grade: 'area',
        where: spotAt('area', -2.6 + chance.fraction() / 5, 51.4 + chance.fraction() / 5),
        share: chance.chance(0.1) ? 'office' : 'team',
      });
      return { kind: 'map-note', body, visit: aStamp(about.entryId, { date: day() }) };
    });
    const outing = { startedAt: '', endedAt: null, heard: [], hearBack: '', note: '' };
    const visits = await file(app, VISITS, () => ({
      kind: 'visit',
      body: outing,
      visit: aStamp(chance.pick(places).entryId, { date: day() }),
    }));
    const bare = await file(app, VISITS, () => ({
      kind: 'no-thanks',
      body: { count: 1, reason: 'no-time' },
      visit: null,
    }));

    const ask = async <Answer>(path: string, holds: (answer: Answer) => boolean): Promise<number[]> => {
      const took: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const began = performance.now();
        const answer = (await (await app.ask(`/desk/v1/places${path}`, { cookie })).json()) as Answer;
        took.push(performance.now() - began);
        if (!holds(answer)) throw new Error(`${path} did not answer with everything`);
      }
      return took;
    };
    // First, while no office note was opened: the list counts them too.
    const whole = await ask<NoteList>('/notes?limit=20000', (all) => all.notes.length === NOTES);
    const list = await ask<PlaceList>('', (all) => all.places.length === PLACES);
    const theme = await ask<NoteList>(`/notes?theme=damp`, (all) => all.found > 0 && all.found < NOTES);
    const one = await ask<OpenPlace>(`/${places[0]?.entryId}`, (open) => open.notes.length > 0);
    const covered = await ask<Coverage>('/coverage', (all) => all.places.length === PLACES);
    const limit = await Promise.all(Array.from({ length: 3 }, () => byHand(app)));
    const tablet = await pulled(app);
    return [
      { name: 'processor time to file a note and tell it', value: round(notes), unit: 'ms' },
      { name: 'processor time to file a visit and count it', value: round(visits), unit: 'ms' },
      { name: 'limit: processor time to file a record that tells of no place', value: round(bare), unit: 'ms' },
      { name: '1,000 entries with what a list shows of them', value: round(median(list)), unit: 'ms' },
      { name: '10,000 notes, first look (office notes opened)', value: round(whole[0] ?? 0), unit: 'ms' },
      { name: '10,000 notes, next look', value: round(median(whole)), unit: 'ms' },
      { name: '10,000 notes by a theme', value: round(median(theme)), unit: 'ms' },
      { name: 'one entry with its notes and history', value: round(median(one)), unit: 'ms' },
      { name: 'coverage of all entries', value: round(median(covered)), unit: 'ms' },
      { name: 'limit: the same observations read, parsed and written', value: round(median(limit)), unit: 'ms' },
      { name: 'a new tablet pulls all of it, packed', value: round(tablet.bytes / 1000), unit: 'kB' },
      { name: 'pages of that pull', value: tablet.pages, unit: '' },
      { name: 'the server answers all of its pages in', value: round(tablet.ms), unit: 'ms' },
    ];
  } finally {
    await app.close();
  }
}

async function bring(app: TestApp, cookie: string): Promise<{ entryId: string; name: string }[]> {
  const places = Array.from({ length: PLACES }, (_, line) => {
    const {
      entryId,
      source: _source,
      said: _said,
      ...place
    } = aPlace({ name: `Place ${line}`, grade: 'area', where: spotAt('area') });
    const entry: Partial<DirectoryEntry> = { ...place, alsoCalled: [], notes: '', culture: [], askable: [] };
    return { line, entryId, entry };
  });
  const body = { try: false, rows: places };
  const answer = await app.ask('/desk/v1/places/import', { method: 'POST', body, cookie });
  if (!answer.ok) throw new Error(await answer.text());
  return places.map(({ entryId, entry }) => ({ entryId, name: entry.name ?? '' }));
}

/** Milliseconds of the processor that filing one record takes, without sealing and sending it. */
async function file(
  app: TestApp,
  count: number,
  make: () => Parameters<CaptureMaker['operation']>[0],
): Promise<number> {
  const tablet = await app.tablet(randomUUID().slice(0, 8));
  const maker = new CaptureMaker(tablet);
  let took = 0;
  for (let at = 0; at < count; at += AT_ONCE) {
    app.clock.ms += 1000;
    await tablet.push(await Promise.all(Array.from({ length: AT_ONCE }, () => maker.operation(make()))));
    const before = process.cpuUsage();
    await app.work();
    const { user, system } = process.cpuUsage(before);
    took += (user + system) / 1000;
  }
  return took / count;
}

async function byHand(app: TestApp): Promise<number> {
  const { sql } = app.deps.store as typeof app.deps.store & {
    sql: { query(text: string): Promise<readonly { value: string }[]> };
  };
  const began = performance.now();
  const rows = await sql.query(`SELECT value FROM reference WHERE kind = 'observation' AND value IS NOT NULL`);
  JSON.stringify(rows.map(({ value }) => JSON.parse(value) as unknown));
  return performance.now() - began;
}

async function pulled(app: TestApp): Promise<{ bytes: number; pages: number; ms: number }> {
  const tablet = await app.tablet();
  const total = { bytes: 0, pages: 0, ms: 0 };
  let cursor = '';
  for (let more = true; more; total.pages += 1) {
    const began = performance.now();
    const path = `/sync/v1/pull?knows=4${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const answer = await tablet.fetch(path, { headers: { 'accept-encoding': 'gzip' } });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    total.ms += performance.now() - began;
    total.bytes += bytes.length;
    const plain =
      answer.headers.get('content-encoding') === 'gzip' ? await unpacked(bytes) : new TextDecoder().decode(bytes);
    ({ cursor, more } = JSON.parse(plain) as { cursor: string; more: boolean });
  }
  return total;
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
