import { Pool, types, type ClientBase } from 'pg';
import type { Cell, Reader, Sql } from '../sql/sql.ts';

const TRIES = 8;
const MIGRATION_LOCK = 7_219_054;
/** serialization_failure, deadlock_detected, and unique_violation: two that took the same number at once. */
const TRY_AGAIN = new Set(['40001', '40P01', '23505']);
const INT8 = 20;
const NUMERIC = 1700;
const BYTEA = 17;

type Client = Pick<ClientBase, 'query'>;

/**
 * PostgreSQL through a pool: several server processes may share one database. Transactions are READ COMMITTED and take
 * their row locks in one order; a conflict is tried again. Whole numbers come back as numbers.
 */
export function openPostgres(url: string, connections = 10): Sql {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    application_name: 'said-and-done',
    types: { getTypeParser },
  });
  // A connection that breaks while nobody uses it is replaced by the pool; whoever asks next is told if that fails.
  pool.on('error', () => {});

  let closing: Promise<void> | null = null;

  const inTransaction = async <T>(begin: string, work: (tx: Reader) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = false;
    try {
      await client.query(begin);
      try {
        const result = await work(reading(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          broken = true;
        });
        throw error;
      }
    } finally {
      client.release(broken);
    }
  };

  const transaction = async <T>(work: (tx: Reader) => Promise<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await inTransaction('BEGIN', work);
      } catch (error) {
        if (tried === TRIES || !TRY_AGAIN.has(codeOf(error))) throw error;
        await new Promise((resolve) => {
          setTimeout(resolve, Math.random() * 10 * 2 ** tried);
        });
      }
    }
  };

  return {
    ...reading(pool),
    transaction,
    snapshot: (work) => inTransaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    alone: (work) =>
      transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
        return work(tx);
      }),
    close: () => (closing ??= pool.end()),
  };
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if ((oid === INT8 || oid === NUMERIC) && format !== 'binary') return Number;
  if (oid === BYTEA && format !== 'binary') return (hex) => new Uint8Array(Buffer.from(hex.slice(2), 'hex'));
  return types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Prepared once per connection, by a short name; `?` becomes `$1`, `$2`. */
const statements = new Map<string, { name: string; text: string }>();
function statement(text: string): { name: string; text: string } {
  let known = statements.get(text);
  if (known === undefined) {
    let count = 0;
    known = { name: `s${statements.size + 1}`, text: text.replaceAll('?', () => `$${(count += 1)}`) };
    statements.set(text, known);
  }
  return known;
}

function reading(client: Client): Reader {
  return {
    dialect: 'postgres',
    async query<R>(text: string, values: readonly Cell[] = []) {
      const result = await client.query({ ...statement(text), values: values.map(asParameter) });
      return result.rows as readonly R[];
    },
  };
}

/** PostgreSQL takes no NUL in a text. */
function asParameter(value: Cell): Cell | Buffer {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}
