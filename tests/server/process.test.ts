import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { inboxPage } from '../../src/domain/desk.ts';
import { aQuickNote, CaptureMaker, eventually } from '../helpers/captures.ts';
import { ADMIN, startServer } from '../helpers/server.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ROOT = join(import.meta.dirname, '..', '..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'said-process-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `node server/main.ts ...` to its end. */
async function runMain(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['server/main.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', BACKUP: 'off', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, out, err };
}

describe('starting', () => {
  test.each([
    ['PORT', 'abc', /^PORT is "abc", but it must be a whole number/],
    ['DATABASE_URL', 'mysql://u:secret@h/d', /^DATABASE_URL is "mysql:\/\/…@h\/d", but it must be/],
    ['MEDIA_URL', 'nowhere', /^MEDIA_URL is "nowhere", but it must be/],
    ['PUBLIC_URL', 'example', /^PUBLIC_URL is "example", but it must be/],
  ])('with a wrong %s ends with one plain sentence and code 2', async (name, value, sentence) => {
    const { code, err } = await runMain(['serve'], { DATA_DIR: join(folder, 'never'), [name]: value });
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(sentence);
  });

  test('on a port that is taken, or with a database that is away, says so', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const port = String((taken.address() as AddressInfo).port);
    const busy = await runMain(['serve'], { DATA_DIR: join(folder, 'busy'), PORT: port });
    taken.close();
    expect([busy.code, busy.err]).toEqual([1, expect.stringContaining(`Port ${port} is in use by another program.`)]);
    const url = `postgres://said:hunter2@127.0.0.1:${port}/said`;
    const away = await runMain(['serve'], { DATA_DIR: join(folder, 'away'), PORT: '0', DATABASE_URL: url });
    expect([away.code, away.err]).toEqual([1, expect.stringContaining('did not let Said & Done in')]);
    expect(away.err).not.toContain('hunter2');
  });

  test('with a word it does not know, says what it knows', async () => {
    for (const args of [['dance'], ['backup'], ['restore', 'a', 'b']]) {
      const { code, err } = await runMain(args, { DATA_DIR: join(folder, 'never') });
      expect([code, err]).toEqual([2, expect.stringContaining('Use: node server/main.ts')]);
    }
  });

  test('again before set-up shows the same link; after it, none', async () => {
    const server = await startServer();
    try {
      const link = server.setupLink();
      expect(link).toMatch(/^http:\/\/localhost:\d+\/desk\/setup#[\w-]{32}$/);
      await server.restart();
      // What it prints comes through a pipe, a moment later.
      await expect.poll(() => server.output().split(link)).toHaveLength(3);
      await server.setUp();
      const before = server.output().length;
      await server.restart();
      expect(server.output().slice(before)).not.toContain('/desk/setup');
      await server.signIn(ADMIN);
    } finally {
      await server.dispose();
    }
  });

  test('without its key file, or with another one, it refuses to go on and makes no new key', async () => {
    const server = await startServer();
    const [mine, other] = [join(server.dataDir, 'keys', 'organisation.json'), join(folder, 'other-key.json')];
    try {
      await server.setUp();
      await server.stop();
      await copyFile(mine, join(folder, 'kept-key.json'));
      await rm(mine);
      const missing = await runMain(['serve'], { DATA_DIR: server.dataDir, PORT: '0' });
      expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('is not there, and without it')]);
      expect(await readdir(join(server.dataDir, 'keys'))).toEqual([]);
      const stranger = await startServer({ env: { KEY_FILE: other } });
      await stranger.dispose();
      await copyFile(other, mine);
      const wrong = await runMain(['serve'], { DATA_DIR: server.dataDir, PORT: '0' });
      expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('does not hold the key')]);
      await copyFile(join(folder, 'kept-key.json'), mine);
      await server.restart();
      await server.signIn(ADMIN);
    } finally {
      await server.dispose();
    }
  });
});

describe('stopping', () => {
  test('calmly: what is under way is finished, then it ends with 0', async () => {
    const server = await startServer();
    try {
      const desk = await server.setUp();
      const tablet = await server.approveTablet(desk);
      const make = new CaptureMaker(tablet);
      const operations = await Promise.all(
        Array.from({ length: 12 }, async (_, i) => make.operation(aQuickNote(`under way ${i}`))),
      );
      const pushes = operations.map((operation) => tablet.push([operation]));
      await pushes[0];
      const code = server.stop();
      const settled = await Promise.allSettled(pushes);
      expect(await code).toBe(0);
      await expect.poll(() => server.output()).toContain('"event":"stopped"');
      await server.restart();
      const acknowledged = operations.filter((_, i) => settled[i]?.status === 'fulfilled');
      expect(acknowledged.length).toBeGreaterThan(0);
      const again = await tablet.push(acknowledged);
      expect(new Set(again.verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['duplicate']));
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    } finally {
      await server.dispose();
    }
  });
});

describe('backup and restore, as commands', () => {
  test('a restored server has everything, and says that it is another one', async () => {
    const server = await startServer();
    const backupDir = join(folder, 'backup');
    const restored = join(folder, 'restored');
    try {
      const desk = await server.setUp();
      const tablet = await server.approveTablet(desk);
      const make = new CaptureMaker(tablet);
      await tablet.push([await make.operation(aQuickNote('in the backup'))]);
      const inbox = async () => inboxPage.parse(await (await desk('/desk/v1/inbox')).json());
      await eventually(inbox, ({ items }) => items.length === 1);
      const { serverEpoch } = (await tablet.hello()).standing;

      const made = await runMain(['backup', backupDir], { DATA_DIR: server.dataDir });
      expect([made.code, made.err]).toEqual([0, '']);
      expect(made.out).toContain('1 records as they arrived');
      expect((await tablet.hello()).standing.durableThrough).toBe(1);
      await tablet.push([await make.operation(aQuickNote('after the backup'))]);
      const inUse = await runMain(['restore', backupDir], { DATA_DIR: server.dataDir });
      expect([inUse.code, inUse.err]).toEqual([1, expect.stringContaining('in use already')]);

      const port = new URL(server.url).port;
      await server.stop();
      const done = await runMain(['restore', backupDir], { DATA_DIR: restored });
      expect([done.code, done.out]).toEqual([0, expect.stringContaining('put your copy of the key file')]);
      const early = await runMain(['serve'], { DATA_DIR: restored, PORT: '0' });
      expect(early.err).toContain('is not there, and without it');
      await mkdir(join(restored, 'keys'), { recursive: true });
      await copyFile(join(server.dataDir, 'keys', 'organisation.json'), join(restored, 'keys', 'organisation.json'));
      const second = await startServer({ env: { DATA_DIR: restored, PORT: port } });
      try {
        const { standing } = await tablet.hello();
        expect(standing).toMatchObject({ haveThrough: 1 });
        expect(standing.serverEpoch).not.toBe(serverEpoch);
        const again = await second.signIn(ADMIN);
        const page = inboxPage.parse(await (await again('/desk/v1/inbox')).json());
        expect(page.items.map(({ headline }) => headline)).toEqual(['in the backup']);
      } finally {
        await second.dispose();
      }
    } finally {
      await server.dispose();
    }
  });

  test('a backup is made by itself, soon after the start', async () => {
    const server = await startServer({ env: { BACKUP: 'on' } });
    try {
      await server.setUp();
      const days = async () => readdir(join(server.dataDir, 'backups')).catch((): string[] => []);
      const limit = Date.now() + 50_000;
      while (!server.output().includes('backup-made') && Date.now() < limit) {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      expect(server.output()).toContain('"event":"backup-made"');
      expect((await days()).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))).toHaveLength(1);
    } finally {
      await server.dispose();
    }
  });
});
