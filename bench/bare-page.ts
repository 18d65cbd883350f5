import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const RAW = join(import.meta.dirname, 'raw');
const PREACT = join(import.meta.dirname, '..', 'node_modules', 'preact', 'dist', 'preact.mjs');

/** The bare Preact page that our own start is held against, until it is closed. */
export async function serveBarePage(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, answer) => {
    const name = (request.url ?? '').slice(1);
    const type = extname(name) === '.html' ? 'text/html' : 'text/javascript';
    readFile(name === 'preact.js' ? PREACT : join(RAW, name)).then(
      (bytes) => answer.writeHead(200, { 'content-type': type }).end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/bare.html`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
