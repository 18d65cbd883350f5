import * as z from 'zod/mini';
import {
  auditPage,
  deskStatus,
  enrolmentCode,
  inboxDetail,
  inboxPage,
  orgSettings,
  person,
  personList,
  quarantinePage,
  tabletList,
  withdrawAnswer,
} from '../../domain/desk.ts';
import { isProblemCode, Problem, type ProblemCode } from '../../domain/problems.ts';
import { problemAnswer } from '../../domain/protocol.ts';
import type { DeskClient } from '../../ports/desk-client.ts';

const BASE = '/desk/v1';
const TIMEOUT_MS = 20_000;

export interface DeskClientOptions {
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds until a question without an answer counts as `timed-out`. */
  readonly timeoutMs?: number;
  /** Where the server is; the page's own address unless told. */
  readonly origin?: string;
}

interface Ask {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** The desk's link over fetch, with the session cookie. Nothing that comes back is believed before it is parsed. */
export function httpDeskClient(options: DeskClientOptions = {}): DeskClient {
  const { timeoutMs = TIMEOUT_MS, origin = '' } = options;

  async function text(path: string, { method = 'GET', body, signal }: Ask = {}): Promise<string> {
    const limit = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? limit : AbortSignal.any([limit, signal]);
    const headers: Record<string, string> = { accept: 'application/json' };
    if (method !== 'GET') headers['content-type'] = 'application/json';
    let answer: Response;
    let words: string;
    try {
      answer = await (options.fetch ?? globalThis.fetch)(`${origin}${BASE}${path}`, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'same-origin',
        signal: stop,
      });
      words = await answer.text();
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new Problem(limit.aborted ? 'timed-out' : 'unreachable', {}, { cause });
    }
    if (!answer.ok) throw problemFrom(answer, words);
    return words;
  }

  async function ask<Schema extends z.ZodMiniType>(schema: Schema, path: string, how?: Ask): Promise<z.output<Schema>> {
    const parsed = z.safeParse(schema, fromJson(await text(path, how)));
    if (!parsed.success) throw new Problem('nonsense-answer', {}, { cause: parsed.error });
    return parsed.data;
  }

  const id = encodeURIComponent;

  return {
    status: () => ask(deskStatus, '/status'),
    setUp: (body) => ask(deskStatus, '/setup', { method: 'POST', body }),
    signIn: (loginName, password) => ask(deskStatus, '/session', { method: 'POST', body: { loginName, password } }),
    changePassword: async (current, next) =>
      void (await text('/password', { method: 'POST', body: { current, next } })),
    signOut: async () => void (await text('/session', { method: 'DELETE' })),

    inbox: (query, signal) => ask(inboxPage, `/inbox${queryText(query)}`, { signal }),
    item: (entityId) => ask(inboxDetail, `/inbox/${id(entityId)}`),
    changeItem: (entityId, body) => ask(inboxDetail, `/inbox/${id(entityId)}`, { method: 'PATCH', body }),
    withdraw: async (code, scope) =>
      (await ask(withdrawAnswer, '/withdraw', { method: 'POST', body: { code, scope } })).found,

    quarantine: () => ask(quarantinePage, '/quarantine'),
    retryParked: async (inboxId) => void (await text(`/quarantine/${id(inboxId)}/retry`, { method: 'POST' })),
    exportParked: (inboxId) => text(`/quarantine/${id(inboxId)}/export`),

    tablets: async () => (await ask(tabletList, '/tablets')).tablets,
    newTabletCode: () => ask(enrolmentCode, '/tablets/code', { method: 'POST' }),
    changeTablet: async (deviceId, body) => void (await text(`/tablets/${id(deviceId)}`, { method: 'POST', body })),

    people: async () => (await ask(personList, '/people')).people,
    addPerson: (body) => ask(person, '/people', { method: 'POST', body }),
    changePerson: (actorId, body) => ask(person, `/people/${id(actorId)}`, { method: 'PATCH', body }),

    organisation: () => ask(orgSettings, '/organisation'),
    changeOrganisation: (body) => ask(orgSettings, '/organisation', { method: 'PATCH', body }),
    confirm: (what, confirmed) =>
      ask(orgSettings, '/organisation/confirm', { method: 'POST', body: { what, confirmed } }),

    audit: async () => (await ask(auditPage, '/audit')).entries,
  };
}

function queryText(query: Record<string, string | number | undefined>): string {
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
