/**
 * One frame of the journal:
 *   4 bytes magic, 4 bytes length of the body, 4 bytes CRC-32 of the body (all big-endian), then the body:
 *   1 byte type, 2 bytes length of the key, the key in UTF-8, the payload.
 */
export const FRAME = { put: 1, remove: 2, beginRewrite: 3, endRewrite: 4 } as const;
export type FrameType = (typeof FRAME)[keyof typeof FRAME];

export interface FoundFrame {
  readonly type: FrameType;
  readonly key: string;
  /** Where the whole frame begins, and its length with header. */
  readonly at: number;
  readonly length: number;
  /** Where the payload lies within the scanned bytes. */
  readonly payload: { readonly from: number; readonly to: number };
}

const MAGIC = 0x5344_4a31;
const HEADER = 12;
const TYPES: ReadonlySet<number> = new Set(Object.values(FRAME));

export function encodeFrame(type: FrameType, key: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(key);
  const frame = new Uint8Array(HEADER + 3 + name.length + payload.length);
  const view = new DataView(frame.buffer);
  frame[HEADER] = type;
  view.setUint16(HEADER + 1, name.length);
  frame.set(name, HEADER + 3);
  frame.set(payload, HEADER + 3 + name.length);
  view.setUint32(0, MAGIC);
  view.setUint32(4, frame.length - HEADER);
  view.setUint32(8, crc32(frame.subarray(HEADER)));
  return frame;
}

/**
 * Reads frame by frame. A damaged frame is passed over when a whole one follows it; `end` is where the last whole frame
 * ends: what comes after it was torn by a crash and may be cut off.
 */
export function scanFrames(bytes: Uint8Array): { frames: readonly FoundFrame[]; end: number; damaged: number } {
  const frames: FoundFrame[] = [];
  let at = 0;
  let end = 0;
  let damaged = 0;
  while (at < bytes.length) {
    const frame = frameAt(bytes, at);
    if (frame === null) {
      const next = nextFrame(bytes, at + 1);
      if (next === -1) break;
      damaged += 1;
      at = next;
      continue;
    }
    frames.push(frame);
    at += frame.length;
    end = at;
  }
  return { frames, end, damaged };
}

function nextFrame(bytes: Uint8Array, from: number): number {
  const first = MAGIC >>> 24;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (frameAt(bytes, at) !== null) return at;
  }
  return -1;
}

function frameAt(bytes: Uint8Array, at: number): FoundFrame | null {
  if (at + HEADER + 3 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at) !== MAGIC) return null;
  const bodyLength = view.getUint32(at + 4);
  const bodyAt = at + HEADER;
  if (bodyLength < 3 || bodyAt + bodyLength > bytes.length) return null;
  if (crc32(bytes.subarray(bodyAt, bodyAt + bodyLength)) !== view.getUint32(at + 8)) return null;
  const type = view.getUint8(bodyAt);
  const keyLength = view.getUint16(bodyAt + 1);
  if (!TYPES.has(type) || 3 + keyLength > bodyLength) return null;
  const key = new TextDecoder().decode(bytes.subarray(bodyAt + 3, bodyAt + 3 + keyLength));
  const payload = { from: bodyAt + 3 + keyLength, to: bodyAt + bodyLength };
  return { type: type as FrameType, key, at, length: HEADER + bodyLength, payload };
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] as number);
  return (crc ^ 0xffff_ffff) >>> 0;
}
