import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';

export interface ServerEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; /** For the tablet's next request. */ nonce?: string };
}

/** The address a request came from: for rate limits only, never logged or kept. */
export function callerAddress(c: Context<ServerEnv>, trustProxy: boolean): string {
  if (trustProxy) {
    const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (told !== undefined && told !== '') return told.slice(0, 64);
  }
  return c.env?.incoming?.socket.remoteAddress ?? 'unknown';
}
