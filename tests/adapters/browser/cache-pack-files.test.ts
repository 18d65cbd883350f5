import { afterEach, expect, test, vi } from 'vitest';
import { createCachePackFiles } from '../../../src/adapters/browser/cache-pack-files.ts';

const PAGE = { url: '/index.html', sha256: 'a'.repeat(64), bytes: 4 };
const KEY = `/index.html?__WB_REVISION__=${'a'.repeat(16)}`;

function withServer(headers: Record<string, string>): Map<string, Response> {
  const kept = new Map<string, Response>();
  const cache = {
    put: async (key: string, answer: Response) => void kept.set(key, answer),
    matchAll: async () => [],
  };
  vi.stubGlobal('caches', { keys: async () => ['workbox-precache-v2'], open: async () => cache });
  vi.stubGlobal('fetch', async () => new Response('page', { headers }));
  return kept;
}
afterEach(() => vi.unstubAllGlobals());

test('a repaired page keeps the security policy it came with, and none of the headers of the wire', async () => {
  const kept = withServer({
    'content-security-policy': "default-src 'none'",
    'x-frame-options': 'DENY',
    'content-encoding': 'br',
    'content-type': 'text/html',
  });
  const files = createCachePackFiles();
  await files.put(PAGE, await files.fetch(PAGE.url));
  const { headers } = kept.get(KEY) ?? new Response();
  expect(headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.has('content-encoding')).toBe(false);
});

test('a page without a policy is not put in the place of one that had it', async () => {
  const kept = withServer({ 'content-type': 'text/html' });
  const files = createCachePackFiles();
  const bytes = await files.fetch(PAGE.url);
  await expect(files.put(PAGE, bytes)).rejects.toMatchObject({ code: 'not-found' });
  expect(kept.size).toBe(0);
});
