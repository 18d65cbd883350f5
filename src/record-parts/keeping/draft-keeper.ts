import { toProblem, type Problem } from '../../domain/problems.ts';
import type { Draft, Drafts } from '../../tablet/drafts.ts';

/** Typing is kept at most this long after it happened; a single tap is kept at once. */
const PACE_MS = 250;

/**
 * Keeps one open draft on the tablet while somebody works on it. Saves follow one another, never overlap, and always
 * carry the newest state. A save that fails is told and tried again with the next change or `flush`; nothing is lost
 * from the screen meanwhile.
 */
export interface DraftKeeper {
  draft(): Draft;
  /** Whether everything on the screen is on the tablet too. */
  kept(): boolean;
  /** Why the newest change is not kept yet, or null. */
  problem(): Problem | null;
  /** Takes the change over at once and keeps it soon: at once when nothing else is being kept. */
  change(make: (draft: Draft) => Draft): void;
  /** Resolves when everything so far is kept. Throws the Problem when it could not be. */
  flush(): Promise<void>;
  /** Waits for the save under way, then saves no more: for a draft that was finished or thrown away. */
  close(): Promise<void>;
  /** After `close`, when finishing failed and the work goes on. */
  reopen(): void;
  subscribe(onChange: () => void): () => void;
}

export function createDraftKeeper(first: Draft, save: Drafts['save']): DraftKeeper {
  let draft = first;
  let changed = false;
  let closed = false;
  let problem: Problem | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let startedAtMs = Number.NEGATIVE_INFINITY;
  const listeners = new Set<() => void>();

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const saveOnce = async (): Promise<void> => {
    changed = false;
    startedAtMs = performance.now();
    try {
      const kept = await save(draft);
      draft = { ...draft, updatedAt: kept.updatedAt };
      problem = null;
    } catch (thrown) {
      changed = true;
      problem = toProblem(thrown, 'storage-failed');
    }
  };

  const run = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running ??= saveOnce().finally(() => {
      running = null;
      tell();
      if (changed && problem === null) soon();
    });
    return running;
  };

  const soon = (): void => {
    if (closed || running !== null || timer !== null) return;
    const waitMs = PACE_MS - (performance.now() - startedAtMs);
    if (waitMs <= 0) void run();
    else timer = setTimeout(() => void run(), waitMs);
  };

  return {
    draft: () => draft,
    kept: () => !changed && running === null,
    problem: () => problem,
    change(make) {
      draft = make(draft);
      changed = true;
      tell();
      soon();
    },
    async flush() {
      if (running !== null) await running;
      const pending = () => changed && !closed;
      while (pending()) {
        await run();
        if (problem !== null) throw problem;
      }
    },
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (running !== null) await running;
    },
    reopen() {
      closed = false;
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
