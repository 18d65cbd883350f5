import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { CONTENT_SECURITY_POLICY } from '../../../../server/http/security-headers.ts';

export interface LabServer {
  readonly url: string;
  /** What pages have been told is saved: `record/<id>`, `draft/<id>`. */
  readonly acknowledged: Set<string>;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds a lab page as the app is built, and serves it under the server's own content security policy. */
export async function serveLab(root: string = import.meta.dirname): Promise<LabServer> {
  const folder = await mkdtemp(join(tmpdir(), 'said-lab-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir: folder, target: 'es2023', modulePreload: { polyfill: false } },
  });
  const acknowledged = new Set<string>();
  const server = createServer((request, answer) => {
    const path = new URL(request.url ?? '/', 'http://lab').pathname;
    if (request.method === 'POST') {
      acknowledged.add(path.replace('/acknowledged/', ''));
      answer.writeHead(204).end();
      return;
    }
    const file = path === '/' ? 'index.html' : path.slice(1);
    readFile(join(folder, file)).then(
      (bytes) =>
        answer
          .writeHead(200, {
            'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
            'content-security-policy': CONTENT_SECURITY_POLICY,
          })
          .end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    acknowledged,
    close: async () => {
      await closed(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
