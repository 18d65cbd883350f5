import * as z from 'zod/mini';
import { mediaId } from '../../../src/domain/ids.ts';
import { chunkAbout, chunkNonce } from '../../../src/domain/media-chunk.ts';
import { Problem } from '../../../src/domain/problems.ts';
import type { SealedMedia } from '../../../src/domain/record.ts';
import { openRecord } from '../../inbox/boxes.ts';
import { chunkKey } from '../../ports/blobs.ts';
import type { MediaRow } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { SANDBOXED_POLICY } from '../security-headers.ts';

/** What may be shown or played as what it says it is. Anything else is only ever a file to keep. */
const SHOWN: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'audio/webm',
  'audio/ogg',
  'audio/mp4',
  'audio/mpeg',
  'audio/wav',
]);

/** Photos and voice notes, decrypted chunk by chunk with the key from inside the sealed record. */
export function mediaPlaybackEndpoint(deps: Deps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/desk/v1/media/:id',
    who: 'read-inbox',
    rate: 'desk',
    params: z.object({ id: mediaId }),
    run: async ({ params, request, me, now }) => {
      const row = await deps.store.media.get(params.id);
      if (row === null || row.state !== 'here') throw new Problem('not-found');
      const sealed = await sealedPart(row, deps);
      const range = request.headers.get('range');
      const bytes = await decryptFile(row, sealed, deps);
      // A player asks for the rest piece by piece: the beginning counts.
      if (range === null || range.trim().startsWith('bytes=0-')) {
        const byName = me().displayName;
        await deps.store.audit.add({ at: now, byName, what: `${row.role}-opened`, about: row.entityId });
      }
      return answer(bytes, sealed.mime, range);
    },
  });
}

async function sealedPart(row: MediaRow, deps: Deps): Promise<SealedMedia> {
  const filed = (await deps.store.records.filed(row.entityId)).find(({ opId }) => opId === row.opId);
  if (filed === undefined || filed.box === null) throw new Problem('not-found');
  const sealed = (await openRecord(deps.keys, filed.opId, filed.box)).media.find(({ id }) => id === row.id);
  if (sealed === undefined) throw new Problem('not-found');
  return sealed;
}

async function decryptFile(row: MediaRow, sealed: SealedMedia, deps: Deps): Promise<Uint8Array<ArrayBuffer>> {
  // A store that cannot be asked, or is not the right one just now, says nothing about the file itself.
  const boxes: Uint8Array[] = [];
  for (let index = 0; index < row.chunks; index += 1) {
    const box = await deps.blobs.get(chunkKey(row.id, index));
    if (box === null) {
      deps.log.warn('media-chunk-not-there', { mediaId: row.id });
      throw new Problem('not-found');
    }
    boxes.push(box);
  }
  try {
    const raw = Buffer.from(sealed.key, 'base64');
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
    const parts: Uint8Array[] = [];
    for (const [index, box] of boxes.entries()) {
      const additionalData = chunkAbout(row.id, index, index === row.chunks - 1);
      const how = { name: 'AES-GCM', iv: chunkNonce(index), additionalData };
      parts.push(new Uint8Array(await crypto.subtle.decrypt(how, key, Uint8Array.from(box))));
    }
    return new Uint8Array(Buffer.concat(parts));
  } catch (cause) {
    // The record says so from now on; the words are not touched. A tablet that still has the file sends all of it again.
    await deps.store.media.clearChunks(row.id);
    await deps.store.media.setState(row.id, 'damaged', deps.now().toISOString());
    deps.log.warn('media-damaged', { mediaId: row.id });
    throw new Problem('not-found', {}, { cause });
  }
}

/** Always a download when opened by itself, never a page: a picture or player of the desk shows it all the same. */
function answer(bytes: Uint8Array<ArrayBuffer>, mime: string, range: string | null): Response {
  const base = mime.split(';')[0]?.trim().toLowerCase() ?? '';
  const headers = {
    'content-type': SHOWN.has(base) ? base : 'application/octet-stream',
    'content-disposition': 'attachment',
    'content-security-policy': SANDBOXED_POLICY,
    'cache-control': 'no-store',
    'accept-ranges': 'bytes',
  };
  const part = range === null ? null : readRange(range, bytes.length);
  if (part === null) return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.length) } });
  if (part === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes.length}` } });
  }
  const [first, last] = part;
  const body = bytes.subarray(first, last + 1);
  const contentRange = `bytes ${first}-${last}/${bytes.length}`;
  return new Response(body, {
    status: 206,
    headers: { ...headers, 'content-length': String(body.length), 'content-range': contentRange },
  });
}

/** One range of bytes; null (the whole) for anything else that `Range` may say. */
function readRange(range: string, length: number): readonly [number, number] | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(range.trim()) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  if (first >= length || (from === '' && Number(to) === 0)) return 'unsatisfiable';
  return first > last ? null : [first, last];
}
