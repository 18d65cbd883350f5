import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { may, type Permission, type Role } from '../../src/domain/roles.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { DeviceRow, PersonRow } from '../ports/store.ts';
import { jsonAnswer, packedAnswer } from './answer.ts';
import { readBytes, readJson, unzip } from './body.ts';
import { callerAddress, type ServerEnv } from './caller.ts';
import type { Deps } from './deps.ts';
import type { RateName } from './rate-limit.ts';
import { freshNonce, knownDevice } from './sync/device-auth.ts';
import { signedInPerson } from './desk/sessions.ts';

/** Who may call: anybody, a person with this permission (or any person at the desk), or an enrolled tablet. */
export type Who = 'anyone' | 'signed-in' | 'device' | Permission;

export interface Call<Params, Query, Body> {
  readonly request: Request;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body as it came, where the endpoint takes bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly address: string;
  readonly now: string;
  /** Who is signed in. Throws Problem('not-signed-in') where the endpoint lets anybody in. */
  me(): PersonRow & { role: Role };
  device(): DeviceRow;
}

interface Definition<Params, Query, Body> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly who: Who;
  readonly rate: RateName;
  readonly params?: z.ZodMiniType<Params>;
  readonly query?: z.ZodMiniType<Query>;
  /** JSON that must parse with this schema; `bytes` where the endpoint takes the body as it is. */
  readonly body?: z.ZodMiniType<Body> | 'bytes';
  readonly maxBytes?: number;
  /** Whether the answer is packed for who can read it. Never where an answer mixes secrets with what was asked. */
  readonly packed?: boolean;
  run(call: Call<Params, Query, Body>): Promise<unknown>;
}

/** An endpoint with its types folded in: what the routes are made of, and what the tests walk along. */
export interface Endpoint {
  readonly method: Definition<unknown, unknown, unknown>['method'];
  readonly path: string;
  readonly who: Who;
  register(app: Hono<ServerEnv>, deps: Deps): void;
}

const DEFAULT_MAX_BYTES = 64 * 1024;

/**
 * One way for every request: count it, see who asks, read no more than allowed, parse, run, answer.
 * `run` returns the JSON to answer with, or a whole Response, or throws a Problem.
 */
export function endpoint<Params = unknown, Query = unknown, Body = unknown>(
  definition: Definition<Params, Query, Body>,
): Endpoint {
  const { method, path, who } = definition;
  return {
    method,
    path,
    who,
    register: (app, deps) => {
      app.on(method, path, async (c) => {
        const answer = await handle(definition, c, deps);
        if (answer instanceof Response) return answer;
        return definition.packed === true ? packedAnswer(answer, c.req.raw) : jsonAnswer(answer);
      });
    },
  };
}

async function handle<P, Q, B>(definition: Definition<P, Q, B>, c: Context<ServerEnv>, deps: Deps): Promise<unknown> {
  const request = c.req.raw;
  const now = deps.now();
  const address = callerAddress(c, deps.trustProxy);
  const takeToken = (whom: string) => {
    const retryAfterS = deps.limiter.take(definition.rate, whom);
    if (retryAfterS > 0) throw new Problem('too-many-requests', { retryAfterS });
  };

  let person: (PersonRow & { role: Role }) | null = null;
  let device: DeviceRow | null = null;
  let bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  const maxBytes = definition.maxBytes ?? DEFAULT_MAX_BYTES;

  if (definition.who === 'device') {
    c.set('nonce', freshNonce(deps.keys, now));
    bytes = await readBytes(request, maxBytes);
    device = await knownDevice(request, bytes, deps, now);
    takeToken(device.deviceId);
  } else if (definition.who === 'anyone') {
    takeToken(address);
  } else {
    person = await signedInPerson(request, deps, now);
    if (person === null) {
      takeToken(address);
      throw new Problem('not-signed-in');
    }
    takeToken(person.actorId);
    if (definition.who !== 'signed-in' && !may(person.role, definition.who)) throw new Problem('not-allowed');
  }
  if (definition.who !== 'device' && definition.body !== undefined) bytes = await readBytes(request, maxBytes);

  const me = person;
  const tablet = device;
  return definition.run({
    request,
    params: parse(definition.params, c.req.param(), 'not-found'),
    query: parse(definition.query, c.req.query(), 'bad-request'),
    body: readBody(definition, request, bytes),
    bytes,
    address,
    now: now.toISOString(),
    me: () => me ?? fail('not-signed-in'),
    device: () => tablet ?? fail('device-unknown'),
  });
}

function readBody<P, Q, B>(definition: Definition<P, Q, B>, request: Request, bytes: Uint8Array<ArrayBuffer>): B {
  if (definition.body === undefined || definition.body === 'bytes') return undefined as B;
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Problem('bad-request', { field: 'content-type' });
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') throw new Problem('bad-request', { field: 'content-encoding' });
  const plain = encoding === 'gzip' ? unzip(bytes, definition.maxBytes ?? DEFAULT_MAX_BYTES) : bytes;
  return parse(definition.body, readJson(plain), 'bad-request');
}

function parse<T>(schema: z.ZodMiniType<T> | undefined, value: unknown, otherwise: 'bad-request' | 'not-found'): T {
  if (schema === undefined) return value as T;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new Problem(otherwise, field === '' ? {} : { field: field.slice(0, 120) });
}

function fail(code: 'not-signed-in' | 'device-unknown'): never {
  throw new Problem(code);
}
