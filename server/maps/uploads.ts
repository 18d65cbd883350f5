import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../src/domain/problems.ts';
import type { Upload, UploadDone } from '../../src/domain/desk-maps.ts';
import { LEAST_FREE_BYTES } from '../ports/blobs.ts';
import type { SourceRow } from '../ports/map-store.ts';
import type { Store } from '../ports/store.ts';
import { takeSource } from './sources.ts';

/** An upload that nobody went on with. */
const ABANDONED_MS = 2 * 24 * 3_600_000;
/** `.upload-<id>-<length of the whole file>`: how far it is stands in its size, also after a restart. */
const NAME = /^\.upload-([0-9a-f-]{36})-(\d{1,15})$/;
const LEFT_OVER = /^\.(upload|part)-/;

/** Large files that come in by chunks, each written behind the one before: memory holds one chunk, and a cut goes on. */
export interface MapUploads {
  /** Throws Problem('disk-low'). */
  begin(bytes: number): Promise<Upload>;
  /** Where it stands. Throws Problem('not-found'). */
  standing(uploadId: string): Promise<Upload>;
  /** Throws Problem('conflict') unless it begins where the file ends; `standing` says where that is. */
  add(uploadId: string, at: number, chunk: Uint8Array): Promise<Upload>;
  /** The whole file as a source. Throws MapTrouble when it is none of ours, and Problem('conflict') when it is not whole. */
  done(uploadId: string, about: UploadDone, byName: string, now: string): Promise<SourceRow>;
  drop(uploadId: string): Promise<void>;
  /** Removes what nobody went on with. */
  tidy(now: Date): Promise<void>;
}

export function createMapUploads({
  store,
  folder,
}: {
  readonly store: Pick<Store, 'maps'>;
  readonly folder: string;
}): MapUploads {
  /** Two requests for one upload wait for one another. */
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = async <Value>(uploadId: string, work: () => Promise<Value>): Promise<Value> => {
    const turn = (turns.get(uploadId) ?? Promise.resolve()).then(work, work);
    turns.set(uploadId, turn);
    try {
      return await turn;
    } finally {
      if (turns.get(uploadId) === turn) turns.delete(uploadId);
    }
  };
  const find = async (uploadId: string): Promise<{ path: string; bytes: number; at: number }> => {
    const name = (await names(folder)).find((each) => NAME.exec(each)?.[1] === uploadId);
    if (name === undefined) throw new Problem('not-found');
    const path = join(folder, name);
    return { path, bytes: Number(NAME.exec(name)?.[2]), at: (await stat(path)).size };
  };

  return {
    async begin(bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < bytes + LEAST_FREE_BYTES) throw new Problem('disk-low', { retryAfterS: 600 });
      const uploadId = randomUUID();
      await (await open(join(folder, `.upload-${uploadId}-${bytes}`), 'wx', 0o600)).close();
      return { uploadId, at: 0 };
    },

    standing: async (uploadId) => ({ uploadId, at: (await find(uploadId)).at }),

    add: (uploadId, at, chunk) =>
      inTurn(uploadId, async () => {
        const upload = await find(uploadId);
        if (upload.at !== at) throw new Problem('conflict', { at: upload.at });
        if (at + chunk.length > upload.bytes) throw new Problem('too-large');
        const file = await open(upload.path, 'r+');
        try {
          for (let done = 0; done < chunk.length;) {
            done += (await file.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
          }
        } catch (thrown) {
          // Half a chunk would be taken for a whole one.
          await file.truncate(at);
          throw thrown;
        } finally {
          await file.close();
        }
        return { uploadId, at: at + chunk.length };
      }),

    done: (uploadId, { title, credit = '' }, byName, now) =>
      inTurn(uploadId, async () => {
        const { path, bytes, at } = await find(uploadId);
        if (at !== bytes) throw new Problem('conflict', { at });
        const file = await open(path, 'r+');
        try {
          await file.sync();
        } finally {
          await file.close();
        }
        return takeSource({ store, folder }, path, { title, credit }, byName, now);
      }),

    drop: (uploadId) =>
      inTurn(uploadId, async () => {
        await rm((await find(uploadId)).path, { force: true });
      }),

    async tidy(now) {
      for (const name of await names(folder)) {
        if (!LEFT_OVER.test(name)) continue;
        const path = join(folder, name);
        const { mtimeMs } = await stat(path);
        if (now.getTime() - mtimeMs > ABANDONED_MS) await rm(path, { force: true });
      }
    },
  };
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return [];
    throw thrown;
  }
}
