import { deflateSync, Inflate } from 'fflate';
import { DICTIONARY_1 } from './dictionary.ts';
import { Problem } from './problems.ts';

/**
 * What lies inside a seal: JSON, deflated with a preset dictionary, in a frame that hides its exact length.
 *   1 byte   format (1: deflate with DICTIONARY_1)
 *   4 bytes  length of the data, big-endian
 *   data, then zeros up to the next step of 256 bytes
 */
const FORMAT_1 = 1;
const FRAME_BYTES = 5;
export const PADDING_STEP = 256;

/** No honest record comes near this: more is a decompression bomb. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;
const INFLATE_STEP = 2048;

/** Measured: six times quicker than the defaults for a record, and not a byte larger. */
const EFFORT = { level: 6, mem: 4 } as const;

const dictionary = new TextEncoder().encode(DICTIONARY_1);

/** A record as padded bytes, ready to be sealed. */
export function packRecord(record: unknown): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(record));
  const data = deflateSync(json, { dictionary, ...EFFORT });
  const packed = new Uint8Array(Math.ceil((FRAME_BYTES + data.length) / PADDING_STEP) * PADDING_STEP);
  const view = new DataView(packed.buffer);
  view.setUint8(0, FORMAT_1);
  view.setUint32(1, data.length);
  packed.set(data, FRAME_BYTES);
  return packed;
}

/**
 * The record from the opened bytes of a seal; it is still to be parsed with its schema.
 * Throws Problem('unknown-version') for a format this version does not know, and Problem('does-not-fit') for anything
 * that is cut off, damaged, or far larger than a record can be.
 */
export function unpackRecord(bytes: Uint8Array): unknown {
  if (bytes.length < FRAME_BYTES) throw new Problem('does-not-fit');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== FORMAT_1) throw new Problem('unknown-version', { format: view.getUint8(0) });
  const length = view.getUint32(1);
  if (length === 0 || FRAME_BYTES + length > bytes.length) throw new Problem('does-not-fit');
  try {
    const json = inflate(bytes.subarray(FRAME_BYTES, FRAME_BYTES + length));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch (thrown) {
    throw new Problem('does-not-fit', {}, { cause: thrown });
  }
}

/** In small steps, so that a bomb is noticed before it fills the memory. */
function inflate(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Inflate({ dictionary }, (part, final) => {
    parts.push(part);
    size += part.length;
    ended = final;
  });
  for (let at = 0; at < data.length; at += INFLATE_STEP) {
    stream.push(data.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= data.length);
    if (size > MAX_RECORD_BYTES) throw new RangeError('far larger than a record can be');
  }
  if (!ended) throw new RangeError('cut off');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
