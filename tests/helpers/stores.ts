import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../../server/adapters/postgres/postgres.ts';
import type { Sql } from '../../server/adapters/sql/sql.ts';
import { openSqlStore, type SqlStore } from '../../server/adapters/sql/sql-store.ts';
import { openSqlite } from '../../server/adapters/sqlite/sqlite.ts';
import { freshDatabase } from './postgres.ts';

export interface TestDatabase {
  /** A store on this database; several may be open at once, as several server processes would have it. */
  open(): Promise<SqlStore>;
  openSql(): Sql;
  /** Closes what is open and removes the database. */
  dispose(): Promise<void>;
}

/** The databases that every store suite runs over: the real ones. */
export const DATABASES: Readonly<Record<'SQLite' | 'PostgreSQL', () => Promise<TestDatabase>>> = {
  SQLite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'said-store-'));
    return database(
      () => openSqlite(join(folder, 'data.db')),
      () => rm(folder, { recursive: true, force: true }),
    );
  },
  PostgreSQL: async () => {
    const { url, drop } = await freshDatabase();
    return database(() => openPostgres(url, 6), drop);
  },
};

function database(connect: () => Sql, remove: () => Promise<void>): TestDatabase {
  const opened: Sql[] = [];
  const openSql = (): Sql => {
    const sql = connect();
    opened.push(sql);
    return sql;
  };
  return {
    openSql,
    open: () => openSqlStore(openSql()),
    dispose: async () => {
      for (const sql of opened) await sql.close().catch(() => {});
      await remove();
    },
  };
}
