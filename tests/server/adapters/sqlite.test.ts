import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSqlStore } from '../../../server/adapters/sql/sql-store.ts';
import { openSqlite } from '../../../server/adapters/sqlite/sqlite.ts';
import { arrivalsOf, NOW } from '../../contracts/store/arrivals.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const WRITER = join(import.meta.dirname, '..', '..', 'helpers', 'writer-process.ts');
const KILLS = 25;

describe('SQLite', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-sqlite-'));
    file = join(folder, 'data.db');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('its files are for the server alone', async () => {
    const store = await openSqlStore(openSqlite(file));
    await store.settings.set('a', 'b');
    const names = await readdir(folder);
    expect(names).toContain('data.db-wal');
    for (const name of names) expect([name, (await stat(join(folder, name))).mode & 0o077]).toEqual([name, 0]);
    await store.close();
  });

  const writer = (installId: string, first: number) => {
    const child = spawn(process.execPath, [WRITER, file, installId, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    // A line that was cut off by the kill was never fully said.
    const answered = () =>
      said
        .slice(0, said.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean)
        .map(Number);
    return { child, answered };
  };

  test(`loses nothing it answered for in ${KILLS} kills in the middle of writing`, async () => {
    await (await openSqlStore(openSqlite(file))).close();
    let total = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const installId = randomUUID();
      const { child, answered } = writer(installId, 1);
      await expect.poll(() => answered().length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0);
      await sleep((kill * 7) % 40);
      child.kill('SIGKILL');
      await once(child, 'close');
      const reader = new DatabaseSync(file);
      const rows = reader.prepare('SELECT seq FROM inbox WHERE install_id = ?').all(installId) as { seq: number }[];
      const [check] = reader.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
      reader.close();
      const stored = new Set(rows.map(({ seq }) => seq));
      expect(answered().filter((seq) => !stored.has(seq))).toEqual([]);
      expect(rows).toHaveLength(stored.size);
      expect(check?.integrity_check).toBe('ok');
      const store = await openSqlStore(openSqlite(file));
      const { haveThrough, missing } = await store.queue.standing(installId, null);
      const gaps = missing.reduce((sum, [first, last]) => sum + last - first + 1, 0);
      expect(Math.max(haveThrough, ...stored) - gaps).toBe(stored.size);
      await store.close();
      total += stored.size;
    }
    expect(total).toBeGreaterThan(KILLS * 8);
  }, 120_000);

  test('two processes on one file count everything once', async () => {
    const store = await openSqlStore(openSqlite(file));
    const installs = [randomUUID(), randomUUID()];
    const writers = installs.map((installId) => writer(installId, 1));
    const own = randomUUID();
    let pushed = 0;
    while (writers.some(({ answered }) => answered().length < 100)) {
      await store.queue.add(arrivalsOf(own, pushed + 1, pushed + 3), NOW);
      pushed += 3;
    }
    for (const { child } of writers) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    expect(await store.queue.haveThrough(own)).toBe(pushed);
    for (const [i, installId] of installs.entries()) {
      const said = writers[i]?.answered() ?? [];
      expect(await store.queue.haveThrough(installId)).toBeGreaterThanOrEqual(Math.max(...said) - 8);
      const rows = await store.sql.query<{ seq: number }>('SELECT seq FROM inbox WHERE install_id = ?', [installId]);
      const stored = new Set(rows.map(({ seq }) => seq));
      expect(said.filter((seq) => !stored.has(seq))).toEqual([]);
    }
    await store.close();
  }, 60_000);

  test('a write that fails undoes itself alone; the others of its commit stand', async () => {
    const sql = openSqlite(file);
    const store = await openSqlStore(sql);
    const results = await Promise.allSettled([
      store.settings.set('a', '1'),
      sql.transaction(async (tx) => {
        await tx.query(`INSERT INTO settings (key, value) VALUES ('b', '2')`);
        throw new Error('no');
      }),
      store.settings.set('c', '3'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([...(await store.settings.all()).keys()]).toEqual(['a', 'c']);
    await store.close();
  });

  test('nobody reads what is not committed yet, and a snapshot stays as it was', async () => {
    const sql = openSqlite(file);
    const store = await openSqlStore(sql);
    await store.settings.set('a', 'before');
    let seen: unknown;
    await sql.transaction(async (tx) => {
      await tx.query(`UPDATE settings SET value = 'after'`);
      seen = await store.settings.get('a');
    });
    expect(seen).toBe('before');
    await sql.snapshot(async (db) => {
      const first = await db.query('SELECT value FROM settings');
      await store.settings.set('a', 'later');
      expect(await db.query('SELECT value FROM settings')).toEqual(first);
    });
    expect(await store.settings.get('a')).toBe('later');
    await store.close();
  });

  test('an older program does not touch a newer database', async () => {
    const store = await openSqlStore(openSqlite(file));
    await store.sql.transaction((tx) => tx.query(`INSERT INTO migrations (version, at) VALUES (99, '')`));
    await store.close();
    await expect(openSqlStore(openSqlite(file))).rejects.toThrow(/version 99/);
  });

  test('runs with a write-ahead log that is flushed at every commit', async () => {
    const store = await openSqlStore(openSqlite(file));
    const [mode] = await store.sql.query<{ journal_mode: string }>('PRAGMA journal_mode');
    const [level] = await store.sql.query<{ synchronous: number }>('PRAGMA synchronous');
    const [keys] = await store.sql.query<{ foreign_keys: number }>('PRAGMA foreign_keys');
    expect([mode?.journal_mode, level?.synchronous, keys?.foreign_keys]).toEqual(['wal', 2, 1]);
    await store.close();
  });
});
