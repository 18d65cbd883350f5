import { crc32, deflateSync } from 'node:zlib';

/** A small PNG of a plain scene (sky, a wall with a damp patch, grass): our own drawing, made of numbers. */
export function makePicture(width = 320, height = 240): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(colour(x / width, y / height), y * (1 + width * 3) + 1 + x * 3);
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const parts = [signature, part('IHDR', header), part('IDAT', deflateSync(rows)), part('IEND', new Uint8Array(0))];
  return new Uint8Array(Buffer.concat(parts));
}

function colour(x: number, y: number): readonly [number, number, number] {
  const damp = Math.hypot((x - 0.62) * 1.4, y - 0.5) < 0.16 + 0.03 * Math.sin(x * 40);
  if (y > 0.82) return [96, 140, 82];
  if (x < 0.2 || y < 0.15) return [196, 218, 232];
  if (damp) return [120, 110, 96];
  return (Math.floor(y * 24) + Math.floor(x * 12 + (Math.floor(y * 24) % 2) / 2)) % 2 === 0
    ? [214, 188, 160]
    : [206, 178, 150];
}

function part(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), whole.length - 4);
  return whole;
}
