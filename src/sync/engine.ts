import { type Problem, toProblem } from '../domain/problems.ts';
import { type Guard, StoreTrouble, createGuard } from './guard.ts';
import type { RunOnce } from './run.ts';
import { type RunContext, type SyncDeps, freshMemory } from './run-context.ts';
import { askedToWaitMs, idleDelayMs, retryDelayMs } from './schedule.ts';
import { createStatusBoard } from './status-board.ts';
import type { SyncStatus } from './status.ts';

/** The one thing that sends. It never throws, never dies, and never deletes what the server does not hold. */
export interface SyncEngine {
  start(): void;
  /** Resolves when the step that is going on has ended; a request on its way is given up. May be started again. */
  stop(): Promise<void>;
  /** Tries soon: on finish, on the Send button, on coming back. Waits only if the server asked us to stay away. */
  nudge(): void;
  status(): SyncStatus;
  /** Calls back when the status has changed; returns the way to stop. */
  subscribe(onChange: () => void): () => void;
}

/** When another tab sends: how long until we look again. */
const ELSEWHERE_MS = 15_000;

/** How long until the next try, and how much of that the server itself asked for. */
interface Pause {
  readonly delayMs: number;
  readonly askedMs: number;
}

interface Life {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  readonly unsubscribe: () => void;
}

/** @param runOnce one run; what it needs may be fetched when the first one begins. */
export function createSyncEngine(deps: SyncDeps, runOnce: RunOnce): SyncEngine {
  const { clock, outbox, random, tablet } = deps;
  const memory = freshMemory();
  const board = createStatusBoard(outbox, tablet);
  let life: Life | null = null;
  let awake = new AbortController();
  let nudged = false;

  const nudge = () => {
    nudged = true;
    board.knows.failures = 0;
    awake.abort('nudged');
  };

  /** One run under the lock, and how long to wait after it. */
  const tryOnce = async (guard: Guard, stop: AbortSignal): Promise<Pause> => {
    const notes: Problem[] = [];
    const result: { progress: boolean; problem: Problem | null } = { progress: false, problem: null };
    const work = async () => {
      const install = await guard.store(() => outbox.install());
      memory.standing ??= install.standing;
      const run: RunContext = {
        deps,
        guard,
        memory,
        installId: install.installId,
        sent: new Set(),
        filesDone: new Set(),
        stopped: () => stop.aborted,
        wordsWaiting: () => nudged,
        progress: () => {
          result.progress = true;
          memory.moved = true;
        },
        note: (problem) => notes.push(problem),
      };
      const connected = () => {
        board.knows.sending = true;
        board.publish();
      };
      result.problem = await runOnce(run, { connected, takingWords: () => (nudged = false) });
    };
    let mine = true;
    try {
      mine = await deps.lock(work);
    } catch (thrown) {
      result.problem = thrown instanceof StoreTrouble ? thrown.problem : toProblem(thrown, 'storage-failed');
    }
    const { knows } = board;
    knows.sending = false;
    if (!mine) return { delayMs: ELSEWHERE_MS, askedMs: 0 };
    // What was set aside for its own sake stays a problem until it has gone, also in runs that do not try it.
    const aside = [...memory.setAside.values()].filter(({ byChance }) => !byChance);
    knows.met = [...(result.problem === null ? [] : [result.problem]), ...notes, ...aside].map(({ code }) => code);
    await board.recount(guard);
    const counts = board.counts();
    const unsent = counts === null || counts.waiting + counts.waitingMedia > 0;
    const well = knows.met.length === 0 && !unsent;
    if (well) knows.failures = 0;
    else knows.failures = result.progress ? 1 : knows.failures + 1;
    const askedMs = askedToWaitMs(result.problem);
    const ownMs = well ? idleDelayMs(random.fraction()) : retryDelayMs(knows.failures, random.fraction());
    return { delayMs: Math.max(ownMs, askedMs), askedMs };
  };

  const pause = async ({ delayMs, askedMs }: Pause, stop: AbortSignal) => {
    const asked = clock.monotonicMs() + askedMs;
    const waitMs = nudged ? askedMs : delayMs;
    awake = new AbortController();
    board.knows.nextTryAtMs = clock.wallMs() + waitMs;
    board.publish();
    if (waitMs > 0) await clock.sleep(waitMs, awake.signal);
    const restMs = asked - clock.monotonicMs();
    if (restMs > 0 && !stop.aborted) await clock.sleep(restMs, stop);
    board.knows.nextTryAtMs = null;
  };

  const live = async (guard: Guard, stop: AbortSignal) => {
    void board.recount(guard);
    while (!stop.aborted) {
      nudged = false;
      const next = await tryOnce(guard, stop);
      if (!stop.aborted) await pause(next, stop);
    }
  };

  return {
    start() {
      if (life !== null) return;
      const stop = new AbortController();
      const guard = createGuard(clock, stop.signal);
      const offTablet = tablet.subscribe((event) => {
        if (event === 'shown' || event === 'online') nudge();
      });
      const offOutbox = outbox.subscribe(() => void board.recount(guard));
      const unsubscribe = () => {
        offTablet();
        offOutbox();
      };
      life = { stop, unsubscribe, ended: live(guard, stop.signal) };
    },
    async stop() {
      const ending = life;
      if (ending === null) return;
      life = null;
      ending.unsubscribe();
      ending.stop.abort();
      awake.abort('nudged');
      await ending.ended;
    },
    nudge,
    status: () => board.status(),
    subscribe: (onChange) => board.subscribe(onChange),
  };
}
