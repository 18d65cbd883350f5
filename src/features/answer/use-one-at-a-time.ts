import { useRef, useState } from 'preact/hooks';
import { toProblem, type Problem } from '../../domain/problems.ts';

/** What a screen does to what it holds: one thing at a time. */
export interface OneAtATime {
  /** Something is under way: what else is asked for meanwhile is not done. */
  readonly busy: boolean;
  /** What stood in the way of the last one, or what somebody else told. */
  readonly problem: Problem | null;
  tell(problem: Problem | null): void;
  /** One thing at a time; what went wrong is said, and nothing is lost. */
  once(work: () => Promise<void>): Promise<void>;
}

export function useOneAtATime(): OneAtATime {
  const [problem, tell] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const working = useRef(false);
  return {
    busy,
    problem,
    tell,
    async once(work) {
      if (working.current) return;
      working.current = true;
      setBusy(true);
      tell(null);
      try {
        await work();
      } catch (thrown) {
        tell(toProblem(thrown, 'storage-failed'));
      } finally {
        working.current = false;
        setBusy(false);
      }
    },
  };
}
