import type { ProblemCode } from '../domain/problems.ts';
import type { Outbox, OutboxCounts } from '../ports/outbox.ts';
import type { Tablet } from '../ports/tablet.ts';
import { type Guard, StoreTrouble } from './guard.ts';
import { problemWorthSaying, showStatus } from './show-status.ts';
import type { SyncStatus } from './status.ts';

/** What the loop knows of itself. */
export interface LoopKnowledge {
  sending: boolean;
  /** Problems of the last run. */
  met: readonly ProblemCode[];
  failures: number;
  nextTryAtMs: number | null;
}

/** Keeps the status true: counted from the outbox after every change, told to whoever listens only when it differs. */
export interface StatusBoard {
  readonly knows: LoopKnowledge;
  status(): SyncStatus;
  counts(): OutboxCounts | null;
  subscribe(onChange: () => void): () => void;
  /** Counts anew and publishes. Never rejects; calls that come while it counts share the next count. */
  recount(guard: Guard): Promise<void>;
  publish(): void;
}

export function createStatusBoard(outbox: Outbox, tablet: Tablet): StatusBoard {
  const listeners = new Set<() => void>();
  const knows: LoopKnowledge = { sending: false, met: [], failures: 0, nextTryAtMs: null };
  let counts: OutboxCounts | null = null;
  let countFailed: ProblemCode | null = null;
  let counting: Promise<void> | null = null;
  let again = false;
  let shown = showStatus({ counts, sending: false, problem: null, met: null, nextTryAtMs: null });

  const publish = () => {
    const met = countFailed === null ? knows.met : [countFailed, ...knows.met];
    const waiting = (counts?.waiting ?? 0) + (counts?.waitingMedia ?? 0);
    const problem = problemWorthSaying(met, { failures: knows.failures, waiting, maybeOnline: tablet.maybeOnline() });
    const next = showStatus({
      counts,
      sending: knows.sending,
      problem,
      met: met[0] ?? null,
      nextTryAtMs: knows.nextTryAtMs,
    });
    if (JSON.stringify(next) === JSON.stringify(shown)) return;
    shown = next;
    for (const listener of listeners) {
      try {
        listener();
      } catch {
        // A screen that fails must not stop the sending.
      }
    }
  };

  const countUntilQuiet = async (guard: Guard) => {
    while (again) {
      again = false;
      try {
        counts = await guard.store(() => outbox.counts());
        countFailed = null;
      } catch (thrown) {
        countFailed = thrown instanceof StoreTrouble ? thrown.problem.code : 'storage-failed';
      }
      publish();
    }
    counting = null;
  };

  return {
    knows,
    publish,
    status: () => shown,
    counts: () => counts,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    recount(guard) {
      again = true;
      counting ??= countUntilQuiet(guard);
      return counting;
    },
  };
}
