import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { Problem } from '../../src/domain/problems.ts';

/** Reads a body that may be at most `maxBytes` long. Throws Problem('too-large') as soon as it is longer. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? '0');
  if (announced > maxBytes) throw new Problem('too-large', { maxBytes });
  if (request.body === null) return new Uint8Array(0);
  return gather(request.body, maxBytes);
}

/** Unpacks gzip up to `maxBytes`: a bomb stops at the limit. Throws Problem('too-large' | 'bad-request'). */
export async function unzip(packed: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const gunzip = createGunzip();
  const source = Readable.from([packed]);
  source.on('error', () => gunzip.destroy());
  try {
    return await gather(source.pipe(gunzip), maxBytes);
  } catch (thrown) {
    throw thrown instanceof Problem ? thrown : new Problem('bad-request', { field: 'gzip' }, { cause: thrown });
  } finally {
    gunzip.destroy();
  }
}

/** The JSON in these bytes. Throws Problem('bad-request') for anything else. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Problem('bad-request', { field: 'json' }, { cause });
  }
}

async function gather(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > maxBytes) throw new Problem('too-large', { maxBytes });
    pieces.push(piece);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
