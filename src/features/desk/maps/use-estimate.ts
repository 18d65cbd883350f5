import { useEffect, useState } from 'preact/hooks';
import type { MapArea, MapEstimate } from '../../../domain/desk-maps.ts';
import { type Problem, toProblem } from '../../../domain/problems.ts';
import { useDesk } from '../desk-context.ts';

/** Milliseconds without a change before the server is asked: nobody wants the size of every digit on the way. */
const REST_MS = 350;

export interface Measured {
  readonly measuring: boolean;
  readonly estimate: MapEstimate | null;
  readonly problem: Problem | null;
}

const NOTHING: Measured = { measuring: false, estimate: null, problem: null };

/** The exact size of what is chosen now; null: nothing that could be made is chosen. */
export function useEstimate(wanted: { sourceId: string; area: MapArea | null } | null): Measured {
  const { client } = useDesk();
  const [measured, setMeasured] = useState<Measured>(NOTHING);
  const asked = JSON.stringify(wanted);
  useEffect(() => {
    const of = JSON.parse(asked) as typeof wanted;
    if (of === null) {
      setMeasured(NOTHING);
      return undefined;
    }
    const stop = new AbortController();
    setMeasured({ measuring: true, estimate: null, problem: null });
    const measure = async (): Promise<void> => {
      try {
        const estimate = await client.estimateMap(of, stop.signal);
        if (!stop.signal.aborted) setMeasured({ measuring: false, estimate, problem: null });
      } catch (thrown) {
        if (stop.signal.aborted) return;
        setMeasured({ measuring: false, estimate: null, problem: toProblem(thrown, 'unreachable') });
      }
    };
    const rest = setTimeout(() => void measure(), REST_MS);
    return () => {
      clearTimeout(rest);
      stop.abort();
    };
  }, [client, asked]);
  return measured;
}
