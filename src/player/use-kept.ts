import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answering } from '../surveys/answering.ts';

/** `slow`: it takes longer than a person should wait without a word. `not-kept`: the tablet could not keep it. */
export type Keeping = 'kept' | 'keeping' | 'slow' | 'not-kept';

export interface Kept {
  /** What the screen shows: never further on than what is kept, but for an answer on the screen that is there. */
  readonly shown: Answering;
  readonly keeping: Keeping;
  /** The same as `shown`, for a second touch within one turn. */
  latest(): Answering;
  /** An answer on the screen that is there: shown at once, kept behind it. */
  put(next: Answering): void;
  /** Another screen: kept first, shown then. False when it could not be kept: the screen stays. */
  go(next: Answering): Promise<boolean>;
  /** Tries again what could not be kept. */
  again(): void;
}

const SLOW_MS = 400;

/** Keeps each state with the host before the next screen shows, one at a time and the newest last. */
export function useKept(state: Answering, onChange: (next: Answering) => Promise<void>): Kept {
  const [shown, show] = useState(state);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const keep = useRef(onChange);
  keep.current = onChange;
  const held = useRef({
    latest: state,
    waiting: null as Answering | null,
    running: null as Promise<boolean> | null,
    /** What to do again after it could not be kept. */
    undone: null as (() => void) | null,
  }).current;

  useEffect(() => {
    if (held.running !== null || held.undone !== null || state === held.latest) return;
    held.latest = state;
    show(state);
  }, [state]);

  const run = async (): Promise<boolean> => {
    const slow = setTimeout(() => setKeeping('slow'), SLOW_MS);
    setKeeping('keeping');
    try {
      while (held.waiting !== null) {
        const next = held.waiting;
        held.waiting = null;
        await keep.current(next);
      }
      setKeeping('kept');
      return true;
    } catch {
      held.waiting = null;
      setKeeping('not-kept');
      return false;
    } finally {
      clearTimeout(slow);
      held.running = null;
    }
  };
  const keepSoon = (next: Answering): Promise<boolean> => {
    held.waiting = next;
    held.undone = null;
    held.running ??= run();
    return held.running;
  };
  const put = (next: Answering): void => {
    held.latest = next;
    show(next);
    const keepBehind = async (): Promise<void> => {
      if (!(await keepSoon(next))) held.undone = () => put(held.latest);
    };
    void keepBehind();
  };
  const go = async (next: Answering): Promise<boolean> => {
    const kept = await keepSoon(next);
    if (kept) {
      held.latest = next;
      show(next);
    } else held.undone = () => void go(next);
    return kept;
  };
  return { shown, keeping, latest: () => held.latest, put, go, again: () => held.undone?.() };
}
