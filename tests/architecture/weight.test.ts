import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** What a tablet fetches, counted in the built app: it can grow only by a decision. `bench/bytes.ts` proves it in a browser. */
const DIST = join(import.meta.dirname, '..', '..', 'dist');
const HOME_BUDGET_KB = 110;

/** The pieces (see scripts/chunks.ts) that stand on the way to a home screen that can be used and sends. */
const HOME = ['start', 'tablet', 'home', 'sending', 'texts-en-standard-home', 'files-worker', 'workbox-window'];
/** What only a capture, a screen that is opened, or the desk may bring. */
const LATER =
  /\/(?:capture|finish|desk|gallery|voices|withdraw|field-pack|rows|places|map|maplibre|texts-\w+-\w+-(?:capture|more|desk))-/;

function readPack(): ReadonlyMap<string, string> {
  const list = join(DIST, 'field-pack.json');
  if (!existsSync(list)) throw new Error('dist holds no build: run `npm run build` first');
  const { files } = JSON.parse(readFileSync(list, 'utf8')) as { files: { url: string }[] };
  const wanted = files.filter(({ url }) => /\.(?:js|css)$/.test(url));
  return new Map(wanted.map(({ url }) => [url, readFileSync(join(DIST, url), 'utf8')]));
}

/** The files that the browser fetches before it runs this one. */
function importedBy(code: string): string[] {
  return [...code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, name]) => `/assets/${name}`);
}

function withImports(pack: ReadonlyMap<string, string>, url: string, found: Set<string>): void {
  if (found.has(url)) return;
  found.add(url);
  const text = pack.get(url);
  if (text === undefined) throw new Error(`${url} is needed and is not in the field pack`);
  if (url.endsWith('.js')) for (const next of importedBy(text)) withImports(pack, next, found);
}

describe('the weight of the app', () => {
  const pack = readPack();

  test('every file of the field pack has all that it imports in the pack too', () => {
    const found = new Set<string>();
    for (const url of pack.keys()) withImports(pack, url, found);
    expect(found.size).toBe(pack.size);
    for (const piece of [...HOME, 'capture', 'finish']) {
      expect(
        [...pack.keys()].filter((url) => url.startsWith(`/assets/${piece}`)),
        piece,
      ).not.toEqual([]);
    }
  });

  test('home brings nothing that belongs to a later screen, and stays within its budget', () => {
    const found = new Set<string>();
    for (const url of pack.keys()) {
      const piece = /^\/assets\/(.+?)(?:\.prod\.es5)?-[\w-]{8}\.(?:js|css)$/.exec(url)?.[1];
      if (piece !== undefined && HOME.includes(piece)) withImports(pack, url, found);
    }
    expect([...found].filter((url) => LATER.test(url))).toEqual([]);
    const bytes = [...found].reduce((sum, url) => sum + brotliCompressSync(pack.get(url) ?? '').length, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes / 1000).toBeLessThanOrEqual(HOME_BUDGET_KB);
  });

  test('whoever looks a place up carries none of the captures', () => {
    const found = new Set<string>();
    const screens = [...pack.keys()].filter((url) => /^\/assets\/places-page-[\w-]{8}\.js$/.test(url));
    expect(screens).toHaveLength(1);
    for (const url of screens) withImports(pack, url, found);
    expect([...found].filter((url) => /\/(?:capture|finish|desk|gallery|map-view|maplibre)-/.test(url))).toEqual([]);
  });
});
