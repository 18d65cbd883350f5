import type { Hono } from 'hono';
import { jsonAnswer } from './answer.ts';
import { readBytes } from './body.ts';
import { callerAddress, type ServerEnv } from './caller.ts';
import type { Deps } from './deps.ts';

const PING_LIMIT_MS = 2_000;

/** `/healthz`: the process answers. `/readyz`: it also has its database, and has not been asked to stop. */
export function healthRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  let cspReports = 0;

  app.get('/healthz', () => jsonAnswer({ ok: true, cspReports }));

  app.get('/readyz', async () => {
    const database = deps.ready() && (await answers(deps.store.ping()));
    return jsonAnswer({ ok: database }, database ? 200 : 503);
  });

  app.post('/csp-report', async (c) => {
    if (deps.limiter.take('report', callerAddress(c, deps.trustProxy)) > 0) return new Response(null, { status: 204 });
    await readBytes(c.req.raw, 64 * 1024);
    cspReports += 1;
    deps.log.warn('csp-report', { count: cspReports });
    return new Response(null, { status: 204 });
  });
}

async function answers(ping: Promise<void>): Promise<boolean> {
  const limit = new Promise<false>((resolve) => setTimeout(() => resolve(false), PING_LIMIT_MS).unref());
  return Promise.race([ping.then(() => true as const).catch(() => false as const), limit]);
}
