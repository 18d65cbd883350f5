import type { Role } from '../../../src/domain/roles.ts';
import type { PeopleStore, PersonRow, SessionRow } from '../../ports/store.ts';
import type { Cell, Sql } from './sql.ts';

interface PersonCells {
  readonly actor_id: string;
  readonly display_name: string;
  readonly role: Role;
  readonly login_name: string | null;
  readonly password_hash: string | null;
  readonly active: number;
  readonly last_seen_at: string | null;
}

const COLUMNS = 'actor_id, display_name, role, login_name, password_hash, active, last_seen_at';

/** People who record or read, and their sessions at the desk. */
export function sqlPeople(sql: Sql): PeopleStore {
  const read = async (where: string, values: readonly Cell[]): Promise<readonly PersonRow[]> =>
    (await sql.query<PersonCells>(`SELECT ${COLUMNS} FROM people ${where}`, values)).map(toPerson);
  const write = (text: string, values: readonly Cell[]): Promise<void> =>
    sql.transaction(async (tx) => {
      await tx.query(text, values);
    });

  return {
    add: (person) =>
      sql.transaction(async (tx) => {
        const added = await tx.query(
          `INSERT INTO people (actor_id, display_name, role, login_name, password_hash, active)
             VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING actor_id`,
          [
            person.actorId,
            person.displayName,
            person.role,
            person.loginName,
            person.passwordHash,
            person.active ? 1 : 0,
          ],
        );
        return added.length === 1;
      }),
    get: async (actorId) => (await read('WHERE actor_id = ?', [actorId]))[0] ?? null,
    byLogin: async (loginName) => (await read('WHERE login_name = ?', [loginName]))[0] ?? null,
    list: () => read('ORDER BY display_name, actor_id', []),
    update: async (actorId, to) => {
      const cells: Record<string, Cell | undefined> = {
        display_name: to.displayName,
        role: to.role,
        login_name: to.loginName,
        password_hash: to.passwordHash,
        active: to.active === undefined ? undefined : Number(to.active),
      };
      const set = Object.entries(cells).filter((entry): entry is [string, Cell] => entry[1] !== undefined);
      if (set.length === 0) return;
      const text = set.map(([column]) => `${column} = ?`).join(', ');
      await write(`UPDATE people SET ${text} WHERE actor_id = ?`, [...set.map(([, value]) => value), actorId]);
    },
    seen: (actorId, now) => write('UPDATE people SET last_seen_at = ? WHERE actor_id = ?', [now, actorId]),

    addSession: (session) =>
      write('INSERT INTO sessions (token_hash, actor_id, created_at, last_used_at) VALUES (?, ?, ?, ?)', [
        session.tokenHash,
        session.actorId,
        session.createdAt,
        session.lastUsedAt,
      ]),
    async session(tokenHash) {
      const [row] = await sql.query<{ actor_id: string; created_at: string; last_used_at: string }>(
        'SELECT actor_id, created_at, last_used_at FROM sessions WHERE token_hash = ?',
        [tokenHash],
      );
      if (row === undefined) return null;
      const session: SessionRow = {
        tokenHash,
        actorId: row.actor_id,
        createdAt: row.created_at,
        lastUsedAt: row.last_used_at,
      };
      return session;
    },
    touchSession: (tokenHash, now) =>
      write('UPDATE sessions SET last_used_at = ? WHERE token_hash = ?', [now, tokenHash]),
    endSession: (tokenHash) => write('DELETE FROM sessions WHERE token_hash = ?', [tokenHash]),
    endSessionsOf: (actorId) => write('DELETE FROM sessions WHERE actor_id = ?', [actorId]),
  };
}

const toPerson = (row: PersonCells): PersonRow => ({
  actorId: row.actor_id,
  displayName: row.display_name,
  role: row.role,
  loginName: row.login_name,
  passwordHash: row.password_hash,
  active: row.active === 1,
  lastSeenAt: row.last_seen_at,
});
