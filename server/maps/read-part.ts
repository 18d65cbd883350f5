import { MAP_PIECE_BYTES } from '../../src/domain/directory.ts';
import { mapPieceKey, type Blobs } from '../ports/blobs.ts';
import { openSource } from './sources.ts';

/** A part of a map, as far as it goes; null when a piece is not there. Any position, any length. */
export async function readPartOfMap(
  blobs: Blobs,
  map: { readonly mapId: string; readonly bytes: number },
  from: number,
  length: number,
): Promise<Uint8Array | null> {
  const to = Math.min(map.bytes, from + length);
  const parts: Uint8Array[] = [];
  for (let at = from; at < to;) {
    const index = Math.floor(at / MAP_PIECE_BYTES);
    const piece = await blobs.get(mapPieceKey(map.mapId, index));
    if (piece === null) return null;
    const start = at - index * MAP_PIECE_BYTES;
    const part = piece.subarray(start, start + (to - at));
    if (part.length === 0) return null;
    parts.push(part);
    at += part.length;
  }
  return Buffer.concat(parts);
}

/** Likewise of the file of a source; null when it is not on this server. */
export async function readPartOfSource(
  folder: string,
  sourceId: string,
  from: number,
  length: number,
): Promise<Uint8Array | null> {
  const source = await openSource(folder, sourceId);
  if (source === null) return null;
  try {
    return await source.read(Math.min(from, source.bytes), Math.max(0, Math.min(length, source.bytes - from)));
  } finally {
    await source.close();
  }
}
