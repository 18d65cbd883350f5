import { sha256Hex } from '../../domain/bytes.ts';
import { Problem } from '../../domain/problems.ts';
import type { SurveyAssets } from '../../ports/survey-assets.ts';

const CACHE = 'survey-assets';
const PATH = '/sync/v1/assets/';

/** Files of surveys and maps in a cache of their own, beside the app's. What is damaged is removed, and fetched again. */
export function createCacheSurveyAssets(): SurveyAssets {
  const open = async (): Promise<Cache | null> => (typeof caches === 'undefined' ? null : caches.open(CACHE));
  const keyOf = (sha256: string) => `${PATH}${sha256}`;

  return {
    async get(sha256) {
      try {
        const cache = await open();
        const answer = await cache?.match(keyOf(sha256));
        if (answer === undefined) return null;
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if ((await sha256Hex(bytes)) !== sha256) {
          await cache?.delete(keyOf(sha256));
          return null;
        }
        return new Blob([bytes], { type: answer.headers.get('content-type') ?? '' });
      } catch {
        return null;
      }
    },
    async put(sha256, mime, bytes) {
      const cache = await open();
      if (cache === null) throw new Problem('storage-failed');
      try {
        await cache.put(keyOf(sha256), new Response(bytes, { headers: { 'content-type': mime } }));
      } catch (cause) {
        const full = cause instanceof DOMException && cause.name === 'QuotaExceededError';
        throw new Problem(full ? 'storage-full' : 'storage-failed', {}, { cause });
      }
    },
    async remove(sha256) {
      await (await open())?.delete(keyOf(sha256));
    },
    async list() {
      const keys = (await (await open())?.keys()) ?? [];
      return keys.map(({ url }) => new URL(url).pathname.slice(PATH.length));
    },
  };
}
