import type * as z from 'zod/mini';
import { sha256Hex } from '../../domain/bytes.ts';
import { isProblemCode, Problem, type ProblemCode } from '../../domain/problems.ts';
import {
  CHUNK_HASH_HEADER,
  enrolAnswer,
  helloAnswer,
  mediaAnswer,
  NONCE_HEADER,
  PATHS,
  problemAnswer,
  pullAnswer,
  pushAnswer,
  REFERENCE_LEVEL,
  signedText,
} from '../../domain/protocol.ts';
import type { DeviceKey } from '../../ports/device-key.ts';
import type { AssetLink, Enrolment, Transport } from '../../ports/transport.ts';

export interface HttpTransportDeps {
  readonly key: Pick<DeviceKey, 'deviceId' | 'sign'>;
  /** Where the server is; the page's own address unless told. */
  readonly origin?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds: only tests turn them down. */
  readonly limits?: Partial<Record<'push' | 'chunk' | 'short', number>>;
}

interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly json?: unknown;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly limitMs: number;
}

/** A chunk cannot be made smaller: 1 MiB must get through at 50 kbit/s too. A push can: it is halved. */
const LIMITS_MS = { push: 45_000, chunk: 240_000, short: 20_000 };

/** The link to the server over fetch. Nothing that comes back is believed before it is parsed. */
export function createHttpTransport(deps: HttpTransportDeps): Transport & Enrolment & AssetLink {
  const { key, origin = '' } = deps;
  const limits = { ...LIMITS_MS, ...deps.limits };
  let nonce = '';

  async function send(ask: Ask): Promise<Response> {
    const body = ask.json === undefined ? ask.bytes : await gzip(JSON.stringify(ask.json));
    const headers: Record<string, string> = { accept: 'application/json' };
    if (ask.json !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-encoding'] = 'gzip';
    } else if (ask.bytes !== undefined) {
      headers['content-type'] = 'application/octet-stream';
      headers[CHUNK_HASH_HEADER] = await sha256Hex(ask.bytes);
    }
    const deviceId = await key.deviceId();
    if (deviceId !== null) {
      const hash = await sha256Hex(body ?? new Uint8Array(0));
      // Read once: another answer may bring a new one while this one is signed.
      const used = nonce;
      const signature = await key.sign(signedText(ask.method, ask.path, hash, used));
      headers['authorization'] = `SaidAndDone device="${deviceId}", nonce="${used}", signature="${signature}"`;
    }
    const limit = AbortSignal.timeout(ask.limitMs);
    try {
      return await (deps.fetch ?? globalThis.fetch)(`${origin}${ask.path}`, {
        method: ask.method,
        headers,
        ...(body === undefined ? {} : { body }),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'same-origin',
        signal: limit,
      });
    } catch (cause) {
      throw new Problem(limit.aborted ? 'timed-out' : 'unreachable', {}, { cause });
    }
  }

  async function once<Value>(read: (body: Uint8Array<ArrayBuffer>) => Value, ask: Ask): Promise<Value> {
    const answer = await send(ask);
    nonce = answer.headers.get(NONCE_HEADER) ?? nonce;
    let body: Uint8Array<ArrayBuffer>;
    try {
      body = new Uint8Array(await answer.arrayBuffer());
    } catch (cause) {
      const late = cause instanceof DOMException && cause.name === 'TimeoutError';
      throw new Problem(late ? 'timed-out' : 'unreachable', retryAfter(answer), { cause });
    }
    if (!answer.ok) throw serverProblem(answer, readJson(body, answer));
    try {
      return read(body);
    } catch (cause) {
      throw new Problem('nonsense-answer', retryAfter(answer), { cause });
    }
  }

  /** The nonce may have grown old while we were out of reach: the answer brings a new one, and we ask again at once. */
  async function asked<Value>(read: (body: Uint8Array<ArrayBuffer>) => Value, ask: Ask): Promise<Value> {
    try {
      return await once(read, ask);
    } catch (thrown) {
      const stale: ProblemCode = 'stale-nonce';
      if (!(thrown instanceof Problem) || thrown.code !== stale) throw thrown;
      return once(read, ask);
    }
  }

  function request<Schema extends z.ZodMiniType>(schema: Schema, ask: Ask): Promise<z.output<Schema>> {
    return asked((body) => schema.parse(JSON.parse(new TextDecoder().decode(body))), ask);
  }

  const get = (path: string) => ({ method: 'GET', path, limitMs: limits.short }) as const;
  const post = (path: string, json: unknown, limitMs: number) => ({ method: 'POST', path, json, limitMs }) as const;
  const mediaPath = (mediaId: string) => `${PATHS.media}/${encodeURIComponent(mediaId)}`;

  return {
    hello: (installId, health) => request(helloAnswer, post(PATHS.hello, { installId, health }, limits.short)),
    push: (installId, health, operations) =>
      request(pushAnswer, post(PATHS.push, { installId, health, operations }, limits.push)),
    mediaStatus: (mediaId) => request(mediaAnswer, get(mediaPath(mediaId))),
    putChunk: (mediaId, index, bytes) =>
      request(mediaAnswer, { method: 'PUT', path: `${mediaPath(mediaId)}/${index}`, bytes, limitMs: limits.chunk }),
    pull: (cursor) => request(pullAnswer, get(`${PATHS.pull}?${pullQuery(cursor)}`)),
    enrol: (body) => request(enrolAnswer, post(PATHS.enrol, body, limits.short)),
    status: () => request(enrolAnswer, get(PATHS.enrolStatus)),
    asset: (sha256) => asked((body) => body, { ...get(`${PATHS.assets}/${sha256}`), limitMs: limits.chunk }),
    recover: (operations) => request(pushAnswer, post(PATHS.recover, { operations }, limits.push)),
  };
}

function pullQuery(cursor: string | null): string {
  const knows = `knows=${REFERENCE_LEVEL}`;
  return cursor === null ? knows : `cursor=${encodeURIComponent(cursor)}&${knows}`;
}

function readJson(body: Uint8Array, answer: Response): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw new Problem('nonsense-answer', retryAfter(answer), { cause });
  }
}

function serverProblem(answer: Response, said: unknown): Problem {
  const parsed = problemAnswer.safeParse(said);
  if (!parsed.success || !isProblemCode(parsed.data.problem)) return new Problem('nonsense-answer', retryAfter(answer));
  return new Problem(parsed.data.problem, { ...parsed.data.details, ...retryAfter(answer) });
}

function retryAfter(answer: Response): { retryAfterMs?: number } {
  const seconds = Number(answer.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(zipped).arrayBuffer());
}
