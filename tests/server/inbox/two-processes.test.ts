import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openPostgres } from '../../../server/adapters/postgres/postgres.ts';
import { openSqlStore } from '../../../server/adapters/sql/sql-store.ts';
import { openSqlite } from '../../../server/adapters/sqlite/sqlite.ts';
import { createAccept } from '../../../server/intake/accept.ts';
import { openKeyring } from '../../../server/keys/keyring.ts';
import type { Operation } from '../../../src/domain/envelope.ts';
import { freshDatabase } from '../../helpers/postgres.ts';
import { aConversation, sealOperation } from '../../helpers/sealed-operations.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const WORKER = join(import.meta.dirname, '..', '..', 'helpers', 'worker-process.ts');
const RECORDS = 120;

describe('two server processes on one database', () => {
  const undo: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  test.each(['PostgreSQL', 'SQLite'])(
    'file everything once, in order, on %s, even when one of them is killed',
    async (kind) => {
      const folder = await mkdtemp(join(tmpdir(), 'said-two-'));
      undo.push(() => rm(folder, { recursive: true, force: true }));
      let address = join(folder, 'data.db');
      if (kind === 'PostgreSQL') {
        const { url, drop } = await freshDatabase();
        undo.push(drop);
        address = url;
      }
      const store = await openSqlStore(kind === 'PostgreSQL' ? openPostgres(address, 4) : openSqlite(address));
      undo.push(() => store.close());
      const keyFile = join(folder, 'keys.json');
      const keyring = await openKeyring(keyFile);
      const start = async () => {
        const child = spawn(process.execPath, [WORKER, address, keyFile, join(folder, 'media')], {
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        undo.push(async () => child.kill('SIGKILL'));
        await once(child.stdout, 'data');
        return child;
      };
      const workers = await Promise.all([start(), start()]);

      const installId = randomUUID();
      const operations: Operation[] = [];
      for (let seq = 1; seq <= RECORDS; seq += 1) {
        // Every third one corrects the one before it.
        const before = seq % 3 === 0 ? operations.at(-1) : undefined;
        const common = { key: keyring.current(), kind: 'conversation', installId, seq };
        const body = aConversation({ said: `Word ${seq}` });
        operations.push(
          await sealOperation(
            before === undefined
              ? { ...common, body }
              : { ...common, body, entityId: before.entityId, amends: before.opId },
          ),
        );
      }
      const accept = createAccept(store);
      const push = async (part: readonly Operation[]) => {
        const verdicts = await accept(part, { deviceId: null, park: null }, new Date().toISOString());
        expect(verdicts.every(({ verdict }) => verdict === 'stored')).toBe(true);
      };
      const half = RECORDS / 2;
      for (let at = 0; at < half; at += 10) await push(operations.slice(at, at + 10));
      await expect.poll(() => store.queue.waitingCount(), { timeout: 20_000 }).toBe(0);
      await push(operations.slice(half));
      workers[0].kill('SIGKILL');
      // What the killed one had leased comes free when its lease runs out: here, at once.
      await once(workers[0], 'close');
      await store.sql.transaction((tx) => tx.query(`UPDATE inbox SET lease_until = NULL WHERE state = 'waiting'`));
      await expect.poll(() => store.queue.waitingCount(), { timeout: 20_000 }).toBe(0);

      const [records] = await store.sql.query<{ count: number }>('SELECT count(*) AS count FROM records');
      expect(records?.count).toBe(RECORDS);
      const history = await store.sql.query<{ what: string; count: number }>(
        'SELECT what, count(*) AS count FROM history GROUP BY what ORDER BY what',
      );
      expect(history).toEqual([
        { what: 'amended', count: RECORDS / 3 },
        { what: 'arrived', count: (RECORDS / 3) * 2 },
      ]);
      const order = await store.sql.query<{ what: string }>('SELECT what FROM history ORDER BY entity_id, id');
      expect(order.filter(({ what }, i) => what === 'amended' && order[i - 1]?.what !== 'arrived')).toEqual([]);
      expect((await store.queue.quarantined(10)).total).toBe(0);
      const survivor = workers[1];
      survivor.stdin.end();
      const [code] = (await once(survivor, 'close')) as [number];
      expect(code).toBe(0);
    },
    60_000,
  );
});
