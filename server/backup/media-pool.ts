import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Row } from '../adapters/sql/sql.ts';
import type { Blobs } from '../ports/blobs.ts';
import { flushFolder } from './manifest.ts';

/** One chunk of a photo or voice note in a backup. */
export interface PoolEntry {
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  /** 1 when the file was whole: then its content never changes again. */
  readonly whole: number;
}

export const poolPath = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Copies a chunk into the pool under the hash of its content, unless it is there. Reads back what it wrote. null when
 * the blob store no longer has it (withdrawn meanwhile).
 */
export async function copyToPool(folder: string, blobs: Blobs, key: string, whole: boolean): Promise<PoolEntry | null> {
  const bytes = await blobs.get(key);
  if (bytes === null) return null;
  const sha256 = hashOf(bytes);
  const path = poolPath(folder, sha256);
  const entry = { key, sha256, bytes: bytes.length, whole: whole ? 1 : 0 };
  if (await hasBytes(path, bytes.length)) return entry;
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${randomUUID()}.part`;
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, path);
  await flushFolder(dirname(path));
  if (hashOf(await readFile(path)) !== sha256)
    throw new Error('A chunk of a file could not be read back as it was written.');
  return entry;
}

export async function hasBytes(path: string, bytes: number): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes;
  } catch {
    return false;
  }
}

export function toEntry(row: Row): PoolEntry {
  const { key, sha256, bytes, whole } = row;
  const valid =
    typeof key === 'string' &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof bytes === 'number' &&
    typeof whole === 'number';
  if (!valid) throw new Error('a line of the list of files is damaged');
  return { key, sha256, bytes, whole };
}
