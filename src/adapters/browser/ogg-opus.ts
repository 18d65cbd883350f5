/**
 * Writes an Ogg file with Opus sound (RFC 7845) out of encoded packets, so that a clip can be cut and still be played by
 * every browser. One stream, mono or stereo, whole packets to a page.
 */

export interface OpusPacket {
  readonly bytes: Uint8Array;
  /** At 48 kHz, as Opus counts. */
  readonly samples: number;
}

const SERIAL = 0x5d1d;
const MOST_SEGMENTS = 255;
const BEGIN = 2;
const END = 4;

/** `preSkip`: samples at 48 kHz at the start that are not to be heard. `samples`: how many are, in all. */
export function writeOggOpus(
  packets: readonly OpusPacket[],
  sound: { readonly channels: 1 | 2; readonly preSkip: number; readonly samples: number },
): Uint8Array<ArrayBuffer> {
  const pages: Uint8Array[] = [page([headOf(sound.channels, sound.preSkip)], 0n, 0, BEGIN), page([tags()], 0n, 1, 0)];
  let position = 0;
  let waiting: Uint8Array[] = [];
  let segments = 0;
  const flush = (last: boolean): void => {
    const end = last ? sound.preSkip + sound.samples : position;
    pages.push(page(waiting, BigInt(end), pages.length, last ? END : 0));
    waiting = [];
    segments = 0;
  };
  for (const packet of packets) {
    const needs = Math.floor(packet.bytes.length / 255) + 1;
    if (segments + needs > MOST_SEGMENTS) flush(false);
    waiting.push(packet.bytes);
    segments += needs;
    position += packet.samples;
  }
  flush(true);
  return join(pages);
}

function headOf(channels: 1 | 2, preSkip: number): Uint8Array {
  const head = new Uint8Array(19);
  const view = new DataView(head.buffer);
  head.set(ascii('OpusHead'));
  view.setUint8(8, 1);
  view.setUint8(9, channels);
  view.setUint16(10, preSkip, true);
  view.setUint32(12, 48_000, true);
  return head;
}

function tags(): Uint8Array {
  const vendor = ascii('said-and-done');
  const made = new Uint8Array(8 + 4 + vendor.length + 4);
  made.set(ascii('OpusTags'));
  new DataView(made.buffer).setUint32(8, vendor.length, true);
  made.set(vendor, 12);
  return made;
}

function page(packets: readonly Uint8Array[], position: bigint, sequence: number, flags: number): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ]);
  const body = join(packets);
  const made = new Uint8Array(27 + lacing.length + body.length);
  const view = new DataView(made.buffer);
  made.set(ascii('OggS'));
  view.setUint8(5, flags);
  view.setBigUint64(6, position, true);
  view.setUint32(14, SERIAL, true);
  view.setUint32(18, sequence, true);
  view.setUint8(26, lacing.length);
  made.set(lacing, 27);
  made.set(body, 27 + lacing.length);
  view.setUint32(22, checksum(made), true);
  return made;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000_0000 ? (value << 1) ^ 0x04c1_1db7 : value << 1;
  return value >>> 0;
});

/** Ogg's own: polynomial 0x04C11DB7, not reflected, begun and ended with nothing. */
function checksum(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = ((value << 8) ^ (TABLE[((value >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  return value;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
