import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Compression, PMTiles, zxyToTileId, type Entry } from 'pmtiles';
import type { ByteSource } from '../../../server/maps/byte-source.ts';
import { writeDirectories } from '../../../server/maps/directory.ts';
import { writeHeader } from '../../../server/maps/header.ts';
import { MapTrouble } from '../../../server/maps/trouble.ts';
import type { Bounds } from '../../../src/domain/desk-maps.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');

export const LIECHTENSTEIN = join(FIXTURES, 'liechtenstein.pmtiles');
export const BRISTOL = join(FIXTURES, 'bristol-corner.pmtiles');

/** Bytes in memory as a source; `reads` counts what was asked. */
export function memorySource(bytes: Buffer): ByteSource & { readonly reads: { offset: number; length: number }[] } {
  const reads: { offset: number; length: number }[] = [];
  return {
    bytes: bytes.length,
    reads,
    async read(offset, length) {
      reads.push({ offset, length });
      if (offset + length > bytes.length) throw new MapTrouble('cut-off');
      return bytes.subarray(offset, offset + length);
    },
    close: async () => undefined,
  };
}

export const fileSource = (path: string) => memorySource(readFileSync(path));

/** Somebody else's reader over these bytes: what tablets read with. */
export function otherReader(bytes: Buffer): PMTiles {
  return new PMTiles({
    getKey: () => 'map',
    getBytes: async (offset, length) => ({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
  });
}

/** A map made up for a test: these tiles, each with its content, nothing deduplicated. */
export function aMap(
  tiles: readonly { readonly z: number; readonly x: number; readonly y: number; readonly content: string }[],
  over: { readonly bounds?: Bounds; readonly about?: unknown } = {},
): Buffer {
  const inOrder = tiles
    .map(({ z, x, y, content }) => ({ tileId: zxyToTileId(z, x, y), packed: gzipSync(content) }))
    .sort((a, b) => a.tileId - b.tileId);
  const entries: Entry[] = [];
  let end = 0;
  for (const { tileId, packed } of inOrder) {
    entries.push({ tileId, offset: end, length: packed.length, runLength: 1 });
    end += packed.length;
  }
  const { root, leaves } = writeDirectories(entries, 16_384 - 127);
  const credit = { attribution: '© OpenStreetMap contributors', vector_layers: [{ id: 'transportation', fields: {} }] };
  const about = gzipSync(JSON.stringify(over.about ?? credit));
  const zooms = tiles.map(({ z }) => z);
  const header = writeHeader({
    sections: { root: root.length, about: about.length, leaves: leaves.length, tiles: end },
    counts: { addressed: entries.length, entries: entries.length, contents: entries.length },
    tileCompression: Compression.Gzip,
    minZoom: Math.min(...zooms),
    maxZoom: Math.max(...zooms),
    bounds: over.bounds ?? [-180, -85.06, 180, 85.06],
  });
  return Buffer.concat([header, root, about, leaves, ...inOrder.map(({ packed }) => packed)]);
}
