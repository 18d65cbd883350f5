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
    // From here on the picture itself, to its end mark; what was hung on after that goes.
    if (marker === 0xda) {
      const end = lastIndexOfEnd(bytes);
      if (end < at) throw damaged();
      kept.push(bytes.subarray(at, end));
      return join(kept);
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) throw damaged();
    const isText = marker === 0xfe;
    // JFIF, the colour profile and Adobe's colour mark stay: without them it looks otherwise.
    const isApp = marker >= 0xe0 && marker <= 0xef && ![0xe0, 0xe2, 0xee].includes(marker);
    if (!isText && !isApp) kept.push(bytes.subarray(at, end));
    at = end;
  }
  throw damaged();
}

function lastIndexOfEnd(bytes: Uint8Array): number {
  for (let at = bytes.length - 2; at > 1; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  return -1;
}

const WEBP_LEFT_OUT = new Set(['EXIF', 'XMP ']);
const EXIF_AND_XMP = 0x0c;

function stripWebp(bytes: Uint8Array, view: DataView): Uint8Array {
  const kept: Uint8Array[] = [];
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= whole;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > whole) throw damaged();
    const chunk = name(bytes, at);
    if (!WEBP_LEFT_OUT.has(chunk)) {
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
