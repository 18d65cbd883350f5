import {
  UPLOAD_CHUNK_BYTES,
  uploadBody,
  uploadDone,
  uploadPath,
  uploadQuery,
  type SourceLine,
  type Upload,
} from '../../../src/domain/desk-maps.ts';
import { Problem } from '../../../src/domain/problems.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { explained } from './maps.ts';

const UPLOADS = '/desk/v1/maps/uploads';
const ONE = `${UPLOADS}/:uploadId`;

/** A PMTiles file that is brought in through the desk, a chunk at a time: cut off, it goes on where it stands. */
export function mapUploadEndpoints({ store, maps: { uploads } }: Deps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: UPLOADS,
      who: 'maps',
      rate: 'desk',
      body: uploadBody,
      run: ({ body }): Promise<Upload> => uploads.begin(body.bytes),
    }),
    endpoint({
      method: 'GET',
      path: ONE,
      who: 'maps',
      rate: 'desk',
      params: uploadPath,
      run: ({ params }): Promise<Upload> => uploads.standing(params.uploadId),
    }),
    endpoint({
      method: 'PUT',
      path: ONE,
      who: 'maps',
      rate: 'media',
      params: uploadPath,
      query: uploadQuery,
      body: 'bytes',
      maxBytes: UPLOAD_CHUNK_BYTES,
      run: async ({ params, query, bytes, request }): Promise<Upload> => {
        // Never what a form of another page could send.
        const type = request.headers.get('content-type') ?? '';
        if (type !== 'application/octet-stream') throw new Problem('bad-request', { field: 'content-type' });
        return uploads.add(params.uploadId, query.at, bytes);
      },
    }),
    endpoint({
      method: 'POST',
      path: `${ONE}/done`,
      who: 'maps',
      rate: 'desk',
      params: uploadPath,
      body: uploadDone,
      run: async ({ params, body, me, now }): Promise<SourceLine> => {
        const { displayName } = me();
        const source = await explained(() => uploads.done(params.uploadId, body, displayName, now));
        await store.audit.add({ at: now, byName: displayName, what: 'map-source-added', about: source.title });
        return { ...source, here: true };
      },
    }),
    endpoint({
      method: 'DELETE',
      path: ONE,
      who: 'maps',
      rate: 'desk',
      params: uploadPath,
      run: async ({ params }) => {
        await uploads.drop(params.uploadId);
        return new Response(null, { status: 204 });
      },
    }),
  ];
}
