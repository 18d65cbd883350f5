import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { Problem } from '../../src/domain/problems.ts';
import type { ServerEnv } from './caller.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.wasm']);
/** Vite puts the hash of the content into these names, so that they never change. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.[a-z0-9]+$/;

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
}

/**
 * The built app: files with a hash in their name are kept for ever, the rest is asked for again each time. Any other
 * address that a browser opens gets the app's page, which knows its own routes.
 */
export function serveStatic(app: Hono<ServerEnv>, dist: string): void {
  const known = new Map<string, Asset>();
  let listed: Promise<ReadonlySet<string>> | null = null;

  const asset = async (url: string): Promise<Asset | null> => {
    const before = known.get(url);
    if (before !== undefined) return before;
    listed ??= listFiles(dist);
    if (!(await listed).has(url)) return null;
    const plain = new Uint8Array(await readFile(join(dist, url)));
    const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const made: Asset = { path: url, type: TYPES[extname(url)] ?? 'application/octet-stream', etag, plain };
    known.set(url, made);
    return made;
  };

  app.get('*', async (c) => {
    const { pathname } = new URL(c.req.url);
    const wanted = pathname === '/' ? '/index.html' : pathname;
    const page = wanted.startsWith('/desk/v1/') || wanted.startsWith('/sync/') ? null : await asset('/index.html');
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html') && extname(pathname) === '';
    const found = (await asset(wanted)) ?? (wantsPage ? page : null);
    if (found === null) throw new Problem('not-found');
    return answer(found, c.req.raw);
  });
}

function answer(found: Asset, request: Request): Response {
  const headers = new Headers({
    'content-type': found.type,
    etag: found.etag,
    'cache-control': HASHED.test(found.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  });
  if (request.headers.get('if-none-match') === found.etag) return new Response(null, { status: 304, headers });
  const accepted = request.headers.get('accept-encoding') ?? '';
  let body = found.plain;
  if (COMPRESSIBLE.has(extname(found.path)) && found.plain.length > 1024) {
    if (/\bbr\b/.test(accepted)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      body = found.br ??= new Uint8Array(brotliCompressSync(found.plain, { params }));
      headers.set('content-encoding', 'br');
    } else if (/\bgzip\b/.test(accepted)) {
      body = found.gzip ??= new Uint8Array(gzipSync(found.plain));
      headers.set('content-encoding', 'gzip');
    }
  }
  headers.set('content-length', String(body.length));
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

/** Every file of the build as a URL path: only these are ever read, so no path can lead out of the folder. */
async function listFiles(dist: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map((entry) => `/${relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/')}`));
}

/** The version of the build, as the field pack tells it; `dev` where there is none. */
export function builtVersion(dist: string): string {
  try {
    const pack: unknown = JSON.parse(readFileSync(join(dist, 'field-pack.json'), 'utf8'));
    if (typeof pack === 'object' && pack !== null && 'version' in pack) return String(pack.version).slice(0, 40);
  } catch {
    // no build yet
  }
  return 'dev';
}

/** Whether there is a build to serve. */
export async function isBuilt(dist: string): Promise<boolean> {
  try {
    return (await stat(join(dist, 'index.html'))).isFile();
  } catch {
    return false;
  }
}
