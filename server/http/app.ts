import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { Problem, PROBLEMS } from '../../src/domain/problems.ts';
import { NONCE_HEADER } from '../../src/domain/protocol.ts';
import { problemResponse } from './answer.ts';
import { callerAddress, type ServerEnv } from './caller.ts';
import { refuseCrossSite } from './cross-site.ts';
import type { Deps } from './deps.ts';
import { deskEndpoints } from './desk/routes.ts';
import { healthRoutes } from './health.ts';
import { infrastructureProblem } from './infrastructure.ts';
import { describeThrown } from './log.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { serveStatic } from './static-files.ts';
import { syncEndpoints } from './sync/routes.ts';

const API = /^\/(desk|sync)\/v1(\/|$)/;

/** The whole of the server as one function from request to answer. */
export function createApp(deps: Deps): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>({ strict: true });
  const https = () => deps.publicUrl().startsWith('https:');

  app.use(async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    addSecurityHeaders(c.res.headers, https());
    c.res.headers.set('x-request-id', requestId);
    const nonce = c.get('nonce');
    if (nonce !== undefined) c.res.headers.set(NONCE_HEADER, nonce);
    const { pathname } = new URL(c.req.url);
    if (!API.test(pathname) && c.res.status < 500) return;
    deps.log.info('request', {
      requestId,
      method: c.req.method,
      // The pattern, not the address: ids and search words stay out of the log.
      route: routeOf(c.req.matchedRoutes) ?? pathname.split('/').slice(0, 3).join('/'),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  });

  app.use(async (c, next) => {
    const retryAfterS = deps.limiter.take('address', callerAddress(c, deps.trustProxy));
    if (retryAfterS > 0) throw new Problem('too-many-requests', { retryAfterS });
    if (API.test(new URL(c.req.url).pathname)) refuseCrossSite(c.req.raw, deps.publicUrl());
    await next();
  });

  healthRoutes(app, deps);
  for (const each of [...syncEndpoints(deps), ...deskEndpoints(deps)]) each.register(app, deps);
  if (deps.dist !== null) serveStatic(app, deps.dist);

  app.notFound(() => problemResponse(new Problem('not-found')));
  app.onError((thrown, c) => {
    if (thrown instanceof Problem && PROBLEMS[thrown.code].status !== 0) return problemResponse(thrown);
    deps.log.warn('request-failed', { requestId: c.get('requestId'), ...describeThrown(thrown) });
    return problemResponse(infrastructureProblem(thrown));
  });
  return app;
}

function routeOf(matched: readonly { readonly path: string; readonly method: string }[]): string | null {
  return matched.find(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))?.path ?? null;
}
