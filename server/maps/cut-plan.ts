import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { constants, gzipSync } from 'node:zlib';
import { zxyToTileId, type Entry } from 'pmtiles';
import { isArea, type Bounds, type MapArea } from '../../src/domain/desk-maps.ts';
import { MAP_PIECE_BYTES, MOST_MAP_PIECES } from '../../src/domain/directory.ts';
import { writeDirectories } from './directory.ts';
import { FIRST_BYTES, HEADER_BYTES, type MapReader, type TilePlace } from './map-reader.ts';
import { writeHeader } from './header.ts';
import { MapTrouble } from './trouble.ts';

/** As many pieces as a tablet's row can name. */
const MAX_MAP_BYTES = MOST_MAP_PIECES * MAP_PIECE_BYTES;
/** More squares than any area that still fits; asking for them one by one stays quick. */
const MAX_SQUARES = 1_500_000;
/** After so many squares, others of this server have a turn. */
const SQUARES_PER_TURN = 5_000;
const MAX_ROOT_BYTES = FIRST_BYTES - HEADER_BYTES;
/** Tiles of sea and of empty land are small and alike; larger ones are never the same by chance. */
const ALIKE_BYTES = 1024;

/** A map that could be made: its first bytes as they will be, and where the rest comes from. */
export interface CutPlan {
  /** Header, directories and description. */
  readonly head: Buffer;
  /** The tiles' contents in the order in which they will lie, each once. */
  readonly contents: readonly TilePlace[];
  /** Exactly as long as the map will be. */
  readonly bytes: number;
  /** Squares of the map, those that share their content too. */
  readonly tiles: number;
  readonly bounds: Bounds;
  readonly minZoom: number;
  readonly maxZoom: number;
}

/**
 * Plans the map of an area: every tile that touches it, from the farthest step to `maxZoom`, and no other. Reads the
 * source's directories and its smallest tiles only. Throws MapTrouble.
 */
export async function planCut(map: MapReader, area: MapArea, credit: string): Promise<CutPlan> {
  if (!isArea(area.bounds)) throw new MapTrouble('not-an-area');
  const bounds = overlap(map.bounds, area.bounds);
  const maxZoom = Math.min(area.maxZoom, map.header.maxZoom);
  const { minZoom } = map.header;
  if (bounds === null || maxZoom < minZoom) throw new MapTrouble('empty');
  const ids = tileIds(bounds, minZoom, maxZoom);

  const contents: TilePlace[] = [];
  const entries: Entry[] = [];
  const known = new Map<number, Entry>();
  const alike = new Map<string, Entry>();
  let tiles = 0;
  let end = 0;
  for (const [n, tileId] of ids.entries()) {
    if (n % SQUARES_PER_TURN === 0) await setImmediate();
    const place = await map.tile(tileId);
    if (place === null) continue;
    tiles += 1;
    const mark = place.length <= ALIKE_BYTES && !known.has(place.offset) ? await hashOf(map, place) : null;
    let same = known.get(place.offset) ?? (mark === null ? undefined : alike.get(mark));
    if (same === undefined) {
      same = { tileId, offset: end, length: place.length, runLength: 1 };
      contents.push(place);
      end += place.length;
    }
    known.set(place.offset, same);
    if (mark !== null) alike.set(mark, same);
    const last = entries.at(-1);
    if (last !== undefined && last.offset === same.offset && last.tileId + last.runLength === tileId) {
      last.runLength += 1;
    } else entries.push({ tileId, offset: same.offset, length: same.length, runLength: 1 });
  }
  if (tiles === 0) throw new MapTrouble('empty');

  const { root, leaves } = writeDirectories(entries, MAX_ROOT_BYTES);
  const about = describe(map, credit);
  const sections = { root: root.length, about: about.length, leaves: leaves.length, tiles: end };
  const counts = { addressed: tiles, entries: entries.length, contents: contents.length };
  const header = writeHeader({
    sections,
    counts,
    tileCompression: map.header.tileCompression,
    minZoom,
    maxZoom,
    bounds,
  });
  const head = Buffer.concat([header, root, about, leaves]);
  const bytes = head.length + end;
  if (bytes > MAX_MAP_BYTES) throw new MapTrouble('too-large');
  return { head, contents, bytes, tiles, bounds, minZoom, maxZoom };
}

async function hashOf(map: MapReader, { offset, length }: TilePlace): Promise<string> {
  return createHash('sha256')
    .update(await map.source.read(offset, length))
    .digest('base64');
}

function overlap(one: Bounds, other: Bounds): Bounds | null {
  const both: Bounds = [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
  return both[0] < both[2] && both[1] < both[3] ? both : null;
}

/** Ids of every square that the area touches, in their order. */
function tileIds(bounds: Bounds, minZoom: number, maxZoom: number): Float64Array {
  const rows: { zoom: number; from: readonly [number, number]; to: readonly [number, number] }[] = [];
  let squares = 0;
  for (let zoom = minZoom; zoom <= maxZoom; zoom += 1) {
    const { from, to } = squaresOf(bounds, zoom);
    squares += (to[0] - from[0] + 1) * (to[1] - from[1] + 1);
    if (squares > MAX_SQUARES) throw new MapTrouble('too-large');
    rows.push({ zoom, from, to });
  }
  const ids = new Float64Array(squares);
  let at = 0;
  for (const { zoom, from, to } of rows) {
    for (let x = from[0]; x <= to[0]; x += 1) {
      for (let y = from[1]; y <= to[1]; y += 1) {
        ids[at] = zxyToTileId(zoom, x, y);
        at += 1;
      }
    }
  }
  return ids.sort();
}

/** The first and the last square of an area at one step of zoom. A square that only shares its edge is not touched. */
export function squaresOf(
  [west, south, east, north]: Bounds,
  zoom: number,
): { readonly from: readonly [x: number, y: number]; readonly to: readonly [x: number, y: number] } {
  const across = 2 ** zoom;
  const x = (degrees: number) => ((degrees + 180) / 360) * across;
  const y = (degrees: number) => {
    const sine = Math.sin((degrees * Math.PI) / 180);
    return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across;
  };
  const first = (at: number) => Math.max(0, Math.min(across - 1, Math.floor(at)));
  const last = (at: number) => Math.max(0, Math.min(across - 1, Math.ceil(at) - 1));
  const from = [first(x(west)), first(y(north))] as const;
  // An area smaller than a rounding step still has the square that it begins in.
  return { from, to: [Math.max(from[0], last(x(east))), Math.max(from[1], last(y(south)))] };
}

/** What a style needs to know of the tiles, and whom to thank. Nothing else comes along, and no title, so that the size is known before it has one. */
function describe(map: MapReader, credit: string): Buffer {
  const about = { attribution: credit, type: 'baselayer', format: 'pbf', vector_layers: map.layers };
  return packed(Buffer.from(JSON.stringify(about)));
}

const packed = (bytes: Buffer): Buffer => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
