import { useEffect, useRef, useState } from 'preact/hooks';
import type { ResultsQuery, SurveyResults } from '../../../domain/desk-surveys.ts';
import { toProblem, type Problem } from '../../../domain/problems.ts';
import { useDesk } from '../desk-context.ts';

/** How often is asked whether something came. Milliseconds. */
const ASK_AGAIN_MS = 15_000;

export interface Results {
  /** null until the first answer; those of the last filter stay until the next ones are here. */
  readonly value: SurveyResults | null;
  /** How many answers came since this page was opened or the filter changed; 0 where it cannot be told. */
  readonly fresh: number;
  readonly problem: Problem | null;
  readonly again: () => void;
}

/** The results of a survey, asked for again quietly while somebody looks at them. */
export function useResults(surveyId: string, query: ResultsQuery): Results {
  const { client } = useDesk();
  const [value, setValue] = useState<SurveyResults | null>(null);
  const [fresh, setFresh] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify(query);
  const first = useRef<number | null>(null);

  useEffect(() => {
    let here = true;
    let stamp: string | undefined;
    first.current = null;
    setFresh(0);
    const ask = async (): Promise<void> => {
      try {
        const found = await client.surveyResults(surveyId, query, stamp);
        if (!here) return;
        setProblem(null);
        if (found === null) return;
        ({ stamp } = found);
        first.current ??= found.responses;
        setFresh(Math.max(0, (found.responses ?? 0) - (first.current ?? found.responses ?? 0)));
        setValue(found);
      } catch (thrown) {
        if (here) setProblem(toProblem(thrown, 'unreachable'));
      }
    };
    void ask();
    const asking = setInterval(() => {
      if (document.visibilityState === 'visible') void ask();
    }, ASK_AGAIN_MS);
    return () => {
      here = false;
      clearInterval(asking);
    };
  }, [client, surveyId, key, turn]);

  return { value, fresh, problem, again: () => setTurn((n) => n + 1) };
}
