import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PMTiles, type RangeResponse } from 'pmtiles';
import { expect, test } from 'vitest';
import { createMemoryReferenceStore } from '../../src/adapters/memory/memory-stores.ts';
import { createMemorySurveyAssets } from '../../src/adapters/memory/memory-survey-assets.ts';
import { sha256Hex } from '../../src/domain/bytes.ts';
import { MAP_PIECE_BYTES, type BaseMap } from '../../src/domain/directory.ts';
import { readMapTiles } from '../../src/features/map-tiles.ts';

const FILE = join(import.meta.dirname, '..', 'fixtures', 'liechtenstein.pmtiles');

/** The file three times over, so that it is longer than two pieces; reads are compared with the bytes themselves. */
async function aTablet() {
  const once = new Uint8Array(await readFile(FILE));
  const bytes = new Uint8Array(once.length * 3);
  for (const at of [0, 1, 2]) bytes.set(once, at * once.length);
  const held = new Map<string, { mime: string; bytes: Uint8Array<ArrayBuffer> }>();
  const pieces: BaseMap['pieces'] = [];
  for (let at = 0; at < bytes.length; at += MAP_PIECE_BYTES) {
    const piece = bytes.slice(at, at + MAP_PIECE_BYTES);
    const sha256 = await sha256Hex(piece);
    pieces.push({ sha256, bytes: piece.length });
    held.set(sha256, { mime: 'application/octet-stream', bytes: piece });
  }
  const reference = createMemoryReferenceStore();
  const map: BaseMap = {
    mapId: 'm1',
    title: 'Liechtenstein',
    bounds: [9.4, 47, 9.7, 47.3],
    minZoom: 0,
    maxZoom: 14,
    bytes: bytes.length,
    pieces,
    attribution: '© OpenStreetMap contributors',
  };
  await reference.apply([{ kind: 'base-map', id: 'm1', value: map }]);
  const store = createMemorySurveyAssets(held);
  let reads = 0;
  const mapPieces = {
    list: store.list,
    get: async (sha256: string) => {
      reads += 1;
      return store.get(sha256);
    },
  };
  return { bytes, pieces, held, reads: () => reads, read: () => readMapTiles({ reference, mapPieces }) };
}

test('any part of the map is read from its pieces, across their edges and at its end', async () => {
  const { bytes, read } = await aTablet();
  const [tiles] = await read();
  for (const [offset, length] of [
    [0, 127],
    [MAP_PIECE_BYTES - 10, 20],
    [MAP_PIECE_BYTES - 1, MAP_PIECE_BYTES + 2],
    [bytes.length - 5, 50],
    [MAP_PIECE_BYTES, 1],
  ] as const) {
    const part = new Uint8Array((await tiles?.read(offset, length)) ?? new ArrayBuffer(0));
    expect(part).toEqual(bytes.slice(offset, offset + length));
  }
});

test('a real PMTiles file is opened from its pieces, and each piece is read once', async () => {
  const { read, reads } = await aTablet();
  const [tiles] = await read();
  if (tiles === undefined) throw new Error('no map');
  const file = new PMTiles({
    getKey: () => tiles.id,
    getBytes: async (offset, length): Promise<RangeResponse> => ({ data: await tiles.read(offset, length) }),
  });
  const header = await file.getHeader();
  expect(header.maxZoom).toBeGreaterThanOrEqual(10);
  const tile = await file.getZxy(header.minZoom, 0, 0);
  expect(tile === undefined ? 0 : tile.data.byteLength).toBeGreaterThan(50);
  expect(reads()).toBe(1);
});

test('a piece that is not here, or damaged, is refused and asked for again the next time; a map without its beginning is not shown', async () => {
  const { bytes, pieces, held, read } = await aTablet();
  const second = pieces[1]?.sha256 ?? '';
  const whole = held.get(second);
  held.set(second, { mime: '', bytes: Uint8Array.of(1, 2, 3) });
  const [tiles] = await read();
  await expect(tiles?.read(MAP_PIECE_BYTES, 10)).rejects.toThrow(RangeError);
  if (whole !== undefined) held.set(second, whole);
  expect(new Uint8Array((await tiles?.read(MAP_PIECE_BYTES, 10)) ?? new ArrayBuffer(0))).toEqual(
    bytes.slice(MAP_PIECE_BYTES, MAP_PIECE_BYTES + 10),
  );
  held.delete(pieces[0]?.sha256 ?? '');
  expect(await read()).toEqual([]);
});
