import { MAP_ENGINE_CACHE } from '../../domain/map-pieces.ts';
import { Problem } from '../../domain/problems.ts';
import { fieldPack, type FieldPack } from '../../domain/field-pack.ts';
import type { PackFile, PackFiles } from '../../ports/pack-files.ts';

const PACK_URL = '/field-pack.json';
const LIMIT_MS = 30_000;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** Headers that speak of the bytes on the wire: the kept file is unpacked already. */
const OF_THE_WIRE = ['content-encoding', 'content-length', 'transfer-encoding', 'vary'];

/** The service worker's precache, read as it lies there: past the worker, so that nothing is made up on the way. */
export function createCachePackFiles(): PackFiles {
  /** As the server last sent each file: a repaired page keeps its security policy. */
  const sentWith = new Map<string, Headers>();

  async function named(fits: (name: string) => boolean): Promise<Cache[]> {
    if (typeof caches === 'undefined') return [];
    return Promise.all((await caches.keys()).filter(fits).map((name) => caches.open(name)));
  }
  const precaches = (): Promise<Cache[]> => named((name) => name.includes('precache'));
  const engines = (): Promise<Cache[]> => named((name) => name === MAP_ENGINE_CACHE);

  async function kept(url: string): Promise<Uint8Array<ArrayBuffer>[]> {
    const found: Uint8Array<ArrayBuffer>[] = [];
    for (const cache of [...(await precaches()), ...(await engines())]) {
      // Unhashed files carry their revision in the query of the cache's key. The many others are found by name at once.
      const ignoreSearch = !isHashed(url);
      for (const answer of await cache.matchAll(url, { ignoreSearch, ignoreVary: true })) {
        found.push(new Uint8Array(await answer.arrayBuffer()));
      }
    }
    return found;
  }

  async function fromServer(url: string): Promise<Uint8Array<ArrayBuffer>> {
    let answer: Response;
    const limit = AbortSignal.timeout(LIMIT_MS);
    try {
      // A query of its own: the service worker has no such file and lets it through.
      answer = await fetch(`${url}?repair`, { cache: 'no-store', signal: limit });
      if (answer.ok) {
        const bytes = new Uint8Array(await answer.arrayBuffer());
        sentWith.set(url, answer.headers);
        return bytes;
      }
    } catch (cause) {
      throw new Problem(limit.aborted ? 'timed-out' : 'unreachable', {}, { cause });
    }
    throw new Problem('not-found');
  }

  async function pack(): Promise<FieldPack | null> {
    const [installed] = await kept(PACK_URL);
    return parse(installed ?? (await fromServer(PACK_URL).catch(() => undefined)));
  }

  return {
    pack,
    copies: kept,
    fetch: fromServer,
    async put(file, bytes, list) {
      const [cache] = list === 'map' ? [await caches.open(MAP_ENGINE_CACHE)] : await precaches();
      if (cache === undefined) throw new Problem('storage-failed');
      const headers = new Headers(sentWith.get(file.url));
      for (const name of OF_THE_WIRE) headers.delete(name);
      headers.set('content-type', TYPES[file.url.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      // Never a page without the policy that keeps foreign script out of it.
      if (file.url.endsWith('.html') && !headers.has('content-security-policy')) throw new Problem('not-found');
      try {
        await cache.put(keyOf(file), new Response(bytes, { headers }));
      } catch (cause) {
        throw new Problem('storage-full', {}, { cause });
      }
    },
  };
}

const isHashed = (url: string) => url.startsWith('/assets/');

/** As the build writes it into the precache list: hashed files by name, others with a piece of their hash. */
function keyOf({ url, sha256 }: PackFile): string {
  return isHashed(url) ? url : `${url}?__WB_REVISION__=${sha256.slice(0, 16)}`;
}

function parse(bytes: Uint8Array | undefined): FieldPack | null {
  if (bytes === undefined) return null;
  try {
    return fieldPack.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
