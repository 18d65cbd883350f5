import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { mediaId } from '../../../src/domain/ids.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { CHUNK_HASH_HEADER, MEDIA_CHUNK_BYTES, PATHS, type MediaAnswer } from '../../../src/domain/protocol.ts';
import { chunkKey, LEAST_FREE_BYTES } from '../../ports/blobs.ts';
import type { MediaRow } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const MAX_CHUNK_BYTES = MEDIA_CHUNK_BYTES + 64;
/** A whole day of voice fits many times over; playing a file at the desk needs it in memory. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

const one = z.object({ id: mediaId });
const chunk = z.object({
  id: mediaId,
  n: z.pipe(
    z.string().check(z.regex(/^\d{1,4}$/)),
    z.transform((text: string) => Number(text)),
  ),
});

/** Photos and voice notes, chunk by chunk: each flushed before it is answered, the whole checked at the end. */
export function mediaEndpoints(deps: Deps): readonly Endpoint[] {
  const { media } = deps.store;

  const announced = async (id: string): Promise<MediaRow> => {
    const row = await media.get(id);
    if (row === null) throw new Problem('not-found');
    return row;
  };

  const answer = async (row: MediaRow): Promise<MediaAnswer> => {
    const everything = Array.from({ length: row.chunks }, (_, index) => index);
    const dropped = row.state === 'withdrawn';
    const have = dropped ? everything : [...(await media.chunks(row.id))].sort((a, b) => a - b);
    return { id: row.id as MediaAnswer['id'], have, complete: dropped || row.state === 'here' };
  };

  const wholeHash = async (row: MediaRow): Promise<string | null> => {
    const hash = createHash('sha256');
    for (let index = 0; index < row.chunks; index += 1) {
      const bytes = await deps.blobs.get(chunkKey(row.id, index));
      if (bytes === null) return null;
      hash.update(bytes);
    }
    return hash.digest('hex');
  };

  const finish = async (row: MediaRow, now: string): Promise<void> => {
    if ((await wholeHash(row)) === row.sha256) {
      const latest = await announced(row.id);
      if (latest.state !== 'coming' && latest.state !== 'damaged') return;
      await media.setState(row.id, 'here', now);
      await deps.store.records.addHistory(row.entityId, {
        at: now,
        byName: '',
        what: 'media-arrived',
        detail: row.role,
      });
      return;
    }
    await media.clearChunks(row.id);
    for (let index = 0; index < row.chunks; index += 1) await deps.blobs.remove(chunkKey(row.id, index));
    deps.log.warn('media-wrong-hash', { mediaId: row.id });
    throw new Problem('wrong-hash');
  };

  return [
    endpoint({
      method: 'GET',
      path: `${PATHS.media}/:id`,
      who: 'device',
      rate: 'media',
      params: one,
      run: async ({ params }) => answer(await announced(params.id)),
    }),
    endpoint({
      method: 'PUT',
      path: `${PATHS.media}/:id/:n`,
      who: 'device',
      rate: 'media',
      params: chunk,
      body: 'bytes',
      maxBytes: MAX_CHUNK_BYTES,
      run: async ({ params: { id, n }, bytes, request, now }) => {
        const row = await announced(id);
        // What is announced is what may be kept: chunks beyond it would fill the disk unseen.
        if (row.bytes > MAX_FILE_BYTES || (row.chunks - 1) * MEDIA_CHUNK_BYTES > row.bytes) {
          throw new Problem('too-large', { maxBytes: MAX_FILE_BYTES });
        }
        if (n >= row.chunks) throw new Problem('bad-request', { field: 'n' });
        if (bytes.length === 0 || bytes.length > row.bytes) throw new Problem('bad-request', { field: 'bytes' });
        const told = request.headers.get(CHUNK_HASH_HEADER);
        if (told !== createHash('sha256').update(bytes).digest('hex')) throw new Problem('wrong-hash', { chunk: n });
        if (row.state === 'withdrawn' || row.state === 'here') return answer(row);
        const free = await deps.blobs.freeBytes();
        if (free !== null && free < LEAST_FREE_BYTES) throw new Problem('disk-low', { retryAfterS: 600 });
        await deps.blobs.put(chunkKey(id, n), bytes);
        await media.addChunk(id, n, bytes.length);
        if ((await media.chunks(id)).length === row.chunks) await finish(row, now);
        const after = await announced(id);
        // Withdrawn while it was on its way: the worker takes away what was just written.
        if (after.state === 'withdrawn') deps.nudgeWorker();
        return answer(after);
      },
    }),
  ];
}
