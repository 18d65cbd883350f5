import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Cell, Reader, Sql } from '../sql/sql.ts';

const BUSY_MS = 10_000;
const TRIES = 5;

interface Job {
  run(tx: Reader): Promise<void>;
  settle(failure: { error: unknown } | null): void;
}

/**
 * SQLite in one file: WAL, every commit flushed (`synchronous=FULL`), safe with several processes. One connection
 * writes, another reads, so that readers see only what is committed. Writes asked for within one turn of the event loop
 * share one BEGIN IMMEDIATE .. COMMIT, each in a savepoint of its own, and all are answered after that commit.
 */
export function openSqlite(file: string): Sql {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Names and promises stand in it readable: nobody else on this machine may look. The files beside it take its mode.
  closeSync(openSync(file, 'a', 0o600));
  const writer = connect(file);
  const reader = connect(file);
  const writing = reading(writer);
  let waiting: Job[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  // One round per turn of the event loop, so that writes never keep requests from being read.
  const round = async (): Promise<void> => {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    const jobs = waiting;
    waiting = [];
    await runTogether(writer, writing, jobs);
    running = waiting.length > 0 ? round() : null;
  };
  const start = (): void => {
    running ??= round();
  };
  const transaction = <T>(work: (tx: Reader) => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new Error('the database is closed'));
    return new Promise<T>((resolve, reject) => {
      let result: T;
      waiting.push({
        run: async (tx) => {
          result = await work(tx);
        },
        settle: (failure) => {
          if (failure === null) resolve(result);
          else reject(failure.error);
        },
      });
      start();
    });
  };

  return {
    ...reading(reader),
    transaction,
    alone: transaction,
    async snapshot(work) {
      const connection = connect(file);
      try {
        connection.exec('BEGIN');
        return await work(reading(connection));
      } finally {
        connection.close();
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      for (let last = running; last !== null; last = running) await last;
      reader.close();
      writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      writer.close();
    },
  };
}

function connect(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  connection.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY',
  );
  return connection;
}

function reading(connection: DatabaseSync): Reader {
  const prepared = new Map<string, StatementSync>();
  return {
    dialect: 'sqlite',
    async query<R>(text: string, values: readonly Cell[] = []) {
      let statement = prepared.get(text);
      if (statement === undefined) {
        statement = connection.prepare(text);
        prepared.set(text, statement);
      }
      return statement.all(...values) as unknown as readonly R[];
    },
  };
}

/** One commit for all of them. A job that fails is undone alone; a commit that fails is told to every job. */
async function runTogether(connection: DatabaseSync, tx: Reader, jobs: readonly Job[]): Promise<void> {
  const failures = new Map<Job, unknown>();
  try {
    await begin(tx);
    for (const job of jobs) {
      await tx.query('SAVEPOINT one');
      try {
        await job.run(tx);
      } catch (error) {
        failures.set(job, error);
        // A full disk undoes the whole transaction by itself: then nobody's work stands.
        if (!connection.isTransaction) throw error;
        await tx.query('ROLLBACK TO one');
      }
      await tx.query('RELEASE one');
    }
    await tx.query('COMMIT');
    for (const job of jobs) job.settle(failures.has(job) ? { error: failures.get(job) } : null);
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    for (const job of jobs) job.settle({ error });
  }
}

/** SQLite answers "busy" at once, without waiting, where waiting could be a deadlock: then asking again is right. */
async function begin(tx: Reader): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await tx.query('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (tried === TRIES) throw error;
    }
  }
}
