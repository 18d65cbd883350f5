import { crc32, deflateSync } from 'node:zlib';

/** Small real pictures, with whatever a camera or a program may write beside them. */

const ascii = (text: string) => Buffer.from(text, 'latin1');
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([ascii(name), data]);
  return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
}

/** A grey PNG that says it is this large; only one line of it is there. */
export function aPng(
  width = 2,
  height = 2,
  beside: readonly (readonly [string, string])[] = [],
  after = '',
): Uint8Array {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])]);
  const lines = Buffer.alloc(Math.min(height, 64) * (Math.min(width, 64) + 1), 0x80);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      pngChunk('IHDR', header),
      ...beside.map(([name, text]) => pngChunk(name, ascii(text))),
      pngChunk('IDAT', deflateSync(lines)),
      pngChunk('IEND', Buffer.alloc(0)),
      ascii(after),
    ]),
  );
}

function jpegBlock(marker: number, data: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
}

/** The blocks of a JPEG: enough for whoever reads blocks. */
export function aJpeg(width = 2, height = 2, exif = '', after: string | Uint8Array = ''): Uint8Array {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      jpegBlock(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
      ...(exif === '' ? [] : [jpegBlock(0xe1, ascii(`Exif\0\0${exif}`)), jpegBlock(0xfe, ascii(`note ${exif}`))]),
      jpegBlock(0xc0, frame),
      // Two scans, as a picture that comes clear step by step, with a stuffed byte and a new start among their bits.
      jpegBlock(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0x12, 0xff, 0x00, 0xff, 0xd0, 0x34]),
      jpegBlock(0xc4, Buffer.from([0, 1])),
      jpegBlock(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0x12, 0x34]),
      Buffer.from([0xff, 0xd9]),
      typeof after === 'string' ? ascii(after) : after,
    ]),
  );
}

function riffChunk(name: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([ascii(name), length, data, Buffer.alloc(data.length % 2)]);
}

/** A WebP of the extended kind that says it has EXIF. */
export function aWebp(exif = ''): Uint8Array {
  const head = Buffer.from([exif === '' ? 0 : 0x08, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
  const body = Buffer.concat([
    riffChunk('VP8X', head),
    riffChunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0, 0, 0])),
    ...(exif === '' ? [] : [riffChunk('EXIF', ascii(exif)), riffChunk('note', ascii(exif))]),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length + 4);
  return new Uint8Array(Buffer.concat([ascii('RIFF'), size, ascii('WEBP'), body]));
}
