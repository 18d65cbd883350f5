import * as z from 'zod/mini';
import { isProblemCode, Problem, type ProblemCode } from '../../domain/problems.ts';
import { problemAnswer } from '../../domain/protocol.ts';

const BASE = '/desk/v1';
const TIMEOUT_MS = 20_000;

export interface DeskLinkOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds until a question without an answer counts as `timed-out`. */
  readonly timeoutMs?: number;
  /** Where the server is; the page's own address unless told. */
  readonly origin?: string;
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a Blob goes as the bytes it is. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds, where a large file needs longer than a question. */
  readonly timeoutMs?: number;
}

/** One question over fetch with the session cookie. Nothing that comes back is believed before it is parsed. */
export interface DeskLink {
  /** Throws a Problem unless the answer is a good one; 304 counts as one. */
  answer<Read>(path: string, how: Ask, read: (answer: Response) => Promise<Read>): Promise<Read>;
  text(path: string, how?: Ask): Promise<string>;
  ask<Schema extends z.ZodMiniType>(schema: Schema, path: string, how?: Ask): Promise<z.output<Schema>>;
}

export function openDeskLink(options: DeskLinkOptions): DeskLink {
  const { timeoutMs = TIMEOUT_MS, origin = '' } = options;

  async function answer<Read>(path: string, how: Ask, read: (answer: Response) => Promise<Read>): Promise<Read> {
    const { method = 'GET', body, signal } = how;
    const limit = AbortSignal.timeout(how.timeoutMs ?? timeoutMs);
    const stop = signal === undefined ? limit : AbortSignal.any([limit, signal]);
    const bytes = body instanceof Blob;
    const headers: Record<string, string> = { accept: 'application/json', ...how.headers };
    if (method !== 'GET') headers['content-type'] ??= 'application/json';
    try {
      const came = await (options.fetch ?? globalThis.fetch)(`${origin}${BASE}${path}`, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: bytes ? body : JSON.stringify(body ?? {}) }),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'same-origin',
        signal: stop,
      });
      if (!came.ok && came.status !== 304) throw problemFrom(came, await came.text());
      return await read(came);
    } catch (cause) {
      if (cause instanceof Problem || signal?.aborted) throw cause;
      throw new Problem(limit.aborted ? 'timed-out' : 'unreachable', {}, { cause });
    }
  }

  const text = (path: string, how: Ask = {}): Promise<string> => answer(path, how, (came) => came.text());

  return {
    answer,
    text,
    async ask(schema, path, how) {
      return parsed(schema, await text(path, how));
    },
  };
}

/** Throws Problem('nonsense-answer') for what is not JSON of this shape. */
export function parsed<Schema extends z.ZodMiniType>(schema: Schema, words: string): z.output<Schema> {
  const read = z.safeParse(schema, fromJson(words));
  if (!read.success) throw new Problem('nonsense-answer', {}, { cause: read.error });
  return read.data;
}

export function queryText(query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  return search.size === 0 ? '' : `?${search.toString()}`;
}

function fromJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch (cause) {
    throw new Problem('nonsense-answer', {}, { cause });
  }
}

/** Where the answer names no problem of ours (a proxy, a portal), its status has to do. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many-requests',
  503: 'server-busy',
  507: 'disk-low',
};

function problemFrom(answer: Response, words: string): Problem {
  const details: Record<string, string | number> = {};
  const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(retryAfter)) details['retryAfterMs'] = retryAfter * 1000;
  let code: ProblemCode | null = null;
  try {
    const told = z.safeParse(problemAnswer, JSON.parse(words));
    if (told.success && isProblemCode(told.data.problem)) {
      code = told.data.problem;
      Object.assign(details, told.data.details);
    }
  } catch {
    // not our words: the status decides
  }
  code ??= BY_STATUS[answer.status] ?? (answer.status >= 500 ? 'server-failed' : 'bad-request');
  return new Problem(code, details);
}
