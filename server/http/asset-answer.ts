import { Problem } from '../../src/domain/problems.ts';
import type { Blobs } from '../ports/blobs.ts';
import { SANDBOXED_POLICY } from './security-headers.ts';

/** A file known by the hash of its content, and where its bytes lie. */
export interface AssetFile {
  readonly sha256: string;
  readonly mime: string;
  readonly key: string;
}

/**
 * A clip or a picture of a survey, or a piece of a map. Its address is the hash of its content, so it never changes and may be kept; opened by
 * itself it is a download in a sandbox, never a page. Throws Problem('not-found') when the blob store has not got it.
 */
export async function assetAnswer(row: AssetFile, blobs: Blobs, request: Request): Promise<Response> {
  const headers = {
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${row.sha256}"`,
    'content-security-policy': SANDBOXED_POLICY,
  };
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
  const bytes = await blobs.get(row.key);
  if (bytes === null) throw new Problem('not-found');
  return new Response(Uint8Array.from(bytes), {
    headers: {
      ...headers,
      'content-type': row.mime,
      'content-length': String(bytes.length),
      'content-disposition': 'attachment',
    },
  });
}
