import { Problem } from '../../src/domain/problems.ts';
import { isH264 } from './sniff-mp4.ts';

/** What uploaded bytes are, read from the bytes themselves. What the sender calls them counts for nothing. */
export type Sniffed =
  | { readonly role: 'clip'; readonly mime: 'audio/ogg' | 'audio/webm' }
  | { readonly role: 'film'; readonly mime: 'video/webm' | 'video/mp4' }
  | { readonly role: 'picture'; readonly mime: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml' };

/** Codecs are named in the head of a file. */
const HEAD = 8192;
/** A picture that unpacks to more than this kills a cheap tablet, however small its file. */
const MOST_PIXELS_ACROSS = 4096;

const text = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(to, bytes.length) - from)).toString('latin1');

/** Throws Problem('asset-type', { reason }) for anything that is not on the list. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = text(bytes, 0, HEAD);
  if (head.startsWith('OggS')) return clip('audio/ogg', head.includes('OpusHead'));
  if (head.startsWith('\x1a\x45\xdf\xa3') && VIDEO.test(head))
    return film('video/webm', head.includes('webm') && isOpenVideo(head));
  if (head.slice(4, 8) === 'ftyp') return film('video/mp4', isH264(bytes));
  if (head.startsWith('\x1a\x45\xdf\xa3')) return clip('audio/webm', head.includes('webm') && head.includes('A_OPUS'));
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return { role: 'picture', mime: 'image/png' };
  if (head.startsWith('\xff\xd8\xff')) return { role: 'picture', mime: 'image/jpeg' };
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { role: 'picture', mime: 'image/webp' };
  if (/^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE\s+svg|<svg)/i.test(head)) {
    return { role: 'picture', mime: 'image/svg+xml' };
  }
  throw new Problem('asset-type', { reason: 'unknown' });
}

function clip(mime: 'audio/ogg' | 'audio/webm', isOpus: boolean): Sniffed {
  if (!isOpus) throw new Problem('asset-type', { reason: 'not-opus' });
  return { role: 'clip', mime };
}

/** Every name of a picture track that a Matroska file may have. */
const VIDEO = /V_(?:VP\d|AV1|MPEG|THEORA|MS\/|REAL|QUICKTIME|PRORES|UNCOMPRESSED|FFV1)/;

function film(mime: 'video/webm' | 'video/mp4', plays: boolean): Sniffed {
  if (!plays) throw new Problem('asset-type', { reason: 'not-a-film' });
  return { role: 'film', mime };
}

/** Every browser and every cheap tablet shows these. */
const isOpenVideo = (head: string): boolean => {
  const tracks = head.match(new RegExp(VIDEO, 'g')) ?? [];
  return tracks.length === 1 && /^V_(?:VP8|VP9|AV1)$/.test(tracks[0]);
};

/** Width and height as the file says, or null where it does not say them where they should stand. */
function sizeOf(bytes: Uint8Array, mime: Sniffed['mime']): readonly [number, number] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (mime === 'image/png') return text(bytes, 12, 16) === 'IHDR' ? [view.getUint32(16), view.getUint32(20)] : null;
    if (mime === 'image/jpeg') return jpegSize(view);
    if (mime === 'image/webp') return webpSize(bytes, view);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
  return null;
}

/** Throws Problem('asset-type') for a picture that no tablet should have to unpack, or that does not say its size. */
export function refuseHuge(bytes: Uint8Array, mime: Sniffed['mime']): void {
  const size = sizeOf(bytes, mime);
  if (size === null || Math.min(...size) < 1) throw new Problem('asset-type', { reason: 'damaged' });
  if (Math.max(...size) > MOST_PIXELS_ACROSS) {
    throw new Problem('asset-type', { reason: 'too-many-pixels', most: MOST_PIXELS_ACROSS });
  }
}

function jpegSize(view: DataView): readonly [number, number] | null {
  for (let at = 2; at < view.byteLength - 9;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    if (marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(bytes: Uint8Array, view: DataView): readonly [number, number] | null {
  const u24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (text(bytes, 12, 16)) {
    case 'VP8X':
      return [u24(24) + 1, u24(27) + 1];
    case 'VP8 ':
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    default:
      return null;
  }
}
