import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookieOf, TestTablet } from './test-tablet.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;

export interface StartOptions {
  /** Settings on top of the defaults: a free port, a new folder, no automatic backup. */
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: 'serve' | 'example';
}

/** A fetch that is signed in at the desk. Takes a path; sends JSON; returns the answer as it is. */
export type DeskFetch = (
  path: string,
  init?: { method?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<Response>;

export interface Account {
  readonly loginName: string;
  readonly password: string;
  readonly displayName: string;
}

export const ADMIN: Account = { loginName: 'ada', password: 'correct horse battery', displayName: 'Ada Example' };

export interface TestServer {
  /** Where it listens, such as `http://localhost:41234`; the same after a restart. */
  readonly url: string;
  readonly dataDir: string;
  /** All that was printed so far, both streams. */
  output(): string;
  /** The link of the first run. Throws when none was printed. */
  setupLink(): string;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: no warning at all. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder (stopping it first when it still runs). */
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  dispose(): Promise<void>;
  /** First run: names the organisation, makes the first account, returns a fetch that is signed in as it. */
  setUp(account?: Account, organisation?: string): Promise<DeskFetch>;
  signIn(account: Account): Promise<DeskFetch>;
  /** Enrols a new tablet with a one-time code and approves it at the desk. */
  approveTablet(desk: DeskFetch, label?: string): Promise<TestTablet>;
}

/** The real server (`node server/main.ts`) as a child process on a free port with a folder of its own. */
export async function startServer(options: StartOptions = {}): Promise<TestServer> {
  const dataDir = options.env?.['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'said-server-')));
  let child: ChildProcess;
  let printed = '';
  let url = '';

  const run = async (port: string) => {
    const inherited = Object.fromEntries(
      ['PATH', 'HOME', 'TMPDIR', 'NODE_V8_COVERAGE', 'DIST_DIR'].flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const env = { ...inherited, BACKUP: 'off', DATA_DIR: dataDir, ...options.env, PORT: port };
    const args = ['server/main.ts', options.command ?? 'serve'];
    child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const from = printed.length;
    child.stdout?.on('data', (piece: Buffer) => (printed += piece.toString()));
    child.stderr?.on('data', (piece: Buffer) => (printed += piece.toString()));
    const limit = Date.now() + START_LIMIT_MS;
    for (;;) {
      const address = /is ready: (http\S+)\n/.exec(printed.slice(from))?.[1];
      if (address !== undefined) {
        url = address;
        return;
      }
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > limit) {
        throw new Error(`the server did not start:\n${printed.slice(from)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (!ended()) {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      await exit;
      clearTimeout(late);
    }
    return child.exitCode;
  };
  const kill = async () => {
    if (ended()) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  };

  const send = async (path: string, method: string, body: unknown, headers: Record<string, string>) =>
    fetch(new URL(path, url), {
      method,
      headers: { 'sec-fetch-site': 'same-origin', ...(body === undefined ? {} : JSON_BODY), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const deskFetch = (answer: Response): DeskFetch => {
    const cookie = cookieOf(answer);
    return (path, init = {}) =>
      send(path, init.method ?? (init.body === undefined ? 'GET' : 'POST'), init.body, { cookie, ...init.headers });
  };
  const signIn = async ({ loginName, password }: Account) => {
    const answer = await send('/desk/v1/session', 'POST', { loginName, password }, {});
    if (!answer.ok) throw new Error(`sign-in was refused: ${answer.status} ${await answer.text()}`);
    return deskFetch(answer);
  };

  await run(options.env?.['PORT'] ?? '0');
  const server: TestServer = {
    get url() {
      return url;
    },
    dataDir,
    output: () => printed,
    setupLink: () => {
      const link = /(http\S+\/desk\/setup#\S+)/.exec(printed)?.[1];
      if (link === undefined) throw new Error(`no link for the first run was printed:\n${printed}`);
      return link;
    },
    stop,
    kill,
    restart: async () => {
      await stop();
      await run(new URL(url).port);
    },
    dispose: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
    setUp: async (account = ADMIN, organisation = 'Riverside Listening') => {
      const token = new URL(server.setupLink()).hash.slice(1);
      const answer = await send('/desk/v1/setup', 'POST', { token, organisation, ...account }, {});
      if (!answer.ok) throw new Error(`set-up was refused: ${answer.status} ${await answer.text()}`);
      return deskFetch(answer);
    },
    signIn,
    approveTablet: async (desk, label = 'Tablet 1') => {
      const { code } = (await (await desk('/desk/v1/tablets/code', { method: 'POST' })).json()) as { code: string };
      const tablet = await TestTablet.enrol(() => url, code, label);
      const approved = await desk(`/desk/v1/tablets/${tablet.deviceId}`, { body: { action: 'approve' } });
      if (approved.status !== 204) throw new Error(`approval was refused: ${approved.status}`);
      return tablet;
    },
  };
  return server;
}

const JSON_BODY = { 'content-type': 'application/json' };
