import { gunzipSync } from 'node:zlib';
import { Problem } from '../../src/domain/problems.ts';

/** Reads a body that may be at most `maxBytes` long. Throws Problem('too-large') as soon as it is longer. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? '0');
  if (announced > maxBytes) throw new Problem('too-large', { maxBytes });
  // A body of known length is never longer than it said, and quicker to read whole than piece by piece.
  if (announced > 0) {
    const whole = new Uint8Array(await request.arrayBuffer());
    if (whole.length > maxBytes) throw new Problem('too-large', { maxBytes });
    return whole;
  }
  if (request.body === null) return new Uint8Array(0);
  return gather(request.body, maxBytes);
}

/** Unpacks gzip up to `maxBytes`: a bomb stops at the limit. Throws Problem('too-large' | 'bad-request'). */
export function unzip(packed: Uint8Array<ArrayBuffer>, maxBytes: number): Uint8Array<ArrayBuffer> {
  try {
    return gunzipSync(packed, { maxOutputLength: maxBytes });
  } catch (cause) {
    const tooLong = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLong ? new Problem('too-large', { maxBytes }) : new Problem('bad-request', { field: 'gzip' }, { cause });
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
