import 'fake-indexeddb/auto';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createDatabase, type Database } from '../../../src/adapters/dexie/database.ts';
import { readEntries, readObservations } from '../../../src/adapters/dexie/dexie-directory.ts';
import { createDexieReferenceStore } from '../../../src/adapters/dexie/dexie-reference-store.ts';
import type { Observation } from '../../../src/domain/directory.ts';
import { anEntry, anObservation } from '../../helpers/directory.ts';

const database = createDatabase({ name: 'many-notes' });
const store = createDexieReferenceStore(database);
const asRow = (value: Observation) => ({
  kind: 'observation' as const,
  id: `${value.entryId}/${value.observationId}`,
  value,
});
const idsOf = (all: readonly Observation[]) => all.map(({ observationId }) => observationId).sort();

/** Twice as many as are read at a time, to the row: where one turn ends is where one would be lost or told twice. */
const NOTES = Array.from({ length: 1000 }, (_, n) => anObservation(`o${n}`, `e${n % 7}`, '2026-11-01'));

afterEach(() => {
  vi.restoreAllMocks();
});
beforeAll(async () => {
  await store.apply(NOTES.map(asRow));
  await store.apply(
    Array.from({ length: 501 }, (_, n) => {
      const value = anEntry(`e${n}`);
      return { kind: 'directory' as const, id: value.entryId, value };
    }),
  );
});

test('thousands of rows are read in turns: each once, and none of another kind', async () => {
  expect(idsOf(await readObservations(database))).toEqual(idsOf(NOTES));
  expect(new Set((await readEntries(database)).map(({ entryId }) => entryId)).size).toBe(501);
  expect(await readEntries(database)).toHaveLength(501);
});

test('what cannot be read is passed over wherever it lies, and the rest is read to its end', async () => {
  const broken = [NOTES[0], NOTES[499], NOTES[999]].map((note) => {
    if (note === undefined) throw new Error('no such note');
    return { ...asRow(note), value: { observationId: 7 } };
  });
  await database.run((tables) => tables.reference.bulkPut(broken));
  expect(await readObservations(database)).toHaveLength(997);
  await store.apply(NOTES.map(asRow));
});

test('of some entries only what was seen of these is read', async () => {
  const of = await readObservations(database, ['e1', 'e3', 'nobody']);
  expect(idsOf(of)).toEqual(idsOf(NOTES.filter(({ entryId }) => entryId === 'e1' || entryId === 'e3')));
  expect(await readObservations(database, [])).toEqual([]);
});

test('rows that come and go while it reads are told of, and never make it fail or say a row twice', async () => {
  let told = 0;
  const stop = store.subscribe(() => (told += 1));
  const reading = readObservations(database);
  await store.apply([asRow(anObservation('new', 'e0', '2026-11-02'))]);
  await store.apply(NOTES.slice(0, 300).map((note) => ({ ...asRow(note), value: null })));
  const read = idsOf(await reading);
  stop();
  expect(told).toBe(2);
  expect(new Set(read).size).toBe(read.length);
  expect(await readObservations(database)).toHaveLength(701);
});

/** From one look at the clock to the next so many milliseconds go by. */
function slowedBy(each: number): void {
  let ms = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (ms += each));
}

/** How often a reading gives way on such a clock. What waits for a time is of the database. */
async function pausesOf(reading: () => Promise<unknown>, each: number): Promise<number> {
  slowedBy(each);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  await reading();
  const pauses = timers.mock.calls.filter(([, wait]) => wait === undefined).length;
  vi.restoreAllMocks();
  return pauses;
}

test('where checking takes long it gives way after every few notes; names are waited for, and come at once', async () => {
  await store.apply(NOTES.map(asRow));
  const notes = (await readObservations(database)).length;
  expect(notes).toBeGreaterThanOrEqual(1000);
  expect(await pausesOf(() => readObservations(database), 0)).toBe(0);
  expect(await pausesOf(() => readObservations(database), 10)).toBe(Math.ceil(notes / 50));
  expect(await pausesOf(() => readEntries(database), 10)).toBe(0);
});

test('what fails while the turn before it is checked is told to whoever waits for all of it', async () => {
  slowedBy(10);
  let turns = 0;
  const failing: Database = {
    ...database,
    run: (work) => {
      turns += 1;
      return turns === 1 ? database.run(work) : Promise.reject(new Error('no more to be had'));
    },
  };
  await expect(readObservations(failing)).rejects.toThrow('no more to be had');
});
