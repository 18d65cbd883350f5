import { expect, test } from 'vitest';
import { createMemoryPackFiles } from '../../src/adapters/memory/memory-pack-files.ts';
import { createMemoryClock } from '../../src/adapters/memory/memory-device.ts';
import { createMemorySurveyAssets } from '../../src/adapters/memory/memory-survey-assets.ts';
import { createMemoryReferenceStore } from '../../src/adapters/memory/memory-stores.ts';
import { sha256Hex } from '../../src/domain/bytes.ts';
import { Problem } from '../../src/domain/problems.ts';
import { createFieldPackCheck } from '../../src/tablet/field-pack.ts';
import { sampleOrganisation } from '../contracts/stores.ts';
import { anId } from '../contracts/sample-operations.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function aPack(contents: Record<string, string>) {
  const files = await Promise.all(
    Object.entries(contents).map(async ([url, text]) => ({
      url,
      sha256: await sha256Hex(bytes(text)),
      bytes: text.length,
    })),
  );
  const kept = new Map(Object.entries(contents).map(([url, text]) => [url, [bytes(text)]]));
  const server = new Map(Object.entries(contents).map(([url, text]) => [url, bytes(text)]));
  const reference = createMemoryReferenceStore();
  await reference.apply([
    sampleOrganisation,
    { kind: 'roster', id: anId(1), value: { actorId: anId(1) as never, displayName: 'Ann', role: 'champion' } },
  ]);
  let nudges = 0;
  const held = new Map<string, { mime: string; bytes: Uint8Array<ArrayBuffer> }>();
  const store = createMemorySurveyAssets(held);
  const atServer = new Map<string, Uint8Array<ArrayBuffer>>();
  const link = {
    asset: async (sha256: string) => {
      const found = atServer.get(sha256);
      if (found === undefined) throw new Problem('not-found');
      return found;
    },
  };
  const parts = {
    pack: { version: 'v1', files },
    kept,
    server: server as typeof server | null,
    whole: true,
    space: null as { usedBytes: number; freeBytes: number } | null,
  };
  const make = () =>
    createFieldPackCheck({
      files: createMemoryPackFiles(parts),
      reference,
      assets: { store, link },
      tablet: { space: async () => parts.space },
      fetchedWhole: async () => parts.whole,
      clock: createMemoryClock(Date.parse('2026-11-22T10:00:00Z')),
      nudge: () => void (nudges += 1),
    });
  return { parts, make, reference, held, atServer, nudges: () => nudges };
}

const PAGES = { '/index.html': '<!doctype html>', '/assets/app.js': 'let it = 1;', '/icon.svg': '<svg/>' };

test('ready only when every file is there with the right bytes, and the reference data too', async () => {
  const { make } = await aPack(PAGES);
  const steps: number[] = [];
  const check = make();
  expect(check.last()).toBeNull();
  const report = await check.check((done, all) => steps.push(done * 10 + all));
  expect(report).toMatchObject({ ready: true, version: 'v1', files: 3, missing: [], damaged: [], noData: [] });
  expect(report.bytes).toBe(Object.values(PAGES).join('').length);
  expect(steps).toEqual([13, 23, 33]);
  expect(check.last()).toBe(report);
});

test('names what is missing and what is damaged, and mends both', async () => {
  const { parts, make } = await aPack(PAGES);
  parts.kept.delete('/icon.svg');
  parts.kept.set('/assets/app.js', [bytes('let it = 2;')]);
  const check = make();
  expect(await check.check()).toMatchObject({ ready: false, missing: ['/icon.svg'], damaged: ['/assets/app.js'] });
  expect(await check.repair()).toMatchObject({ ready: true });
});

test('the other version of a file beside the right one is no damage', async () => {
  const { parts, make } = await aPack(PAGES);
  parts.kept.set('/index.html', [bytes('an older page'), bytes(PAGES['/index.html'])]);
  expect((await make().check()).ready).toBe(true);
});

test('out of reach: says what is still missing; a server with another version puts nothing wrong in', async () => {
  const { parts, make } = await aPack(PAGES);
  parts.kept.delete('/icon.svg');
  parts.server?.set('/icon.svg', bytes('a newer icon'));
  expect(await make().repair()).toMatchObject({ ready: false, missing: ['/icon.svg'] });
  expect(parts.kept.has('/icon.svg')).toBe(false);
  parts.server = null;
  expect(await make().repair()).toMatchObject({ ready: false, missing: ['/icon.svg'] });
});

test('without reference data it is not ready, and repair asks for it', async () => {
  const { make, reference, nudges } = await aPack(PAGES);
  await reference.clear();
  expect(await make().check()).toMatchObject({ ready: false, noData: ['organisation', 'roster'], missing: [] });
  await make().repair();
  expect(nudges()).toBe(1);
});

test('with no list at all it is not ready', async () => {
  const { parts, make } = await aPack(PAGES);
  Object.assign(parts, { pack: null });
  expect(await make().check()).toMatchObject({ ready: false, version: null, missing: ['/field-pack.json'] });
});

test('a survey is ready when its words, sounds and pictures are here and whole; else it says what is missing, and mends it', async () => {
  const { make, reference, held, atServer, nudges } = await aPack(PAGES);
  const clip = bytes('a clip');
  const picture = bytes('a picture');
  const [clipHash, pictureHash] = [await sha256Hex(clip), await sha256Hex(picture)];
  atServer.set(clipHash, clip);
  const { value } = sampleOrganisation as { value: object };
  await reference.apply([
    { ...sampleOrganisation, value: { ...value, languages: ['en', 'ar'] } } as never,
    {
      kind: 'survey',
      id: 'care@1',
      value: {
        format: 1,
        surveyId: 'care',
        version: 1,
        state: 'published',
        family: 'care',
        questions: [],
        consentAfter: [],
        aboutYou: false,
        fixed: null,
        languages: ['en', 'ar', 'pl'],
        easyReadChecked: null,
        pictures: [{ sha256: pictureHash, mime: 'image/png', bytes: picture.length, alt: 'Our hall' }],
      },
    },
    {
      kind: 'survey-texts',
      id: 'care@1/en',
      value: {
        surveyId: 'care',
        version: 1,
        language: 'en',
        status: 'checked',
        checked: null,
        standard: { title: 'How was your care?' },
        easy: {},
        sounds: { standard: { title: { sha256: clipHash, mime: 'audio/ogg', bytes: 6, durationMs: 900 } }, easy: {} },
      },
    },
  ]);
  const check = make();
  const lack = { title: 'How was your care?', languages: ['ar'], sounds: 1, pictures: 1 };
  expect(await check.check()).toMatchObject({ ready: false, surveys: [lack], files: 5, missing: [], noData: [] });
  // What the server has comes; words that are not here are asked for; a picture that is nowhere stays missing.
  expect(await check.repair()).toMatchObject({ ready: false, surveys: [{ ...lack, sounds: 0 }] });
  expect(nudges()).toBe(1);
  expect(held.get(clipHash)?.mime).toBe('audio/ogg');
  atServer.set(pictureHash, bytes('another picture'));
  expect(await check.repair()).toMatchObject({ surveys: [{ ...lack, sounds: 0 }] });
  atServer.set(pictureHash, picture);
  const arabic = (await reference.surveyTexts('care', 1))[0]!;
  await reference.apply([
    { kind: 'survey-texts', id: 'care@1/ar', value: { ...arabic, language: 'ar', sounds: { standard: {}, easy: {} } } },
  ]);
  const steps: (readonly [number, number])[] = [];
  expect(await check.repair((...step) => steps.push(step))).toMatchObject({ ready: true, surveys: [] });
  expect(steps.at(-1)).toEqual([5, 5]);
  held.set(clipHash, { mime: 'audio/ogg', bytes: bytes('damaged') });
  expect(await check.check()).toMatchObject({ ready: false, surveys: [{ sounds: 1, pictures: 0, languages: [] }] });
  expect(await check.repair()).toMatchObject({ ready: true });
});

test('cut off while everything is fetched for the first time, the tablet is not ready, and says what has not come', async () => {
  const { parts, make, nudges } = await aPack(PAGES);
  parts.whole = false;
  const check = make();
  expect(await check.check()).toMatchObject({ ready: false, noData: ['surveys'] });
  expect(await check.repair()).toMatchObject({ ready: false, noData: ['surveys'] });
  expect(nudges()).toBe(1);
  parts.whole = true;
  expect(await check.repair()).toMatchObject({ ready: true, noData: [] });
});

test("a sound of the app's own words that is not here, or damaged, is told of and mended", async () => {
  const { make, reference, held, atServer } = await aPack(PAGES);
  const clip = bytes('may we');
  const sha256 = await sha256Hex(clip);
  const sound = { sha256, mime: 'audio/ogg', bytes: 6, durationMs: 900, words: 'a'.repeat(16) };
  const sounds = { standard: { 'consent:layers.use.question': sound }, easy: {} };
  await reference.apply([{ kind: 'app-sounds', id: 'en', value: { language: 'en', sounds } }]);
  const check = make();
  expect(await check.check()).toMatchObject({ ready: false, sounds: 1, surveys: [], files: 4 });
  expect(await check.repair()).toMatchObject({ ready: false, sounds: 1 });
  atServer.set(sha256, clip);
  expect(await check.repair()).toMatchObject({ ready: true, sounds: 0 });
  held.set(sha256, { mime: 'audio/ogg', bytes: bytes('damaged') });
  expect(await check.check()).toMatchObject({ ready: false, sounds: 1 });
});

test('a base map is checked piece by piece; what is missing is told and fetched, and is no reason to stay', async () => {
  const { parts, make, reference, held, atServer } = await aPack(PAGES);
  const [one, two] = [bytes('the first piece'), bytes('the second')];
  const pieces = [
    { sha256: await sha256Hex(one), bytes: one.length },
    { sha256: await sha256Hex(two), bytes: two.length },
  ];
  const map = { mapId: 'm', title: 'Town', bounds: [0, 0, 1, 1] as [number, number, number, number], attribution: '©' };
  const value = { ...map, minZoom: 0, maxZoom: 14, bytes: one.length + two.length, pieces };
  await reference.apply([{ kind: 'base-map', id: 'm', value }]);
  held.set(pieces[0]?.sha256 ?? '', { mime: '', bytes: one });
  const steps: string[] = [];
  const report = await make().check((done, all) => steps.push(`${done}/${all}`));
  expect(report).toMatchObject({ ready: true, files: 4, maps: [{ title: 'Town', bytesHere: 15, bytes: 25 }] });
  expect(steps.at(-1)).toBe('5/5');

  atServer.set(pieces[1]?.sha256 ?? '', two);
  parts.space = { usedBytes: 0, freeBytes: 60 * 1024 * 1024 + 5 };
  expect((await make().repair()).maps).toHaveLength(1);
  parts.space = { usedBytes: 0, freeBytes: 90 * 1024 * 1024 };
  expect(await make().repair()).toMatchObject({ ready: true, files: 5, maps: [] });
});
