import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { planCut } from '../../../server/maps/cut-plan.ts';
import { plainWords, readMap } from '../../../server/maps/map-reader.ts';
import { newMap } from '../../../server/maps/new-map.ts';
import { MapTrouble } from '../../../server/maps/trouble.ts';
import { aMap, BRISTOL, fileSource, memorySource } from '../../helpers/maps/a-map.ts';

// Beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000 });

const whole = readFileSync(BRISTOL);
const changed = (at: number, to: number): Buffer => {
  const bytes = Buffer.from(whole);
  bytes[at] = to;
  return bytes;
};
const one = [{ z: 0, x: 0, y: 0, content: 'earth' }];

test.each([
  ['a text file', Buffer.from('# not a map'.repeat(40)), 'not-pmtiles'],
  ['nothing', Buffer.alloc(0), 'not-pmtiles'],
  ['an older version', changed(7, 2), 'not-pmtiles'],
  ['pictures', changed(99, 2), 'not-vector'],
  ['brotli tiles', changed(98, 3), 'packed-otherwise'],
  ['zstd directories', changed(97, 4), 'packed-otherwise'],
  ['a download that broke off', whole.subarray(0, whole.length - 100), 'cut-off'],
  [
    'another kind of map',
    aMap(one, { about: { attribution: 'x', vector_layers: [{ id: 'water' }, { id: 'roads' }] } }),
    'other-layers',
  ],
  ['no layers at all', aMap(one, { about: { attribution: 'x' } }), 'other-layers'],
  ['a description that is none', aMap(one, { about: 17 }), 'damaged'],
  ['no area', aMap(one, { bounds: [10, 10, 10, 10] }), 'damaged'],
])('refuses %s', async (_what, bytes, reason) => {
  await expect(readMap(memorySource(bytes))).rejects.toMatchObject({ name: 'MapTrouble', reason });
});

test('a bomb in the description stops at its limit', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  const map = aMap(one);
  const at = map.length;
  const bytes = Buffer.concat([map, bomb]);
  bytes.writeBigUInt64LE(BigInt(at), 24);
  bytes.writeBigUInt64LE(BigInt(bomb.length), 32);
  await expect(readMap(memorySource(bytes))).rejects.toMatchObject({ reason: 'damaged' });
});

test('whatever bytes are changed, it is read, or refused with a reason: never anything else, never for ever', async () => {
  const changes = fc.array(fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(changes, async (given) => {
      const bytes = Buffer.from(whole);
      for (const [at, to] of given) bytes[at] = to;
      try {
        const map = await readMap(memorySource(bytes));
        await planCut(map, { bounds: [-2.6, 51.4, -2.5, 51.5], maxZoom: 14 }, 'x');
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(MapTrouble);
      }
    }),
    { numRuns: 1500 },
  );
});

test('asks for credit where the file gives none, and takes what is given', async () => {
  const map = () => readMap(memorySource(aMap(one, { about: { vector_layers: [{ id: 'transportation' }] } })));
  await expect(newMap(await map(), { area: null, title: 'x', credit: '' })).rejects.toMatchObject({
    reason: 'no-credit',
  });
  const made = await newMap(await map(), { area: null, title: 'x', credit: '© Somebody' });
  expect(made.map.facts.attribution).toBe('© Somebody');
});

test('credit comes as plain words, also from links', () => {
  expect(
    plainWords(
      '<a href="https://x.example/" target="_blank">&copy; OpenMapTiles</a> <b onclick=x>&#169; OSM &amp; all</b>',
    ),
  ).toBe('© OpenMapTiles © OSM & all');
  expect(plainWords('<<script>alert(1)</script>')).not.toContain('<script>');
  expect(plainWords('x'.repeat(900))).toHaveLength(400);
});

test.each([
  ['nothing there', [1, 2, 3, 4], 'empty'],
  ['east before west', [-2.5, 51.4, -2.6, 51.5], 'not-an-area'],
  ['no numbers', [NaN, 51.4, -2.6, 51.5], 'not-an-area'],
] as const)('an area with %s is refused', async (_what, bounds, reason) => {
  const map = await readMap(fileSource(BRISTOL));
  await expect(planCut(map, { bounds: [...bounds], maxZoom: 14 }, 'x')).rejects.toMatchObject({ reason });
});

test('half the earth at its closest is too large before anything is read', async () => {
  const source = memorySource(aMap([{ z: 16, x: 5, y: 5, content: 'x' }]));
  const map = await readMap(source);
  const before = source.reads.length;
  await expect(planCut(map, { bounds: [-90, -80, 90, 80], maxZoom: 16 }, 'x')).rejects.toMatchObject({
    reason: 'too-large',
  });
  expect(source.reads.length).toBe(before);
});
