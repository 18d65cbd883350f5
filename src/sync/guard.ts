import { Problem, type ProblemCode, toProblem } from '../domain/problems.ts';
import type { Clock } from '../ports/clock.ts';

/** A store of this tablet did not do its work. The engine notes it, goes on with the rest, and comes back later. */
export class StoreTrouble extends Error {
  override readonly name = 'StoreTrouble';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code, { cause: problem });
    this.problem = problem;
  }
}

/** Every wait of the engine has an end: a store or a link that never answers may not stop the sending for good. */
export interface Guard {
  /** Throws StoreTrouble for whatever a store throws, and after `STORE_LIMIT_MS`. */
  store<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Throws a Problem for whatever the link throws, and `timed-out` after `LINK_LIMIT_MS` or when the engine is stopped. */
  link<Value>(work: () => Promise<Value>): Promise<Value>;
}

const STORE_LIMIT_MS = 30_000;
/** Far above the transport's own limits: only there for a transport that forgets to answer. */
const LINK_LIMIT_MS = 10 * 60_000;

export function createGuard(clock: Clock, stop: AbortSignal): Guard {
  return {
    async store(work) {
      try {
        return await within(clock, STORE_LIMIT_MS, new AbortController(), 'storage-failed', work);
      } catch (thrown) {
        throw new StoreTrouble(toProblem(thrown, 'storage-failed'));
      }
    },
    async link(work) {
      const done = new AbortController();
      const giveUp = () => done.abort(OVER);
      stop.addEventListener('abort', giveUp);
      try {
        if (stop.aborted) throw new Problem('timed-out');
        return await within(clock, LINK_LIMIT_MS, done, 'timed-out', work);
      } catch (thrown) {
        throw toProblem(thrown, 'unreachable');
      } finally {
        stop.removeEventListener('abort', giveUp);
      }
    },
  };
}

/** Ends with the work, or with the problem `late` once the time is over or `done` is aborted. */
async function within<Value>(
  clock: Clock,
  limitMs: number,
  done: AbortController,
  late: ProblemCode,
  work: () => Promise<Value>,
): Promise<Value> {
  let over = false;
  const limit = clock.sleep(limitMs, done.signal).then(() => {
    if (!over) throw new Problem(late);
    return OVER;
  });
  limit.catch(() => {});
  try {
    return (await Promise.race([work(), limit])) as Value;
  } finally {
    over = true;
    done.abort(OVER);
  }
}

/** A reason that costs nothing to make: every call that ends in time gives it. */
const OVER = 'over';
