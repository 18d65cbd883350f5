import { Problem } from '../../src/domain/problems.ts';

/** The database is restarting, has no connection free, or is locked: the same request may go well in a moment. */
const BUSY: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EMFILE',
  // PostgreSQL: shutting down, starting up, too many connections, serialisation, deadlock
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '40001',
  '40P01',
]);
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', '53100']);
/** SQLite's own numbers, below `errcode`. */
const SQLITE_BUSY = new Set([5, 6]);
const SQLITE_FULL = 13;
const BUSY_RETRY_S = 5;
const FULL_RETRY_S = 600;

/** What broken infrastructure is called in the catalogue: busy and full say when to come back, the rest is a failure. */
export function infrastructureProblem(thrown: unknown): Problem {
  const code = field(thrown, 'code');
  const sqlite = Number(field(thrown, 'errcode') ?? Number.NaN) & 0xff;
  const timedOut = thrown instanceof Error && thrown.name === 'TimeoutError';
  if (FULL.has(String(code)) || sqlite === SQLITE_FULL) return new Problem('disk-low', { retryAfterS: FULL_RETRY_S });
  if (BUSY.has(String(code)) || SQLITE_BUSY.has(sqlite) || timedOut) {
    return new Problem('server-busy', { retryAfterS: BUSY_RETRY_S });
  }
  return new Problem('server-failed');
}

function field(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null
    ? (thrown as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
