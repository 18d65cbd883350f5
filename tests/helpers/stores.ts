import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openPostgres } from '../../server/adapters/postgres/postgres.ts';
import type { Sql } from '../../server/adapters/sql/sql.ts';
import { openSqlStore, type SqlStore } from '../../server/adapters/sql/sql-store.ts';
import { openSqlite } from '../../server/adapters/sqlite/sqlite.ts';
import { freshDatabase } from './postgres.ts';

export interface TestDatabase {
  /** A store on this database; several may be open at once, as several server processes would have it. */
  open(): Promise<SqlStore>;
  openSql(): Sql;
  /** Closes what is open and empties it. */
  reset(): Promise<void>;
  /** Closes what is open and removes the database. */
  dispose(): Promise<void>;
}

/** The databases that every store suite runs over: the real ones. */
export const DATABASES: Readonly<Record<'SQLite' | 'PostgreSQL', () => Promise<TestDatabase>>> = {
  SQLite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'said-store-'));
    let file = 1;
    return database(
      () => openSqlite(join(folder, `${file}.db`)),
      async () => {
        file += 1;
      },
      () => rm(folder, { recursive: true, force: true }),
    );
  },
  PostgreSQL: async () => {
    const { url, drop } = await freshDatabase();
    return database(
      () => openPostgres(url, 6),
      () => truncate(url),
      drop,
    );
  },
};

function database(connect: () => Sql, empty: () => Promise<void>, remove: () => Promise<void>): TestDatabase {
  const opened: Sql[] = [];
  const openSql = (): Sql => {
    const sql = connect();
    opened.push(sql);
    return sql;
  };
  const closeAll = async (): Promise<void> => {
    for (const sql of opened.splice(0)) await sql.close();
  };
  return {
    openSql,
    open: () => openSqlStore(openSql()),
    reset: async () => {
      await closeAll();
      await empty();
    },
    dispose: async () => {
      await closeAll();
      await remove();
    },
  };
}

/** Quicker than a new database: the tables stay, as they were after the migrations. */
async function truncate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'counters')`,
    );
    if (rows.length > 0) await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} RESTART IDENTITY`);
    if (rows.length > 0) await client.query('UPDATE counters SET value = 0');
  } finally {
    await client.end();
  }
}
