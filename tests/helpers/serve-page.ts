import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { preact } from '@preact/preset-vite';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/**
 * Builds one page of the tests as it would be shipped, and serves it on a free port until it is closed. `headers` go with
 * every answer; `files` are others by their address.
 */
export async function servePage(
  input: string,
  {
    headers = {},
    files = {},
  }: { headers?: Readonly<Record<string, string>>; files?: Readonly<Record<string, string>> } = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  await build({
    logLevel: 'error',
    configFile: false,
    publicDir: false,
    plugins: [preact({ reactAliasesEnabled: false, devToolsEnabled: false })],
    build: { target: 'es2023', outDir: folder, emptyOutDir: true, rolldownOptions: { input } },
  });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const file = pathname === '/page' ? input : pathname;
    readFile(files[pathname] ?? join(folder, file)).then(
      (bytes) => response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/page`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true });
    },
  };
}
