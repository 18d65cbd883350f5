import { expect, test } from 'vitest';
import { createMemoryClock } from '../../src/adapters/memory/memory-device.ts';
import { createMemorySurveyAssets } from '../../src/adapters/memory/memory-survey-assets.ts';
import { createMemoryReferenceStore } from '../../src/adapters/memory/memory-stores.ts';
import { sha256Hex } from '../../src/domain/bytes.ts';
import { Problem, type ProblemCode } from '../../src/domain/problems.ts';
import type { BaseMap } from '../../src/domain/directory.ts';
import { mapsHere } from '../../src/domain/map-pieces.ts';
import type { PullRow } from '../../src/domain/pull-row.ts';
import type { SurveyState } from '../../src/domain/survey.ts';
import type { PackFiles } from '../../src/ports/pack-files.ts';
import { fetchAssets } from '../../src/sync/fetch-assets.ts';
import { createGuard } from '../../src/sync/guard.ts';
import { readMaps } from '../../src/sync/health.ts';
import { freshMemory, type RunContext } from '../../src/sync/run-context.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const A_MAP: Omit<BaseMap, 'mapId' | 'pieces' | 'bytes'> = {
  title: 'Riverside',
  bounds: [-2.6, 51.4, -2.5, 51.5],
  minZoom: 0,
  maxZoom: 14,
  attribution: '© OpenStreetMap contributors',
};

/** A tablet with surveys, each with one clip and one picture, and a server that has their files. */
async function aTablet(...surveys: readonly (readonly [string, SurveyState])[]) {
  const reference = createMemoryReferenceStore();
  const server = new Map<string, Uint8Array<ArrayBuffer>>();
  const named = new Map<string, string>();
  const file = async (name: string) => {
    const sha256 = await sha256Hex(bytes(name));
    server.set(sha256, bytes(name));
    named.set(sha256, name);
    return sha256;
  };
  const rows: PullRow[] = [];
  for (const [surveyId, state] of surveys) {
    const picture = await file(`${surveyId} picture`);
    const clip = await file(`${surveyId} clip`);
    rows.push({
      kind: 'survey',
      id: `${surveyId}@1`,
      value: {
        format: 1,
        surveyId,
        version: 1,
        state,
        family: surveyId,
        questions: [],
        consentAfter: [],
        aboutYou: false,
        fixed: null,
        languages: ['en'],
        easyReadChecked: null,
        pictures: [{ sha256: picture, mime: 'image/png', bytes: 10, alt: '' }],
      },
    });
    rows.push({
      kind: 'survey-texts',
      id: `${surveyId}@1/en`,
      value: {
        surveyId,
        version: 1,
        language: 'en',
        status: 'checked',
        checked: null,
        standard: { title: surveyId },
        easy: {},
        sounds: { standard: { title: { sha256: clip, mime: 'audio/ogg', bytes: 10, durationMs: 1 } }, easy: {} },
      },
    });
  }
  await reference.apply(rows);

  const store = createMemorySurveyAssets();
  const asked: string[] = [];
  const link = { fails: null as ((name: string) => ProblemCode | null) | null };
  const world = { freeBytes: 10_000_000_000 as number | null, words: false, asked, link, server, named };
  const memory = freshMemory();
  const run = {
    deps: {
      reference,
      tablet: { space: async () => (world.freeBytes === null ? null : { usedBytes: 0, freeBytes: world.freeBytes }) },
      assets: {
        store,
        link: {
          asset: async (sha256: string) => {
            const name = named.get(sha256) ?? sha256;
            asked.push(name);
            const fails = link.fails?.(name) ?? null;
            if (fails !== null) throw new Problem(fails);
            const found = server.get(sha256);
            if (found === undefined) throw new Problem('not-found');
            return found;
          },
        },
      },
    },
    guard: createGuard({ ...createMemoryClock(0), sleep: () => new Promise(() => {}) }, new AbortController().signal),
    memory,
    stopped: () => false,
    wordsWaiting: () => world.words,
    progress: () => undefined,
    note: () => undefined,
  } as unknown as RunContext;
  /** Offers a map of these pieces. */
  const offer = async (mapId: string, ...names: readonly string[]) => {
    const pieces = [];
    for (const name of names) pieces.push({ sha256: await file(name), bytes: bytes(name).length });
    const size = pieces.reduce((sum, piece) => sum + piece.bytes, 0);
    await reference.apply([{ kind: 'base-map', id: mapId, value: { ...A_MAP, mapId, pieces, bytes: size } }]);
    memory.assetsDue = true;
  };
  const maps = async () =>
    mapsHere(await reference.baseMaps(), new Set(await store.list())).map(
      ({ map, piecesHere, bytesHere, whole }) => [map.mapId, piecesHere, bytesHere, whole] as const,
    );
  const held = async () => (await store.list()).map((sha256) => named.get(sha256)).sort();
  return { ...world, world, run, memory, reference, store, held, offer, maps, fetch: () => fetchAssets(run) };
}

test('brings what surveys that can be begun need, pictures first, and asks for nothing twice', async () => {
  const tablet = await aTablet(['open', 'published'], ['trial', 'pilot'], ['over', 'retired']);
  expect(await tablet.fetch()).toBeNull();
  expect(tablet.asked).toEqual(['open picture', 'open clip', 'trial picture', 'trial clip']);
  expect(tablet.memory.assetsDue).toBe(false);
  tablet.memory.assetsDue = true;
  await tablet.fetch();
  expect(tablet.asked).toHaveLength(4);
});

test('cut off in the middle it goes on where it stood', async () => {
  const tablet = await aTablet(['one', 'published'], ['two', 'published']);
  tablet.link.fails = (name) => (name === 'two picture' ? 'unreachable' : null);
  await expect(tablet.fetch()).rejects.toMatchObject({ code: 'unreachable' });
  expect(await tablet.held()).toEqual(['one clip', 'one picture']);
  expect(tablet.memory.assetsDue).toBe(true);
  tablet.link.fails = null;
  await tablet.fetch();
  expect(tablet.asked.slice(3)).toEqual(['two picture', 'two clip']);
});

test('a file that is not there, or not what its hash says, holds up nothing and is asked for again', async () => {
  const tablet = await aTablet(['one', 'published'], ['two', 'published']);
  for (const [sha256, name] of tablet.named) {
    if (name === 'one picture') tablet.server.delete(sha256);
    if (name === 'one clip') tablet.server.set(sha256, bytes('something else'));
  }
  expect(await tablet.fetch()).toBeNull();
  expect(await tablet.held()).toEqual(['two clip', 'two picture']);
  expect(tablet.memory.assetsDue).toBe(true);
});

test('words that were finished meanwhile go first', async () => {
  const tablet = await aTablet(['one', 'published']);
  tablet.world.words = true;
  expect(await tablet.fetch()).toBeNull();
  expect([tablet.asked, tablet.memory.assetsDue]).toEqual([[], true]);
});

test('leaves room for what people say, and takes what fits where the browser does not tell', async () => {
  const tablet = await aTablet(['one', 'published']);
  tablet.world.freeBytes = 50_000_000;
  await tablet.fetch();
  expect([tablet.asked, tablet.memory.assetsDue]).toEqual([[], true]);
  tablet.world.freeBytes = null;
  await tablet.fetch();
  expect(await tablet.held()).toHaveLength(2);
});

test('takes away what no survey here speaks of any more; what a draft may still need stays', async () => {
  const tablet = await aTablet(['one', 'published'], ['two', 'published']);
  await tablet.fetch();
  const [two] = (await tablet.reference.surveys()).filter(({ surveyId }) => surveyId === 'two');
  await tablet.reference.apply([
    { kind: 'survey', id: 'one@1', value: null },
    { kind: 'survey', id: 'two@1', value: { ...two!, state: 'retired' } },
  ]);
  tablet.memory.assetsDue = true;
  await tablet.fetch();
  expect(await tablet.held()).toEqual(['two clip', 'two picture']);
});

test("sounds of the app's own words come before any survey, and go when nothing speaks of them", async () => {
  const tablet = await aTablet(['one', 'published']);
  const sha256 = await sha256Hex(bytes('may we'));
  tablet.server.set(sha256, bytes('may we'));
  tablet.named.set(sha256, 'may we');
  const clip = { sha256, mime: 'audio/ogg', bytes: 6, durationMs: 900, words: 'a'.repeat(16) };
  const sounds = { standard: { 'consent:layers.use.question': clip }, easy: {} };
  await tablet.reference.apply([{ kind: 'app-sounds', id: 'en', value: { language: 'en', sounds } }]);
  await tablet.fetch();
  expect(tablet.asked).toEqual(['may we', 'one picture', 'one clip']);
  expect((await tablet.store.get(sha256))?.size).toBe(6);
  await tablet.reference.apply([{ kind: 'app-sounds', id: 'en', value: null }]);
  tablet.memory.assetsDue = true;
  await tablet.fetch();
  expect(await tablet.held()).toEqual(['one clip', 'one picture']);
});

test('maps come last, the smallest first, and how much of each is here can be told', async () => {
  const tablet = await aTablet(['one', 'published']);
  await tablet.offer('county', 'north', 'middle', 'south');
  await tablet.offer('town', 'streets');
  expect(await tablet.maps()).toEqual([
    ['county', 0, 0, false],
    ['town', 0, 0, false],
  ]);
  tablet.link.fails = (name) => (name === 'south' ? 'unreachable' : null);
  await expect(tablet.fetch()).rejects.toMatchObject({ code: 'unreachable' });
  expect(tablet.asked).toEqual(['one picture', 'one clip', 'streets', 'north', 'middle', 'south']);
  expect(await tablet.maps()).toEqual([
    ['county', 2, 11, false],
    ['town', 1, 7, true],
  ]);
});

test('a map that was cut off in the middle goes on with the pieces that are missing, and is asked for nothing twice', async () => {
  const tablet = await aTablet();
  await tablet.offer('county', 'north', 'middle', 'south');
  tablet.link.fails = (name) => (name === 'middle' ? 'timed-out' : null);
  await expect(tablet.fetch()).rejects.toMatchObject({ code: 'timed-out' });
  tablet.link.fails = null;
  tablet.asked.length = 0;
  expect(await tablet.fetch()).toBeNull();
  expect(tablet.asked).toEqual(['middle', 'south']);
  expect([await tablet.maps(), tablet.memory.assetsDue]).toEqual([[['county', 3, 16, true]], false]);
});

test('a piece that was damaged here is found when it is read, and fetched again', async () => {
  const tablet = await aTablet();
  await tablet.offer('town', 'streets', 'lanes');
  await tablet.fetch();
  const streets = await sha256Hex(bytes('streets'));
  await tablet.store.put(streets, 'application/octet-stream', bytes('strEEts'));
  expect(await tablet.store.get(streets)).toBeNull();
  expect(await tablet.maps()).toEqual([['town', 1, 5, false]]);
  tablet.memory.assetsDue = true;
  tablet.asked.length = 0;
  await tablet.fetch();
  expect(tablet.asked).toEqual(['streets']);
  expect(await (await tablet.store.get(streets))?.text()).toBe('streets');
});

test('a piece that is wrong on the way, or not there, never counts, and the rest of the map comes all the same', async () => {
  const tablet = await aTablet();
  await tablet.offer('county', 'north', 'middle', 'south');
  tablet.server.set(await sha256Hex(bytes('north')), bytes('nOrth'));
  tablet.server.delete(await sha256Hex(bytes('middle')));
  expect(await tablet.fetch()).toBeNull();
  expect([await tablet.maps(), tablet.memory.assetsDue]).toEqual([[['county', 1, 5, false]], true]);
});

test('a map that was taken back leaves nothing of itself, and nothing of another map goes with it', async () => {
  const tablet = await aTablet(['one', 'published']);
  await tablet.offer('county', 'north', 'shared');
  await tablet.offer('town', 'streets', 'shared');
  await tablet.fetch();
  await tablet.reference.apply([{ kind: 'base-map', id: 'county', value: null }]);
  tablet.memory.assetsDue = true;
  await tablet.fetch();
  expect(await tablet.held()).toEqual(['one clip', 'one picture', 'shared', 'streets']);
});

test('a map that was taken off this tablet is not fetched again, and comes back when it may', async () => {
  const tablet = await aTablet(['one', 'published']);
  await tablet.offer('county', 'north', 'shared');
  await tablet.offer('town', 'streets', 'shared');
  await tablet.fetch();
  await tablet.reference.keepMapOff('county', true);
  tablet.memory.assetsDue = true;
  tablet.asked.length = 0;
  await tablet.fetch();
  expect([await tablet.held(), tablet.asked]).toEqual([['one clip', 'one picture', 'shared', 'streets'], []]);
  await tablet.reference.keepMapOff('county', false);
  // Nothing has come down that speaks of files: the hello finds out that something is missing.
  expect([await readMaps(tablet.run), tablet.memory.assetsDue]).toEqual([['town'], true]);
  await tablet.fetch();
  expect(tablet.asked).toEqual(['north']);
  expect([await readMaps(tablet.run), tablet.memory.assetsDue]).toEqual([['town', 'county'].sort(), false]);
});

test('a map that is taken off while its pieces come leaves none of them', async () => {
  const tablet = await aTablet();
  await tablet.offer('county', 'north', 'middle', 'south');
  await tablet.offer('town', 'streets', 'lanes', 'parks', 'quays');
  tablet.link.fails = (name) => {
    if (name !== 'middle') return null;
    void tablet.reference.keepMapOff('county', true);
    void sha256Hex(bytes('north')).then((sha256) => tablet.store.remove(sha256));
    return null;
  };
  expect(await tablet.fetch()).toBeNull();
  expect(tablet.asked).not.toContain('south');
  expect(await tablet.held()).toEqual(['lanes', 'parks', 'quays', 'streets']);
});

test('a map never takes the room that people need to speak', async () => {
  const tablet = await aTablet();
  await tablet.offer('county', 'north', 'middle');
  tablet.world.freeBytes = 60 * 1024 * 1024 + 4;
  await tablet.fetch();
  expect([tablet.asked, tablet.memory.assetsDue]).toEqual([[], true]);
  tablet.world.freeBytes += 1;
  await tablet.fetch();
  expect(tablet.asked).toEqual(['north']);
});

test('what was finished while a map is fetched goes before its next piece', async () => {
  const tablet = await aTablet();
  await tablet.offer('county', 'north', 'middle', 'south');
  tablet.link.fails = (name) => {
    if (name === 'middle') tablet.world.words = true;
    return null;
  };
  expect(await tablet.fetch()).toBeNull();
  expect([tablet.asked, tablet.memory.assetsDue]).toEqual([['north', 'middle'], true]);
});

test('a map is not done with before what draws it is here: left out for want of room, it is fetched when there is some', async () => {
  const tablet = await aTablet();
  await tablet.offer('town', 'one');
  const drawing = bytes('draws');
  const map = [{ url: '/assets/map.js', sha256: await sha256Hex(drawing), bytes: 5_000_000 }];
  const kept: string[] = [];
  const engine: PackFiles = {
    pack: async () => ({ version: '1', files: [], map }),
    copies: async (url) => (kept.includes(url) ? [drawing] : []),
    fetch: async () => drawing,
    put: async ({ url }, _content, list) => void kept.push(list === 'map' ? url : 'elsewhere'),
  };
  Object.assign(tablet.run.deps.assets ?? {}, { engine });
  tablet.world.freeBytes = 61 * 1024 * 1024;
  expect(await tablet.fetch()).toBeNull();
  expect(kept).toEqual([]);
  expect(tablet.memory.assetsDue).toBe(true);
  tablet.world.freeBytes = 600 * 1024 * 1024;
  await tablet.fetch();
  expect(kept).toEqual(['/assets/map.js']);
  expect(tablet.memory.assetsDue).toBe(false);
});
