import { afterEach, expect, test, vi } from 'vitest';
import { createCachePackFiles } from '../../../src/adapters/browser/cache-pack-files.ts';
import { MAP_ENGINE_CACHE } from '../../../src/domain/map-pieces.ts';

const PAGE = { url: '/index.html', sha256: 'a'.repeat(64), bytes: 4 };
const KEY = `/index.html?__WB_REVISION__=${'a'.repeat(16)}`;

function withServer(headers: Record<string, string>) {
  const kept = new Map<string, Response>();
  const cache = {
    put: async (key: string, answer: Response) => void kept.set(key, answer),
    matchAll: async () => [],
  };
  const opened: string[] = [];
  vi.stubGlobal('caches', {
    keys: async () => ['workbox-precache-v2'],
    open: async (name: string) => {
      opened.push(name);
      return cache;
    },
  });
  vi.stubGlobal('fetch', async () => new Response('page', { headers }));
  return Object.assign(kept, { opened });
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
  await files.put(PAGE, await files.fetch(PAGE.url), 'files');
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
  await expect(files.put(PAGE, bytes, 'files')).rejects.toMatchObject({ code: 'not-found' });
  expect(kept.size).toBe(0);
});

test('what draws maps never lands among the files of the app, also while the app is still being installed', async () => {
  const kept = withServer({});
  const file = { url: '/assets/map.js', sha256: 'b'.repeat(64), bytes: 4 };
  const files = createCachePackFiles();
  await files.put(file, await files.fetch(file.url), 'map');
  expect(kept.opened).toEqual([MAP_ENGINE_CACHE]);
  expect([...kept.keys()]).toEqual([file.url]);
});
