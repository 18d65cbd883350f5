import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Cell, Row } from '../adapters/sql/sql.ts';

/** One file of a backup: rows as lines of JSON, compressed. `sha256` and `bytes` are of the file as it lies on the disk. */
export interface Part {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Resolves when the file is flushed. */
export async function writePart(path: string, file: string, rows: AsyncIterable<Row> | Iterable<Row>): Promise<Part> {
  const hash = createHash('sha256');
  let bytes = 0;
  let count = 0;
  const lines = async function* () {
    for await (const row of rows) {
      count += 1;
      yield `${JSON.stringify(row, asJson)}\n`;
    }
  };
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const handle = await open(path, 'w', 0o600);
  await pipeline(lines, createGzip({ level: 6 }), measured, handle.createWriteStream({ flush: true }));
  return { file, sha256: hash.digest('hex'), bytes, rows: count };
}

/** The rows of a file, one after another. Throws when a line is no row. */
export async function* readPart(path: string): AsyncGenerator<Row> {
  const source = createReadStream(path);
  const unzipped = source.pipe(createGunzip());
  source.on('error', (error) => unzipped.destroy(error));
  for await (const line of createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })) {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null) throw new Error('a line of the backup is no row');
    yield Object.fromEntries(Object.entries(parsed).map(([column, value]) => [column, asCell(value)]));
  }
}

export async function hashFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Bytes stand in JSON as `{"base64": "..."}`. */
function asJson(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  // A Buffer has turned itself into this before it is handed over.
  if (isBufferJson(value)) return { base64: Buffer.from(value.data).toString('base64') };
  return value;
}

const isBufferJson = (value: unknown): value is { type: 'Buffer'; data: number[] } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value;

function asCell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'object' && 'base64' in value && typeof value.base64 === 'string') {
    return new Uint8Array(Buffer.from(value.base64, 'base64'));
  }
  throw new Error('a cell of the backup is of no known type');
}
