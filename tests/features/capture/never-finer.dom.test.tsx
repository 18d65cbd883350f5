import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryClock } from '../../../src/adapters/memory/memory-device.ts';
import { createMemoryPosition } from '../../../src/adapters/memory/memory-position.ts';
import { createBrowserRandom } from '../../../src/adapters/browser/browser-random.ts';
import type { DirectoryEntry } from '../../../src/domain/directory.ts';
import { GRADES } from '../../../src/domain/place-grade.ts';
import { snap, type LngLat } from '../../../src/domain/place-grid.ts';
import { allowedAt, where as whereSchema } from '../../../src/domain/place.ts';
import type { PlaceGrade } from '../../../src/domain/record.ts';
import { CaptureScreen } from '../../../src/features/capture/capture-screen.tsx';
import { changeLanguage } from '../../../src/i18n/catalogue.ts';
import type { MediaCipher, Sealer } from '../../../src/ports/sealer.ts';
import type { UnlockedVault } from '../../../src/ports/vault.ts';
import { createDrafts } from '../../../src/tablet/drafts.ts';
import { createFinishRecord } from '../../../src/tablet/finish-record.ts';
import { decodeDraftRow } from '../../../src/tablet/journal-frames.ts';
import { keepDraftsTwice } from '../../../src/tablet/keep-twice.ts';
import { createMutex } from '../../../src/tablet/mutex.ts';
import { sampleOrganisation } from '../../contracts/stores.ts';
import { anEntry } from '../../helpers/directory.ts';
import { captureTablet } from '../../helpers/capture-services.tsx';
import { anySpot, oneOf, randomly, type Random } from '../../helpers/random-where.ts';
import { ANN, createDisk } from '../../helpers/tablet/test-world.ts';

/**
 * Somebody taps about at random while the tablet moves and its receiver is slow. The drafts, the journal and the sealer are
 * the real ones over stores in memory, with a vault that hides nothing: every byte that would be kept is read.
 */

beforeEach(() => changeLanguage('en', 'standard'));
afterEach(cleanup);

const PLACES: readonly DirectoryEntry[] = GRADES.map((grade) =>
  anEntry(`at-${grade}`, { name: `Place ${grade}`, grade }),
);
const MARKER = 'Reading corner';
const TAPS = 45;

/** A disk of which every byte that is written is noted, readable. */
async function watchedDisk() {
  const written: string[] = [];
  const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const disk = createDisk();
  await disk.reference.apply([
    sampleOrganisation,
    ...PLACES.map((value) => ({ kind: 'directory' as const, id: value.entryId, value })),
  ]);
  const journal: typeof disk.journal = {
    ...disk.journal,
    putState: async (key, bytes) => {
      if (bytes !== null) written.push(read(bytes), read(decodeDraftRow(bytes)?.box ?? new Uint8Array()));
      await disk.journal.putState(key, bytes);
    },
    appendOperation: async (opId, bytes) => {
      written.push(read(bytes));
      await disk.journal.appendOperation(opId, bytes);
    },
  };
  const drafts: typeof disk.drafts = {
    ...disk.drafts,
    put: async (row) => {
      written.push(read(row.box));
      await disk.drafts.put(row);
    },
  };
  const reference: typeof disk.reference = {
    ...disk.reference,
    keepOwn: async (told) => {
      written.push(JSON.stringify(told));
      await disk.reference.keepOwn(told);
    },
  };
  const sealer: Sealer = {
    seal: async (_key, header, record) => {
      written.push(JSON.stringify({ header, record }));
      return { enc: 'AA==', ct: 'AA==', keyId: 'k1' } as unknown as Awaited<ReturnType<Sealer['seal']>>;
    },
  };
  return { disk: { ...disk, journal, drafts, reference }, sealer, written };
}

/** A receiver that takes its time: the answer comes when something else has been tapped already. */
function slowPosition(random: Random, spots: LngLat[]) {
  const position = createMemoryPosition();
  return {
    async here(grade: 'open' | 'area') {
      let [lng, lat] = anySpot(random);
      // In the very middle of its cell it could not be told from the cell.
      while (isNearMiddle(lng, lat)) [lng, lat] = anySpot(random);
      spots.push([lng, lat]);
      position.moveTo({ lng, lat });
      const cell = await position.here(grade);
      await new Promise((resolve) => setTimeout(resolve, random() * 40));
      return cell;
    },
  };
}

const isNearMiddle = (lng: number, lat: number): boolean =>
  (['open', 'area'] as const).some((grade) => {
    const [east, north] = snap(grade, lng, lat);
    return Math.abs(east - lng) < 0.0003 || Math.abs(north - lat) < 0.0003;
  });

const WANTED =
  /^(?:Open|Area only|Hidden|In words|It is where I am now|Leave it out|Take the square I am in|Example Borough|Choose another|Take it away|Place |Next|Back|A place|A group|Someone who opens|Library|Hostel|A danger)/;

/** What can be tapped now and has to do with places. */
function tappable(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>('input[type=radio], button')];
  return all.filter((one) => WANTED.test((one.closest('label') ?? one).textContent?.trim() ?? ''));
}

async function tapAbout(random: Random, kind: 'map-note' | 'place'): Promise<{ written: string[]; spots: LngLat[] }> {
  const { disk, sealer, written } = await watchedDisk();
  const spots: LngLat[] = [];
  const clock = createMemoryClock(Date.parse('2026-11-22T10:00:00Z'));
  const browser = createBrowserRandom();
  const vault: UnlockedVault = {
    actorId: ANN,
    displayName: 'Ann',
    encrypt: async (plain) => plain,
    decrypt: async (box) => box,
  } as UnlockedVault;
  const { outbox, journal, reference, media } = disk;
  const store = keepDraftsTwice(disk.drafts, journal);
  const tablet = captureTablet({
    position: slowPosition(random, spots),
    services: {
      reference,
      drafts: () => createDrafts({ vault, store, media, outbox, reference, clock, random: browser }),
      finishRecord: () =>
        createFinishRecord({
          outbox,
          journal,
          reference,
          sealer,
          clock,
          vault,
          media,
          random: browser,
          drafts: store,
          cipher: {} as MediaCipher,
          mutex: createMutex(),
          nudge: () => undefined,
        }),
    },
  });
  tablet.show(<CaptureScreen request={{ kind }} onDone={() => undefined} />);
  await screen.findByRole('heading', { name: kind === 'place' ? 'What did you find?' : 'What is it?' });
  const where = screen.queryByText('Where exactly')?.closest('details');
  if (where) {
    where.open = true;
    fireEvent(where, new Event('toggle'));
  }
  let holdsSquare = false;
  for (let tap = 0; tap < TAPS; tap += 1) {
    const choices = tappable();
    const called = (name: RegExp) =>
      choices.filter((one) => name.test((one.closest('label') ?? one).textContent ?? ''));
    const square = called(/^Take the square/)[0];
    // The way to a square, and then to a coarser grade, takes luck: it is taken more often than the others.
    const likely =
      called(/^Take it away/).length > 0 || holdsSquare
        ? called(/^(?:Area only|Hidden|Place |Choose another|Back)/)
        : square === undefined
          ? called(/^(?:It is where I am now|Open|Next)/)
          : [square];
    holdsSquare = called(/^Take it away/).length > 0;
    const next = likely.length > 0 && random() < 0.6 ? oneOf(random, likely) : oneOf(random, choices);
    fireEvent.click(next);
    const words = document.querySelector<HTMLInputElement>('textarea, input[type=text]');
    if (words !== null && random() < 0.3) fireEvent.input(words, { target: { value: MARKER } });
    // Sometimes the worker waits for the square, sometimes not; what stands there then is kept then.
    await new Promise((resolve) => setTimeout(resolve, next === square && random() < 0.6 ? 50 : random() * 20));
    tablet.hide();
  }
  await new Promise((resolve) => setTimeout(resolve, 60));
  const finish = screen.queryByRole('button', { name: /^(?:Save|Finish)$/ });
  if (finish !== null) fireEvent.click(finish);
  tablet.hide();
  await waitFor(() => expect(written.length).toBeGreaterThan(5));
  await new Promise((resolve) => setTimeout(resolve, 60));
  return { written, spots };
}

/** Every place that stands anywhere in what was written, with the grade that stands beside it. */
function placesIn(value: unknown): { grade: PlaceGrade | undefined; where: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  const held = value as { where?: unknown; grade?: PlaceGrade; byName?: string; entryId?: string };
  // An observation has the grade of the entry it is about.
  const observed = PLACES.find(({ entryId }) => held.byName !== undefined && entryId === held.entryId);
  const own = 'where' in held ? [{ grade: observed?.grade ?? held.grade, where: held.where }] : [];
  return [...own, ...Object.values(value).flatMap(placesIn)];
}

let held = 0;
test.each([
  ['map-note', 1],
  ['map-note', 2],
  ['map-note', 3],
  ['place', 4],
  ['place', 5],
  ['place', 6],
] as const)('no byte of a %s is finer than its grade (%i)', { timeout: 60_000 }, async (kind, seed) => {
  const { written, spots } = await tapAbout(randomly(seed), kind);
  const bytes = written.join('\n');
  // Five digits behind the point are about a metre.
  expect(spots.flat().filter((degrees) => bytes.includes(degrees.toFixed(6).slice(0, -1)))).toEqual([]);
  // What is looked for can be read at all.
  expect(bytes.includes('"where":{"as":"')).toBe(true);
  const places = written.flatMap((one) => {
    try {
      return placesIn(JSON.parse(one));
    } catch {
      return [];
    }
  });
  expect(places.length).toBeGreaterThan(3);
  // Where there is no grade yet, nothing of a position may be there.
  for (const { grade, where } of places) expect(allowedAt(grade ?? 'shielded', whereSchema.parse(where))).toBe(true);
  held += places.filter(({ where }) => whereSchema.parse(where).as === 'point').length;
});

test('and squares were there to be kept', () => {
  expect(held).toBeGreaterThan(10);
});
