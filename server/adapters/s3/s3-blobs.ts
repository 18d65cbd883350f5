import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { Blobs } from '../../ports/blobs.ts';

export interface S3Place {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const TIMEOUT_MS = 30_000;

/** Chunks as objects of an S3-compatible store, addressed by path (`endpoint/bucket/key`). */
export function openS3Blobs(place: S3Place): Blobs {
  const { accessKeyId, secretAccessKey, region } = place;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2, initRetryMs: 100 });
  const base = `${place.endpoint}/${place.bucket}`;
  const url = (key: string) => `${base}/${key.split('/').map(encodeURIComponent).join('/')}`;

  const ask = async (address: string, init: RequestInit, allowed: readonly number[]): Promise<Response> => {
    const answer = await client.fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.ok || allowed.includes(answer.status)) return answer;
    await answer.body?.cancel();
    throw new Error(`the media store answered ${answer.status} to ${init.method ?? 'GET'}`);
  };

  async function* list(prefix: string): AsyncGenerator<string> {
    let token: string | null = null;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix });
      if (token !== null) query.set('continuation-token', token);
      const xml = await (await ask(`${base}?${query.toString()}`, {}, [])).text();
      for (const [, key] of xml.matchAll(/<Key>([^<]*)<\/Key>/g)) if (key !== undefined) yield unescapeXml(key);
      const next = /<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(xml)?.[1];
      token = next === undefined ? null : unescapeXml(next);
    } while (token !== null);
  }

  return {
    put: async (key, bytes) => {
      // The hash is signed with the rest, so that a store never keeps bytes damaged on the way.
      const headers = { 'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex') };
      const answer = await ask(url(key), { method: 'PUT', headers, body: Uint8Array.from(bytes) }, []);
      await answer.body?.cancel();
    },
    get: async (key) => {
      const answer = await ask(url(key), {}, [404]);
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return null;
    },
    remove: async (key) => {
      const answer = await ask(url(key), { method: 'DELETE' }, [404]);
      await answer.body?.cancel();
    },
    list,
    freeBytes: () => Promise.resolve(null),
  };
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
