import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { Compression, readVarint, type Entry } from 'pmtiles';
import { MapTrouble } from './trouble.ts';

/** Directories of a PMTiles file (version 3): where each tile lies. Read from files of strangers, and written. */

/** A directory or the description of a map, unpacked. Real ones are far smaller; a bomb stops here. */
const MAX_UNPACKED = 64 * 1024 * 1024;
/** Four numbers of at least one byte each. */
const LEAST_ENTRY_BYTES = 4;

/** Throws MapTrouble('damaged' | 'packed-otherwise'). */
export function unpack(packed: Uint8Array, how: Compression): Uint8Array {
  if (how === Compression.None) return packed;
  if (how !== Compression.Gzip) throw new MapTrouble('packed-otherwise');
  try {
    return gunzipSync(packed, { maxOutputLength: MAX_UNPACKED });
  } catch (cause) {
    throw new MapTrouble('damaged', { cause });
  }
}

/** Entries in the order of their tiles. Throws MapTrouble('damaged') for whatever is not such a list. */
export function readDirectory(bytes: Uint8Array): Entry[] {
  const at = { buf: bytes, pos: 0 };
  const next = (): number => {
    if (at.pos >= bytes.length) throw new MapTrouble('damaged');
    try {
      return readVarint(at);
    } catch (cause) {
      throw new MapTrouble('damaged', { cause });
    }
  };
  const count = next();
  if (count === 0 || count > bytes.length / LEAST_ENTRY_BYTES) throw new MapTrouble('damaged');
  const entries: Entry[] = [];
  let tileId = -1;
  for (let i = 0; i < count; i += 1) {
    const step = next();
    if (i > 0 && step === 0) throw new MapTrouble('damaged');
    tileId = i === 0 ? step : tileId + step;
    entries.push({ tileId, offset: 0, length: 0, runLength: 1 });
  }
  for (const entry of entries) entry.runLength = next();
  for (const entry of entries) {
    entry.length = next();
    if (entry.length === 0) throw new MapTrouble('damaged');
  }
  let follows: number | null = null;
  for (const entry of entries) {
    const offset = next();
    if (offset === 0 && follows === null) throw new MapTrouble('damaged');
    entry.offset = offset === 0 ? (follows ?? 0) : offset - 1;
    follows = entry.offset + entry.length;
    if (!Number.isSafeInteger(follows)) throw new MapTrouble('damaged');
  }
  return entries;
}

/** The root and the leaves of a list of entries, packed: the root stays small, whatever the size of the map. */
export function writeDirectories(
  entries: readonly Entry[],
  maxRootBytes: number,
): { readonly root: Buffer; readonly leaves: Buffer } {
  const whole = writeDirectory(entries);
  if (whole.length <= maxRootBytes) return { root: whole, leaves: Buffer.alloc(0) };
  for (let size = 4096; ; size *= 2) {
    const leaves: Buffer[] = [];
    const root: Entry[] = [];
    let offset = 0;
    for (let at = 0; at < entries.length; at += size) {
      const part = entries.slice(at, at + size);
      const leaf = writeDirectory(part);
      // No run: this entry leads to a leaf.
      root.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const packed = writeDirectory(root);
    if (packed.length <= maxRootBytes) return { root: packed, leaves: Buffer.concat(leaves) };
  }
}

function writeDirectory(entries: readonly Entry[]): Buffer {
  const numbers: number[] = [entries.length];
  let before = 0;
  for (const { tileId } of entries) {
    numbers.push(tileId - before);
    before = tileId;
  }
  for (const { runLength } of entries) numbers.push(runLength);
  for (const { length } of entries) numbers.push(length);
  let follows = -1;
  for (const { offset, length } of entries) {
    numbers.push(offset === follows ? 0 : offset + 1);
    follows = offset + length;
  }
  return gzipSync(varints(numbers), { level: constants.Z_BEST_COMPRESSION });
}

function varints(numbers: readonly number[]): Buffer {
  const into = Buffer.alloc(numbers.length * 8);
  let at = 0;
  for (let rest of numbers) {
    // Not with bit operations: offsets are longer than 32 bits.
    while (rest >= 0x80) {
      into[at] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
      at += 1;
    }
    into[at] = rest;
    at += 1;
  }
  return into.subarray(0, at);
}
