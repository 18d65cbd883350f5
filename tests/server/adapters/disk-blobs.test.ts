import { mkdtemp, readdir, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDiskBlobs } from '../../../server/adapters/disk/disk-blobs.ts';
import { blobsContract } from '../../contracts/blobs.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'said-blobs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('chunks on disk', () => {
  blobsContract(() => openDiskBlobs(folder));

  test('no key leads out of the folder', async () => {
    const blobs = await openDiskBlobs(join(folder, 'inner'));
    for (const key of ['../escaped', '/etc/passwd', 'a/../../b', 'a//b', '', 'a\\b', 'a/.hidden', 'a\0b']) {
      await expect(blobs.put(key, new Uint8Array([1]))).rejects.toThrow(RangeError);
      await expect(blobs.get(key)).rejects.toThrow(RangeError);
    }
    expect(await readdir(folder)).not.toContain('escaped');
  });

  test('a half-written part of a crash is never listed', async () => {
    const blobs = await openDiskBlobs(folder);
    await mkdir(join(folder, 'crashed'), { recursive: true });
    await writeFile(join(folder, 'crashed', '.part-1234'), 'half');
    const keys: string[] = [];
    for await (const key of blobs.list('crashed')) keys.push(key);
    expect(keys).toEqual([]);
  });

  test('tells how much room there is', async () => {
    const blobs = await openDiskBlobs(folder);
    expect(await blobs.freeBytes()).toBeGreaterThan(0);
  });
});
