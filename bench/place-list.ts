import { randomUUID } from 'node:crypto';
import { observationRowId } from '../src/domain/directory.ts';
import { LISTS } from '../src/domain/lists/lists.ts';
import { anEntry, anObservation } from '../tests/helpers/directory.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../tests/helpers/browser.ts';
import * as person from '../tests/helpers/field-tablet.ts';
import { startServer } from '../tests/helpers/server.ts';
import { seeded } from '../tests/helpers/simulation/seeded.ts';
import type { Row } from './report.ts';
import { median, quantile, round } from './statistics.ts';

const WORKER = 'Maria Example';
const SLOWER = 4;
const TIMES = 5;
const PLACES = 1_000;
const NOTES = 10_000;
/** Of these, on one place: its page has a long history. */
const ON_ONE = 500;
const KEYS = 'harbour street 7';

/**
 * The list of places with the server stopped, on a processor four times slower, over 1,000 entries and 10,000 notes: from
 * a touch on "Places and groups" to the first rows, the first time and again; a key in the search to what it finds; a
 * place with 500 notes to its history. The limit, in the same page: the same rows read from the same database, unchecked.
 */
export async function measurePlaceList(): Promise<Row[]> {
  const server = await startServer();
  let tablet = await openTablet();
  try {
    const desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    await person.enrolTablet(tablet.page, server.url, desk, 'Bench tablet');
    await tablet.page.getByText('Ready without signal').waitFor();
    await tablet.page.goto(server.url);
    await person.unlock(tablet.page, WORKER);
    await server.stop();
    await tablet.page.evaluate(put, drawn());

    const took = { read: [] as number[], first: [] as number[], again: [] as number[], page: [] as number[] };
    const keys: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      tablet = await reopened(tablet);
      const { page } = tablet;
      await page.goto(server.url);
      await person.unlock(page, WORKER);
      await page.locator('a[href="/places"]').waitFor();
      took.first.push(await page.evaluate(until, ['a[href="/places"]', '.list-row'] as const));
      for (const key of KEYS) keys.push(await page.evaluate(typed, key));
      await page.getByRole('link', { name: /Said & Done: Home/ }).click();
      await page.locator('.home__actions').waitFor();
      took.again.push(await page.evaluate(until, ['a[href="/places"]', '.list-row'] as const));
      await page.locator('input[type=search]').fill('the long one');
      await page.locator('.list-row[href="/places/long"]').waitFor();
      took.page.push(await page.evaluate(until, ['.list-row[href="/places/long"]', '.places-history'] as const));
      took.read.push(await page.evaluate(readAll));
    }
    return [
      { name: 'limit: the same rows read from the database, unchecked', value: round(median(took.read)), unit: 'ms' },
      { name: 'touch to the first rows of 1,000, the first time', value: round(median(took.first)), unit: 'ms' },
      { name: 'the same: times the limit', value: round(median(took.first) / median(took.read)), unit: 'x' },
      { name: 'touch to the first rows, again', value: round(median(took.again)), unit: 'ms' },
      { name: 'a key in the search to what it finds, p50', value: round(quantile(keys, 0.5)), unit: 'ms' },
      { name: 'a key in the search to what it finds, p95', value: round(quantile(keys, 0.95)), unit: 'ms' },
      { name: 'touch on a place of 500 notes to its history', value: round(median(took.page)), unit: 'ms' },
    ];
  } finally {
    await tablet.kill();
    await forgetProfile(tablet.profile);
    await server.dispose();
  }
}

interface StoredRow {
  readonly kind: string;
  readonly id: string;
  readonly value: unknown;
}

/** What a pull would have left: names of two words and a number, notes over eighteen months, every third entry linked. */
function drawn(): readonly StoredRow[] {
  const chance = seeded(1);
  const pick = <Value>(list: readonly Value[]): Value => {
    const found = list[chance.between(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const ids = Array.from({ length: PLACES - 1 }, (_, n) => `e${n}`);
  const entries = ids.map((id, n) =>
    anEntry(id, {
      type: pick(LISTS.entryTypes),
      name: `${pick(['Harbour', 'Mill', 'Orchard', 'Elm'])} ${pick(['Street', 'Lane', 'Green'])} ${n}`,
      council: pick(['Northfield', 'Southgate', 'Eastham']),
      links: n % 3 === 0 ? [{ to: pick(ids), how: 'works-with' }] : [],
    }),
  );
  const today = Date.now();
  const notes = Array.from({ length: NOTES }, (_, n) =>
    anObservation(
      randomUUID(),
      n < ON_ONE ? 'long' : pick(ids),
      new Date(today - chance.between(0, 540) * 86_400_000).toISOString().slice(0, 10),
      { kind: pick([...LISTS.noteKinds, 'visit']), what: `The tap by the gate drips again, the ${n}th time.` },
    ),
  );
  return [
    ...[...entries, anEntry('long', { name: 'The long one' })].map((value) => ({
      kind: 'directory',
      id: value.entryId,
      value,
    })),
    ...notes.map((value) => ({ kind: 'observation', id: observationRowId(value), value })),
  ];
}

/** A new browser process over the same profile, slowed down. */
async function reopened(before: TabletBrowser): Promise<TabletBrowser> {
  await before.close();
  const tablet = await openTablet({ profile: before.profile });
  const control = await tablet.context.newCDPSession(tablet.page);
  await control.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  tablet.page.setDefaultTimeout(60_000);
  return tablet;
}

// --- what follows runs in the page ---------------------------------------------------------------------------------

/** Into the database of the app, which is open beside this. */
async function put(rows: readonly StoredRow[]): Promise<void> {
  const name = (await indexedDB.databases())[0]?.name ?? '';
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(new Error('the database could not be opened')));
  });
  const work = database.transaction('reference', 'readwrite');
  for (const row of rows) work.objectStore('reference').put(row);
  await new Promise((resolve) => work.addEventListener('complete', resolve));
  database.close();
}

async function readAll(): Promise<number> {
  const name = (await indexedDB.databases())[0]?.name ?? '';
  const database = await new Promise<IDBDatabase>((resolve) => {
    const asked = indexedDB.open(name);
    asked.addEventListener('success', () => resolve(asked.result));
  });
  const started = performance.now();
  const index = database.transaction('reference').objectStore('reference').index('kind');
  for (const kind of ['directory', 'observation'])
    await new Promise((resolve) => index.getAll(kind).addEventListener('success', resolve));
  const took = performance.now() - started;
  database.close();
  return took;
}

/** From a touch until the frame after what is looked for is there. */
function until([touched, wanted]: readonly [string, string]): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    document.querySelector<HTMLElement>(touched)?.click();
    const before = document.querySelector(wanted);
    const look = () => {
      const found = document.querySelector(wanted);
      if (found === null || found === before) return requestAnimationFrame(look);
      return requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
    };
    look();
  });
}

/** One more letter in the search, until the next frame with what it finds. */
function typed(key: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (field === null) return reject(new Error('there is no search'));
    const started = performance.now();
    field.value += key;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return requestAnimationFrame(() =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started))),
    );
  });
}
