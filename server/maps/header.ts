import { Compression, TileType } from 'pmtiles';
import type { Bounds } from '../../src/domain/desk-maps.ts';
import { HEADER_BYTES } from './map-reader.ts';

export interface HeaderFacts {
  /** Lengths in bytes, in the order in which they lie in the file. */
  readonly sections: { readonly root: number; readonly about: number; readonly leaves: number; readonly tiles: number };
  readonly counts: { readonly addressed: number; readonly entries: number; readonly contents: number };
  readonly tileCompression: Compression;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Bounds;
}

/** A street at a time is what one first wants to see. */
const FIRST_ZOOM = 12;

/** The 127 bytes that every PMTiles file of version 3 begins with. */
export function writeHeader({ sections, counts, tileCompression, minZoom, maxZoom, bounds }: HeaderFacts): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 'latin1');
  header[7] = 3;
  let at = HEADER_BYTES;
  let field = 8;
  for (const length of [sections.root, sections.about, sections.leaves, sections.tiles]) {
    header.writeBigUInt64LE(BigInt(at), field);
    header.writeBigUInt64LE(BigInt(length), field + 8);
    at += length;
    field += 16;
  }
  header.writeBigUInt64LE(BigInt(counts.addressed), 72);
  header.writeBigUInt64LE(BigInt(counts.entries), 80);
  header.writeBigUInt64LE(BigInt(counts.contents), 88);
  // Clustered: contents lie in the order of their tiles.
  header[96] = 1;
  header[97] = Compression.Gzip;
  header[98] = tileCompression;
  header[99] = TileType.Mvt;
  header[100] = minZoom;
  header[101] = maxZoom;
  const [west, south, east, north] = bounds;
  [west, south, east, north].forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4));
  header[118] = Math.max(minZoom, Math.min(maxZoom, FIRST_ZOOM));
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119);
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123);
  return header;
}
