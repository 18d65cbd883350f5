import type { ProblemCode } from '../domain/problems.ts';
import type { OutboxCounts } from '../ports/outbox.ts';
import type { SyncStatus } from './status.ts';

/** What the engine knows when the chip asks. */
export interface Knowledge {
  /** null until the store has answered once. */
  readonly counts: OutboxCounts | null;
  /** The server has answered in this run, and the run goes on. */
  readonly sending: boolean;
  readonly problem: ProblemCode | null;
  readonly met: ProblemCode | null;
  readonly nextTryAtMs: number | null;
}

export function showStatus({ counts, sending, problem, met, nextTryAtMs }: Knowledge): SyncStatus {
  return {
    phase: phaseOf(counts, sending),
    waiting: counts?.waiting ?? 0,
    waitingMedia: counts?.waitingMedia ?? 0,
    quarantined: counts?.quarantined ?? 0,
    oldestWaitingAt: counts?.oldestWaitingAt ?? null,
    lastSentAt: counts?.lastStoredAt ?? null,
    problem,
    met,
    nextTryAtMs,
  };
}

function phaseOf(counts: OutboxCounts | null, sending: boolean): SyncStatus['phase'] {
  if (counts === null) return 'starting';
  if (counts.waiting > 0) return sending ? 'sending' : 'saved';
  if (counts.waitingMedia > 0) return 'parts-coming';
  return counts.lastStoredAt === null && counts.quarantined === 0 ? 'nothing-yet' : 'all-sent';
}

/** Troubles of a link that comes and goes: normal in the field, and nobody's to solve. */
const PASSING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unreachable',
  'timed-out',
  'nonsense-answer',
  'stale-nonce',
  'too-many-requests',
  'server-failed',
  'server-busy',
  'disk-low',
  'not-found',
  'wrong-hash',
]);
const PASSING_TRIES = 3;

/**
 * Which of the problems met a person should know of: the tablet's own first, then what somebody must do something about.
 * A link that is down is said only when something waits, it has failed three times, and the tablet believes itself online.
 */
export function problemWorthSaying(
  met: readonly ProblemCode[],
  how: { readonly failures: number; readonly waiting: number; readonly maybeOnline: boolean },
): ProblemCode | null {
  const own = met.find((code) => code.startsWith('storage-'));
  if (own !== undefined) return own;
  const lasting = met.find((code) => !PASSING.has(code));
  if (lasting !== undefined) return lasting;
  const passing = how.failures >= PASSING_TRIES && how.waiting > 0 && how.maybeOnline;
  return passing ? (met[0] ?? null) : null;
}
