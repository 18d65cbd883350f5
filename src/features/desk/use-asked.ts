import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Problem, toProblem } from '../../domain/problems.ts';

export interface Asked<Value> {
  /** null until the first answer; the last answer stays when a later question fails. */
  readonly value: Value | null;
  readonly problem: Problem | null;
  readonly again: () => Promise<void>;
  readonly put: (value: Value) => void;
}

/** Asks once when the screen opens, and again when told to. `ask` must keep its identity (useCallback). */
export function useAsked<Value>(ask: () => Promise<Value>): Asked<Value> {
  const [value, put] = useState<Value | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const gone = useRef(false);
  const again = useCallback(async () => {
    try {
      const answer = await ask();
      if (gone.current) return;
      put(() => answer);
      setProblem(null);
    } catch (thrown) {
      if (!gone.current) setProblem(toProblem(thrown, 'unreachable'));
    }
  }, [ask]);
  useEffect(() => {
    gone.current = false;
    void again();
    return () => {
      gone.current = true;
    };
  }, [again]);
  return { value, problem, again, put };
}

export interface Act {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** True when it worked. Does nothing while another one is under way. */
  readonly act: (work: () => Promise<void>) => Promise<boolean>;
  readonly forget: () => void;
}

/** One thing that is being done at a time, and why it did not work. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);
  const act = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setProblem(toProblem(thrown, 'unreachable'));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const forget = useCallback(() => setProblem(null), []);
  return { busy, problem, act, forget };
}
