import type { AuditRow, AuditStore, SettingsStore } from '../../ports/store.ts';
import type { Sql } from './sql.ts';

interface Setting {
  readonly key: string;
  readonly value: string;
}

export function sqlSettings(sql: Sql): SettingsStore {
  const get = async (key: string): Promise<string | null> => {
    const [row] = await sql.query<Setting>('SELECT key, value FROM settings WHERE key = ?', [key]);
    return row?.value ?? null;
  };
  return {
    get,
    set: (key, value) =>
      sql.transaction(async (tx) => {
        await tx.query(
          'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
          [key, value],
        );
      }),
    async setOnce(key, value) {
      const there = await get(key);
      if (there !== null) return there;
      return sql.transaction(async (tx) => {
        await tx.query('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING', [key, value]);
        const [row] = await tx.query<Setting>('SELECT key, value FROM settings WHERE key = ?', [key]);
        return row?.value ?? value;
      });
    },
    async all() {
      const rows = await sql.query<Setting>('SELECT key, value FROM settings ORDER BY key');
      return new Map(rows.map((row) => [row.key, row.value]));
    },
  };
}

export function sqlAudit(sql: Sql): AuditStore {
  return {
    add: (row) =>
      sql.transaction(async (tx) => {
        await tx.query('INSERT INTO audit (at, by_name, what, about) VALUES (?, ?, ?, ?)', [
          row.at,
          row.byName,
          row.what,
          row.about,
        ]);
      }),
    async list(limit) {
      const rows = await sql.query<{ at: string; by_name: string; what: string; about: string }>(
        'SELECT at, by_name, what, about FROM audit ORDER BY id DESC LIMIT ?',
        [limit],
      );
      return rows.map((row): AuditRow => ({ at: row.at, byName: row.by_name, what: row.what, about: row.about }));
    },
  };
}
