import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ServerEnv } from './caller.ts';

const STOP_LIMIT_MS = 10_000;
const SWEEP_MS = 50;
/** A tablet at the edge of the signal may be slow; a connection that says nothing at all is closed. */
const REQUEST_LIMIT_MS = 180_000;
const HEADERS_LIMIT_MS = 20_000;
const KEEP_ALIVE_MS = 65_000;

export interface Listening {
  readonly port: number;
  /** Takes no more requests, finishes those under way (ten seconds at most), then resolves. */
  stop(): Promise<void>;
}

/** Listens. Rejects with the system's reason (`EADDRINUSE`, `EACCES`) when it cannot. */
export async function listen(app: Hono<ServerEnv>, port: number, host: string): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.requestTimeout = REQUEST_LIMIT_MS;
  server.headersTimeout = HEADERS_LIMIT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), STOP_LIMIT_MS);
        // A connection that was busy becomes idle with its answer, and would be kept alive.
        const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
        server.close(() => {
          clearTimeout(late);
          clearInterval(sweep);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
