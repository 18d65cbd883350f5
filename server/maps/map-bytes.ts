import { MAP_PIECE_BYTES } from '../../src/domain/directory.ts';
import type { ByteSource } from './byte-source.ts';
import type { CutPlan } from './cut-plan.ts';

/** Contents that lie behind one another in the source are read together, up to this many bytes. */
const READ_BYTES = 1024 * 1024;

/** The whole file of a planned map, from its first byte to its last. Throws MapTrouble when the source ends before. */
export async function* mapBytes(plan: CutPlan, source: ByteSource): AsyncGenerator<Buffer> {
  yield plan.head;
  let from = 0;
  let to = 0;
  for (const { offset, length } of plan.contents) {
    if (offset === to && to - from + length <= READ_BYTES) {
      to += length;
      continue;
    }
    if (to > from) yield await source.read(from, to - from);
    [from, to] = [offset, offset + length];
  }
  if (to > from) yield await source.read(from, to - from);
}

/** A file as it is, part after part. */
export async function* fileBytes(source: ByteSource): AsyncGenerator<Buffer> {
  for (let at = 0; at < source.bytes; at += READ_BYTES) {
    yield await source.read(at, Math.min(READ_BYTES, source.bytes - at));
  }
}

/** Cut into the pieces that tablets fetch: each `MAP_PIECE_BYTES` long, the last one may be shorter. */
export async function* pieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let piece = Buffer.alloc(MAP_PIECE_BYTES);
  let filled = 0;
  for await (const part of bytes) {
    for (let at = 0; at < part.length;) {
      const taken = part.copy(piece, filled, at);
      filled += taken;
      at += taken;
      if (filled < MAP_PIECE_BYTES) continue;
      yield piece;
      piece = Buffer.alloc(MAP_PIECE_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
