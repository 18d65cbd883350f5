import { expect, test } from 'vitest';
import { writeOggOpus } from '../../../src/adapters/browser/ogg-opus.ts';

interface Page {
  readonly flags: number;
  readonly position: bigint;
  readonly sequence: number;
  readonly packets: readonly number[];
}

/** Reads an Ogg file as strictly as a player does: marks, checksums, lacing. */
function readOgg(file: Uint8Array): Page[] {
  const pages: Page[] = [];
  const view = new DataView(file.buffer);
  for (let at = 0; at < file.length;) {
    expect(new TextDecoder().decode(file.subarray(at, at + 4))).toBe('OggS');
    const count = view.getUint8(at + 26);
    const lacing = [...file.subarray(at + 27, at + 27 + count)];
    const size = 27 + count + lacing.reduce((sum, one) => sum + one, 0);
    const whole = file.slice(at, at + size);
    const told = view.getUint32(at + 22, true);
    whole.fill(0, 22, 26);
    expect(crc(whole)).toBe(told);
    const packets: number[] = [];
    let length = 0;
    for (const one of lacing) {
      length += one;
      if (one < 255) {
        packets.push(length);
        length = 0;
      }
    }
    pages.push({
      flags: view.getUint8(at + 5),
      position: view.getBigUint64(at + 6, true),
      sequence: view.getUint32(at + 18, true),
      packets,
    });
    at += size;
  }
  return pages;
}

/** Bit by bit, as the format's own description writes it. */
function crc(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) {
    value ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000_0000 ? (value << 1) ^ 0x04c1_1db7 : value << 1;
  }
  return value >>> 0;
}

test('packets of every length come out whole, in order, over as many pages as they need', () => {
  const lengths = [0, 1, 254, 255, 256, 510, 700, ...Array.from({ length: 400 }, (_, n) => 60 + (n % 50))];
  const packets = lengths.map((length) => ({ bytes: new Uint8Array(length).fill(7), samples: 960 }));
  const samples = lengths.length * 960 - 500;
  const pages = readOgg(writeOggOpus(packets, { channels: 1, preSkip: 312, samples }));
  expect(pages.slice(2).flatMap(({ packets: inside }) => inside)).toEqual(lengths);
  expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, n) => n));
  expect(pages[0]).toMatchObject({ flags: 2, position: 0n, packets: [19] });
  expect(pages.at(-1)).toMatchObject({ flags: 4, position: BigInt(312 + samples) });
  const positions = pages.slice(2).map(({ position }) => position);
  expect(positions).toEqual([...positions].sort((a, b) => Number(a - b)));
});
