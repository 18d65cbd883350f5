import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { InboxDetail, InboxItem, InboxPage, Quarantined, Tablet } from '../../../src/domain/desk.ts';
import { type FaultProxy, startFaultProxy } from '../fault-proxy.ts';
import { ADMIN, type DeskFetch, type StartOptions, type TestServer, startServer } from '../server.ts';

/** An organisation at work: the real server in its own process, a desk that is signed in, and links that can be broken. */
export interface Place {
  readonly server: TestServer;
  desk(): DeskFetch;
  /** A new link to the server; each tablet has its own. */
  link(): Promise<FaultProxy>;
  /** One more server process on the same database, keys and media; from now on every link asks them in turn. */
  addServer(): Promise<void>;
  /** Signs in again, as one must after another server process took over. */
  signInAgain(): Promise<void>;
  inbox(): Promise<readonly InboxItem[]>;
  record(entityId: string): Promise<InboxDetail>;
  /** Waits until the inbox is as it should be. */
  inboxShows(holds: (items: readonly InboxItem[]) => boolean): Promise<readonly InboxItem[]>;
  quarantine(): Promise<readonly Quarantined[]>;
  tablets(): Promise<readonly Tablet[]>;
  revoke(deviceId: string): Promise<void>;
  /** Takes a verified backup with the server's own command, beside the running server. */
  backup(): Promise<void>;
  /** The machine is lost; the last backup is put into an empty folder (the key was kept elsewhere), and the server starts. */
  restore(): Promise<void>;
  /** Runs at the end, last first. */
  onClose(work: () => Promise<unknown>): void;
  close(): Promise<void>;
}

export async function aPlace(options: StartOptions = {}): Promise<Place> {
  // Many tablets on one address enrol within seconds here, which a real server rightly slows down.
  const env = { RATE_LIMITS: 'off', ...options.env };
  const server = await startServer({ ...options, env });
  const closing: (() => Promise<unknown>)[] = [() => server.dispose()];
  let desk = await server.setUp();
  let backupDir: string | null = null;
  const servers: TestServer[] = [server];
  let turn = 0;
  const command = (what: 'backup' | 'restore', folder: string) =>
    promisify(execFile)(process.execPath, ['server/main.ts', what, folder], {
      cwd: join(import.meta.dirname, '..', '..', '..'),
      env: { PATH: process.env['PATH'] ?? '', ...options.env, DATA_DIR: server.dataDir },
    });

  const ask = async <Answer>(path: string): Promise<Answer> => {
    const answer = await desk(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const inbox = async (): Promise<readonly InboxItem[]> => {
    const items: InboxItem[] = [];
    let before = '';
    for (;;) {
      const page: InboxPage = await ask<InboxPage>(`/desk/v1/inbox?limit=200${before}`);
      items.push(...page.items);
      if (page.next === null) return items;
      before = `&before=${encodeURIComponent(page.next)}`;
    }
  };
  return {
    server,
    desk: () => desk,
    async link() {
      const target = () => {
        turn += 1;
        return servers[turn % servers.length]?.url ?? server.url;
      };
      const proxy = await startFaultProxy({ target });
      closing.push(() => proxy.stop());
      return proxy;
    },
    async addServer() {
      const more = await startServer({ ...options, env: { ...env, DATA_DIR: server.dataDir } });
      servers.push(more);
      closing.push(() => more.stop());
    },
    async signInAgain() {
      desk = await server.signIn(ADMIN);
    },
    inbox,
    record: (entityId) => ask<InboxDetail>(`/desk/v1/inbox/${entityId}`),
    async inboxShows(holds) {
      const limit = Date.now() + 30_000;
      for (;;) {
        const items = await inbox();
        if (holds(items)) return items;
        if (Date.now() > limit) throw new Error(`the inbox never came to it: ${JSON.stringify(items).slice(0, 600)}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    quarantine: async () => (await ask<{ items: Quarantined[] }>('/desk/v1/quarantine')).items,
    tablets: async () => (await ask<{ tablets: Tablet[] }>('/desk/v1/tablets')).tablets,
    async revoke(deviceId) {
      const answer = await desk(`/desk/v1/tablets/${deviceId}`, { body: { action: 'revoke' } });
      if (!answer.ok) throw new Error(`revoking was refused: ${answer.status}`);
    },
    async backup() {
      backupDir ??= await mkdtemp(join(tmpdir(), 'said-backup-'));
      await command('backup', backupDir);
    },
    async restore() {
      if (backupDir === null) throw new Error('there is no backup');
      await server.kill();
      for (const name of await readdir(server.dataDir)) {
        if (name !== 'keys') await rm(join(server.dataDir, name), { recursive: true, force: true });
      }
      await command('restore', backupDir);
      await server.restart();
      desk = await server.signIn(ADMIN);
    },
    onClose: (work) => void closing.push(work),
    async close() {
      for (const work of closing.reverse()) await work();
      if (backupDir !== null) await rm(backupDir, { recursive: true, force: true });
    },
  };
}
