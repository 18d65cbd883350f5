import { Problem } from '../../src/domain/problems.ts';

/**
 * A picture without what cameras and programs write beside it: where and when it was taken, by whom, with what. Only
 * whole blocks are left out; the picture itself is not unpacked. Throws Problem('asset-type') when the blocks make no sense.
 */
export function stripPicture(bytes: Uint8Array, mime: 'image/png' | 'image/jpeg' | 'image/webp'): Uint8Array {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (mime === 'image/png') return stripPng(bytes, view);
    return mime === 'image/jpeg' ? stripJpeg(bytes, view) : stripWebp(bytes, view);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new Problem('asset-type', { reason: 'damaged' }, { cause: thrown });
    throw thrown;
  }
}

const damaged = (): Problem => new Problem('asset-type', { reason: 'damaged' });

const name = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** What a picture needs to be drawn. Everything else in a PNG is beside the picture. */
const PNG_KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
]);

function stripPng(bytes: Uint8Array, view: DataView): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw damaged();
    const chunk = name(bytes, at + 4);
    if (PNG_KEPT.has(chunk)) kept.push(bytes.subarray(at, end));
    // What follows the end is no part of the picture.
    if (chunk === 'IEND') return join(kept);
    at = end;
  }
  throw damaged();
}

function stripJpeg(bytes: Uint8Array, view: DataView): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at < bytes.length - 1;) {
    if (view.getUint8(at) !== 0xff) throw damaged();
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // What was hung on behind the end goes: telephones put a second whole picture there, with a place of its own.
    if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2));
      return join(kept);
    }
    const head = at + 2 + view.getUint16(at + 2);
    if (head > bytes.length) throw damaged();
    const end = marker === 0xda ? endOfScan(bytes, head) : head;
    if (!isBeside(bytes, marker, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  throw damaged();
}

/** JFIF, the colour profile and Adobe's colour mark stay: without them it looks otherwise. */
function isBeside(bytes: Uint8Array, marker: number, at: number): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  const is = (sign: string): boolean =>
    Buffer.from(bytes.subarray(at + 4, at + 4 + sign.length)).equals(Buffer.from(sign));
  if (marker === 0xe0) return !is('JFIF\0');
  return marker === 0xe2 ? !is('ICC_PROFILE\0') : marker !== 0xee;
}

/** Where the picture's own bits end: at the next mark that is neither a stuffed byte nor a new start. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 1; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw damaged();
}

/** What a WebP needs to be drawn. */
const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_AND_XMP = 0x0c;

function stripWebp(bytes: Uint8Array, view: DataView): Uint8Array {
  const kept: Uint8Array[] = [];
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= whole;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > whole) throw damaged();
    const chunk = name(bytes, at);
    if (WEBP_KEPT.has(chunk)) {
      const copy = bytes.slice(at, Math.min(end, whole));
      if (chunk === 'VP8X' && copy[8] !== undefined) copy[8] &= ~EXIF_AND_XMP;
      kept.push(copy);
    }
    at = end;
  }
  const body = join(kept);
  const head = new Uint8Array(12);
  head.set(bytes.subarray(0, 12));
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return join([head, body]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
