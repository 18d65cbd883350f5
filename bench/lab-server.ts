import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export interface LabServer {
  readonly url: string;
  /** Where everything that is not the page goes. */
  target: string;
  close(): Promise<void>;
}

/** One origin for the bench page and, behind it, the real server (through a proxy that can be slowed). */
export async function serveLab(): Promise<LabServer> {
  const folder = await mkdtemp(join(tmpdir(), 'said-bench-lab-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'lab'),
    logLevel: 'error',
    build: { outDir: join(folder, 'page'), emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });
  const database = new DatabaseSync(join(folder, 'limit.db'));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (body TEXT)');
  const insert = database.prepare('INSERT INTO t VALUES (?)');
  const state = { target: '' };
  const server = createServer((incoming, answer) => {
    const path = new URL(incoming.url ?? '/', 'http://lab').pathname;
    if (path === '/one-post') {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('end', () => {
        const rows = JSON.parse(gunzipSync(Buffer.concat(pieces)).toString()) as unknown[];
        database.exec('BEGIN');
        for (const row of rows) insert.run(JSON.stringify(row));
        database.exec('COMMIT');
        answer.end('{}');
      });
      return;
    }
    if (path.startsWith('/sync/') || path.startsWith('/desk/')) {
      const onward = forward(
        new URL(incoming.url ?? '/', state.target),
        { method: incoming.method, headers: incoming.headers },
        (reply) => {
          answer.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(answer);
        },
      );
      onward.on('error', () => answer.destroy());
      incoming.pipe(onward);
      return;
    }
    const file = path === '/' ? 'index.html' : path.slice(1);
    readFile(join(folder, 'page', file)).then(
      (bytes) =>
        answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    get target() {
      return state.target;
    },
    set target(url: string) {
      state.target = url;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
