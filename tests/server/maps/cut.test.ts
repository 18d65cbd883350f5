import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { tileIdToZxy, type PMTiles } from 'pmtiles';
import { describe, expect, test, vi } from 'vitest';
import { planCut, squaresOf } from '../../../server/maps/cut-plan.ts';
import { mapBytes, pieces } from '../../../server/maps/map-bytes.ts';
import { readMap } from '../../../server/maps/map-reader.ts';
import type { Bounds } from '../../../src/domain/desk-maps.ts';
import { MAP_PIECE_BYTES } from '../../../src/domain/directory.ts';
import { aMap, fileSource, LIECHTENSTEIN, memorySource, otherReader } from '../../helpers/maps/a-map.ts';
import { readFileSync } from 'node:fs';

// Beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000 });

const CREDIT = '© OpenStreetMap contributors';

async function cut(source: ReturnType<typeof memorySource>, bounds: Bounds, maxZoom: number) {
  const reader = await readMap(source);
  const plan = await planCut(reader, { bounds, maxZoom }, CREDIT);
  const parts: Buffer[] = [];
  for await (const part of mapBytes(plan, source)) parts.push(part);
  return { plan, made: Buffer.concat(parts) };
}

const tile = async (map: PMTiles, z: number, x: number, y: number): Promise<string | null> => {
  const found = await map.getZxy(z, x, y);
  return found === undefined ? null : Buffer.from(found.data).toString('base64');
};

const touches = ([west, south, east, north]: Bounds, z: number, x: number, y: number): boolean => {
  const { from, to } = squaresOf([west, south, east, north], z);
  return x >= from[0] && x <= to[0] && y >= from[1] && y <= to[1];
};

test('an area of Liechtenstein: every tile of it is there unchanged, none beside it, and the size was foretold', async () => {
  const bounds: Bounds = [9.5, 47.1, 9.55, 47.17];
  const { plan, made } = await cut(fileSource(LIECHTENSTEIN), bounds, 14);
  expect(made.length).toBe(plan.bytes);
  const from = otherReader(readFileSync(LIECHTENSTEIN));
  const to = otherReader(made);
  const header = await to.getHeader();
  expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual(bounds);
  expect([header.clustered, header.minZoom, header.maxZoom]).toEqual([true, 0, 14]);
  expect(await to.getMetadata()).toMatchObject({ attribution: CREDIT, format: 'pbf' });
  let [inside, outside] = [0, 0];
  for (let z = 0; z <= 14; z += 1) {
    const whole = squaresOf([9.4, 47, 9.7, 47.3], z);
    for (let x = whole.from[0]; x <= whole.to[0]; x += 1) {
      for (let y = whole.from[1]; y <= whole.to[1]; y += 1) {
        const is = await tile(to, z, x, y);
        const was = await tile(from, z, x, y);
        if (touches(bounds, z, x, y)) {
          expect(is).toBe(was);
          inside += is === null ? 0 : 1;
        } else {
          expect(is).toBeNull();
          outside += was === null ? 0 : 1;
        }
      }
    }
  }
  expect(inside).toBe(plan.tiles);
  expect(outside).toBeGreaterThan(50);
  expect(header.numAddressedTiles).toBe(plan.tiles);
});

test('steps closer than asked stay behind', async () => {
  const { made } = await cut(fileSource(LIECHTENSTEIN), [9.5, 47.1, 9.55, 47.17], 11);
  expect((await otherReader(made).getHeader()).maxZoom).toBe(11);
  const { from } = squaresOf([9.5, 47.1, 9.55, 47.17], 14);
  expect(await tile(otherReader(made), 14, from[0], from[1])).toBeNull();
});

test('any map, any area: what was there is there, what was not is not, and like tiles are kept once', async () => {
  const content = fc.constantFrom('sea', 'land', 'a town', 'x'.repeat(3000));
  const aTile = fc.integer({ min: 0, max: 7 }).chain((z) =>
    fc.record({
      z: fc.constant(z),
      x: fc.integer({ min: 0, max: 2 ** z - 1 }),
      y: fc.integer({ min: 0, max: 2 ** z - 1 }),
      content,
    }),
  );
  const tiles = fc.uniqueArray(aTile, {
    selector: ({ z, x, y }) => `${z}/${x}/${y}`,
    minLength: 1,
    maxLength: 60,
  });
  const lon = fc.integer({ min: -1800, max: 1799 }).map((tenths) => tenths / 10);
  const lat = fc.integer({ min: -850, max: 849 }).map((tenths) => tenths / 10);
  const size = fc.integer({ min: 1, max: 1200 }).map((tenths) => tenths / 10);
  await fc.assert(
    fc.asyncProperty(tiles, lon, lat, size, size, async (given, west, south, wide, high) => {
      const bounds: Bounds = [west, south, Math.min(180, west + wide), Math.min(85, south + high)];
      const wanted = given.filter(({ z, x, y }) => touches(bounds, z, x, y));
      const source = memorySource(aMap(given));
      if (wanted.length === 0) {
        await expect(cut(source, bounds, 7)).rejects.toMatchObject({ reason: 'empty' });
        return;
      }
      const { plan, made } = await cut(source, bounds, 7);
      expect(made.length).toBe(plan.bytes);
      expect(plan.contents.length).toBe(new Set(wanted.map((one) => one.content)).size);
      const map = otherReader(made);
      expect((await map.getHeader()).numTileContents).toBe(plan.contents.length);
      for (const { z, x, y, content: was } of given) {
        const found = await map.getZxy(z, x, y);
        const is = found === undefined ? null : Buffer.from(found.data).toString();
        expect(is).toBe(touches(bounds, z, x, y) ? was : null);
      }
    }),
    { numRuns: 120 },
  );
});

test('a map of many tiles has leaves behind a root that stays within the first 16 KiB', async () => {
  // Uneven on purpose: a regular list would be packed so small that no leaf is needed.
  let chance = 7;
  const next = (most: number) => (chance = (chance * 48_271) % 2_147_483_647) % most;
  const tiles: { z: number; x: number; y: number; content: string }[] = [];
  for (let id = 5461; tiles.length < 12_000; id += 1 + next(90)) {
    const [z, x, y] = tileIdToZxy(id);
    tiles.push({ z, x, y, content: Array.from({ length: 5 + next(40) }, () => next(1e6)).join() });
  }
  const source = memorySource(aMap(tiles));
  const { plan, made } = await cut(source, [-180, -85.06, 180, 85.06], 12);
  const map = otherReader(made);
  const header = await map.getHeader();
  expect(header.leafDirectoryLength).toBeGreaterThan(0);
  expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
  expect(plan.tiles).toBe(12_000);
  for (let i = 0; i < tiles.length; i += 613) {
    const { z, x, y, content } = tiles[i]!;
    expect(Buffer.from((await map.getZxy(z, x, y))!.data).toString()).toBe(content);
  }
});

test('only the area is read, never the whole file', async () => {
  const source = fileSource(LIECHTENSTEIN);
  const { plan } = await cut(source, [9.5, 47.1, 9.51, 47.11], 14);
  const read = source.reads.reduce((sum, { length }) => sum + length, 0);
  expect(read).toBeLessThan(plan.bytes + 40_000);
  expect(read).toBeLessThan(source.bytes / 2);
});

describe('pieces', () => {
  test('are of one size but the last, and put together they are the file', async () => {
    const all = Buffer.from(Uint8Array.from({ length: MAP_PIECE_BYTES * 2 + 17 }, (_, i) => (i * 31) % 251));
    const given = async function* (): AsyncGenerator<Buffer> {
      yield all.subarray(0, 5);
      yield all.subarray(5, MAP_PIECE_BYTES + 9);
      yield all.subarray(MAP_PIECE_BYTES + 9);
    };
    const cutUp: Buffer[] = [];
    for await (const piece of pieces(given())) cutUp.push(piece);
    expect(cutUp.map(({ length }) => length)).toEqual([MAP_PIECE_BYTES, MAP_PIECE_BYTES, 17]);
    expect(Buffer.concat(cutUp).equals(all)).toBe(true);
  });
});
