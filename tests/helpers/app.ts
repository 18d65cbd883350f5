import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskBlobs } from '../../server/adapters/disk/disk-blobs.ts';
import { openSqlStore } from '../../server/adapters/sql/sql-store.ts';
import type { Sql } from '../../server/adapters/sql/sql.ts';
import { openSqlite } from '../../server/adapters/sqlite/sqlite.ts';
import { createApp } from '../../server/http/app.ts';
import { createMapWork } from '../../server/maps/map-work.ts';
import type { Deps } from '../../server/http/deps.ts';
import type { Passwords } from '../../server/http/desk/passwords.ts';
import { RateLimiter } from '../../server/http/rate-limit.ts';
import { workOnce } from '../../server/inbox/worker.ts';
import { createAccept } from '../../server/intake/accept.ts';
import { openKeyring } from '../../server/keys/keyring.ts';
import { setUp, setupToken } from '../../server/org/set-up.ts';
import type { Blobs } from '../../server/ports/blobs.ts';
import type { Role } from '../../src/domain/roles.ts';
import { cookieOf, TestTablet } from './test-tablet.ts';

export const PUBLIC_URL = 'https://listening.example.org';

export interface TestApp {
  readonly deps: Deps;
  /** Everything the server has logged. */
  readonly logged: string[];
  /** The server's clock; moves only when told. */
  clock: { ms: number };
  send(request: Request): Promise<Response>;
  ask(path: string, init?: Ask): Promise<Response>;
  /** The worker, until nothing waits. */
  work(): Promise<void>;
  /** A cookie for somebody of this role. Champions and volunteers get a session as if by mistake. */
  cookieFor(role: Role): Promise<string>;
  tablet(label?: string, approve?: boolean): Promise<TestTablet>;
  newCode(): Promise<string>;
  close(): Promise<void>;
}

export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Not argon2: these tests are about doors, not about time. */
const plainPasswords: Passwords = {
  hash: (password) => Promise.resolve(`plain:${password}`),
  matches: (passwordHash, password) => Promise.resolve(passwordHash === `plain:${password}`),
};

/** The real routes over a real SQLite store, without a network and with a clock of our own. */
export async function testApp(
  over: { rateLimits?: boolean; passwords?: Passwords; dist?: string; blobs?: (blobs: Blobs) => Blobs; sql?: Sql } = {},
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'said-app-'));
  const clock = { ms: Date.parse('2026-11-22T09:00:00.000Z') };
  const now = () => new Date(clock.ms);
  const store = await openSqlStore(over.sql ?? openSqlite(join(folder, 'test.db')), () => now().toISOString());
  const keys = await openKeyring(join(folder, 'keys', 'organisation.json'));
  const disk = await openDiskBlobs(join(folder, 'media'));
  const logged: string[] = [];
  const keep =
    (level: string) =>
    (event: string, facts: object = {}) =>
      void logged.push(JSON.stringify({ level, event, ...facts }));
  const blobs = over.blobs?.(disk) ?? disk;
  const log = { info: keep('info'), warn: keep('warn') };
  const deps: Deps = {
    store,
    blobs,
    keys,
    passwords: over.passwords ?? plainPasswords,
    limiter: new RateLimiter(() => clock.ms, over.rateLimits ?? true),
    log,
    now,
    accept: createAccept(store),
    maps: createMapWork({ store, blobs, folder: join(folder, 'maps'), log, now }),
    publicUrl: () => PUBLIC_URL,
    epoch: 'epoch-1',
    appVersion: 'test',
    dist: over.dist ?? null,
    trustProxy: false,
    nudgeWorker: () => {},
    ready: () => true,
  };
  const app = createApp(deps);
  const send = async (request: Request) => app.fetch(request);
  const ask = (path: string, { method, body, cookie, headers = {} }: Ask = {}) =>
    send(
      new Request(new URL(path, PUBLIC_URL), {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          'sec-fetch-site': 'same-origin',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookie === undefined ? {} : { cookie }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );

  const first = {
    token: await setupToken(store),
    organisation: 'Riverside Listening',
    displayName: 'Ada Example',
    loginName: 'ada',
    password: 'correct horse battery',
  };
  const adminId = await setUp({ store, keys }, first, await deps.passwords.hash(first.password), now().toISOString());

  const cookieFor = async (role: Role): Promise<string> => {
    const { startSession } = await import('../../server/http/desk/sessions.ts');
    let actorId = adminId;
    if (role !== 'admin') {
      actorId = crypto.randomUUID();
      const loginName = `${role}-${actorId.slice(0, 8)}`;
      const passwordHash = await deps.passwords.hash(first.password);
      await store.people.add({ actorId, displayName: `A ${role}`, role, loginName, passwordHash, active: true });
    }
    const line = await startSession(actorId, deps, now().toISOString());
    return cookieOf(new Response(null, { headers: { 'set-cookie': line } }));
  };
  const newCode = async () => {
    const cookie = await cookieFor('admin');
    const answer = await ask('/desk/v1/tablets/code', { method: 'POST', cookie });
    return ((await answer.json()) as { code: string }).code;
  };

  return {
    deps,
    logged,
    clock,
    send,
    ask,
    work: async () => {
      while ((await workOnce({ store, keyring: keys, blobs: deps.blobs, now })) > 0);
    },
    cookieFor,
    newCode,
    tablet: async (label = 'Tablet', approve = true) => {
      const tablet = await TestTablet.enrol(() => PUBLIC_URL, await newCode(), label, send);
      if (approve) await store.devices.setState(tablet.deviceId, 'approved');
      return tablet;
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
