import { bytesToHeader, Compression, findTile, TileType, type Entry, type Header } from 'pmtiles';
import * as z from 'zod';
import type { Bounds } from '../../src/domain/desk-maps.ts';
import type { ByteSource } from './byte-source.ts';
import { readDirectory, unpack } from './directory.ts';
import { MapTrouble } from './trouble.ts';

export const HEADER_BYTES = 127;
/** Every reader fetches this much first, and expects the root within. */
export const FIRST_BYTES = 16_384;
const MAGIC = 'PMTiles';
const VERSION = 3;
const DEEPEST = 4;
const DIRECTORIES_KEPT = 64;
/** No directory of a map is longer; what says so is no map. */
const MAX_DIRECTORY_BYTES = 32 * 1024 * 1024;
const MAX_TILE_BYTES = 16 * 1024 * 1024;
/** What our styles draw streets from. Maps of other kinds share some layers, but not this one, and would show no way. */
const STREETS = 'transportation';

const description = z.object({
  attribution: z.string().optional().catch(undefined),
  vector_layers: z
    .array(z.looseObject({ id: z.string() }))
    .optional()
    .catch(undefined),
});

/** Where the bytes of one tile lie in the file. */
export interface TilePlace {
  readonly offset: number;
  readonly length: number;
}

/** A PMTiles file that was looked at and found to be one of ours. */
export interface MapReader {
  readonly source: ByteSource;
  readonly header: Header;
  readonly bounds: Bounds;
  /** In plain words, as the file gives it; empty when it does not. */
  readonly credit: string;
  readonly layers: readonly { readonly id: string }[];
  /** null when the map has nothing there. Quick when asked in the order of the ids. Throws MapTrouble. */
  tile(tileId: number): Promise<TilePlace | null>;
}

/** Looks a file over. Throws MapTrouble with the reason when tablets could not draw it. */
export async function readMap(source: ByteSource): Promise<MapReader> {
  const header = await readHeader(source);
  const told = await readDescription(source, header);
  const layers = told.vector_layers ?? [];
  if (!layers.some(({ id }) => id === STREETS)) throw new MapTrouble('other-layers');
  const directories = new Map<number, Entry[]>();
  const directory = async (offset: number, length: number): Promise<Entry[]> => {
    const known = directories.get(offset);
    if (known !== undefined) return known;
    if (length > MAX_DIRECTORY_BYTES) throw new MapTrouble('damaged');
    const entries = readDirectory(unpack(await source.read(offset, length), header.internalCompression));
    const [oldest] = directories.keys();
    if (directories.size >= DIRECTORIES_KEPT && oldest !== undefined) directories.delete(oldest);
    directories.set(offset, entries);
    return entries;
  };
  const tileEnd = header.tileDataOffset + (header.tileDataLength ?? 0);

  return {
    source,
    header,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    credit: plainWords(told.attribution ?? ''),
    layers,
    async tile(tileId) {
      let [offset, length] = [header.rootDirectoryOffset, header.rootDirectoryLength];
      for (let depth = 0; depth < DEEPEST; depth += 1) {
        const found = findTile(await directory(offset, length), tileId);
        if (found === null) return null;
        if (found.runLength > 0) {
          const at = header.tileDataOffset + found.offset;
          if (at + found.length > tileEnd || found.length > MAX_TILE_BYTES) throw new MapTrouble('damaged');
          return { offset: at, length: found.length };
        }
        [offset, length] = [header.leafDirectoryOffset + found.offset, found.length];
      }
      throw new MapTrouble('damaged');
    },
  };
}

async function readHeader(source: ByteSource): Promise<Header> {
  if (source.bytes < HEADER_BYTES) throw new MapTrouble('not-pmtiles');
  const bytes = await source.read(0, HEADER_BYTES);
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC || bytes[MAGIC.length] !== VERSION) {
    throw new MapTrouble('not-pmtiles');
  }
  const header = bytesToHeader(Uint8Array.from(bytes).buffer);
  const sections: readonly (readonly [number, number])[] = [
    [header.rootDirectoryOffset, header.rootDirectoryLength],
    [header.jsonMetadataOffset, header.jsonMetadataLength],
    [header.leafDirectoryOffset, header.leafDirectoryLength ?? 0],
    [header.tileDataOffset, header.tileDataLength ?? 0],
  ];
  if (header.tileType !== TileType.Mvt) throw new MapTrouble('not-vector');
  const readable = [Compression.None, Compression.Gzip];
  if (!readable.includes(header.tileCompression) || !readable.includes(header.internalCompression)) {
    throw new MapTrouble('packed-otherwise');
  }
  for (const [offset, length] of sections) {
    if (!Number.isSafeInteger(offset + length)) throw new MapTrouble('damaged');
    if (offset + length > source.bytes) throw new MapTrouble('cut-off');
  }
  if (header.rootDirectoryOffset + header.rootDirectoryLength > FIRST_BYTES) throw new MapTrouble('damaged');
  const { minLon, minLat, maxLon, maxLat, minZoom, maxZoom } = header;
  const onEarth = minLon >= -180 && maxLon <= 180 && minLat >= -90 && maxLat <= 90;
  if (!onEarth || minLon >= maxLon || minLat >= maxLat || minZoom > maxZoom || maxZoom > 22) {
    throw new MapTrouble('damaged');
  }
  return header;
}

async function readDescription(source: ByteSource, header: Header): Promise<z.infer<typeof description>> {
  if (header.jsonMetadataLength > MAX_DIRECTORY_BYTES) throw new MapTrouble('damaged');
  const packed = await source.read(header.jsonMetadataOffset, header.jsonMetadataLength);
  try {
    const text = Buffer.from(unpack(packed, header.internalCompression)).toString('utf8');
    return description.parse(text === '' ? {} : JSON.parse(text));
  } catch (cause) {
    throw new MapTrouble('damaged', { cause });
  }
}

const SIGNS: Readonly<Record<string, string>> = { copy: '©', amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Credits often come as links; a tablet shows words, and leads nowhere. At most 400 signs. */
export function plainWords(credit: string): string {
  return credit
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(#\d{1,6}|[a-z]{2,5});/g, (all, name: string) =>
      name.startsWith('#') ? String.fromCodePoint(Math.min(Number(name.slice(1)), 0x10_ffff)) : (SIGNS[name] ?? all),
    )
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 400);
}
