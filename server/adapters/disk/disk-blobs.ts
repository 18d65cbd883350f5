import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Blobs } from '../../ports/blobs.ts';

const KEY = /^[A-Za-z0-9][A-Za-z0-9-]{0,80}(\/[A-Za-z0-9][A-Za-z0-9-]{0,80})*$/;
const TEMPORARY = '.part-';

/** Chunks as files in a folder: written beside, flushed, renamed, and the folder flushed, before `put` resolves. */
export async function openDiskBlobs(folder: string): Promise<Blobs> {
  await mkdir(folder, { recursive: true });

  const path = (key: string): string => {
    if (!KEY.test(key)) throw new RangeError('not a key of the blob store');
    return join(folder, key);
  };

  return {
    put: async (key, bytes) => {
      const target = path(key);
      const home = dirname(target);
      const made = await mkdir(home, { recursive: true });
      const part = join(home, `${TEMPORARY}${randomUUID()}`);
      const file = await open(part, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } catch (thrown) {
        await file.close();
        await rm(part, { force: true });
        throw thrown;
      }
      await file.close();
      await rename(part, target);
      await flushFolder(home);
      if (made !== undefined) await flushFolder(dirname(home));
    },
    get: async (key) => {
      try {
        return new Uint8Array(await readFile(path(key)));
      } catch (thrown) {
        if (isMissing(thrown)) return null;
        throw thrown;
      }
    },
    remove: async (key) => {
      await rm(path(key), { force: true });
    },
    list: (prefix) => walk(folder, '', prefix),
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* walk(folder: string, at: string, prefix: string): AsyncGenerator<string> {
  for await (const entry of await opendir(join(folder, at))) {
    const key = at === '' ? entry.name : `${at}/${entry.name}`;
    if (entry.isDirectory()) {
      if (key.startsWith(prefix) || prefix.startsWith(`${key}/`)) yield* walk(folder, key, prefix);
    } else if (key.startsWith(prefix) && !entry.name.startsWith(TEMPORARY)) yield key;
  }
}

const isMissing = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
