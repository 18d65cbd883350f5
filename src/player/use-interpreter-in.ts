import { useMemo, useRef } from 'preact/hooks';
import type { InterpreterNote } from '../sound/signing.tsx';
import type { Answering } from '../surveys/answering.ts';

const NEED = 'bsl-interpreter';

/** The answers of somebody as the place where it is noted that they need a person who signs. */
export function useInterpreterIn(
  state: Answering,
  change: (next: (now: Answering) => Answering) => void,
): InterpreterNote {
  const asked = state.access?.includes(NEED) === true;
  const latest = useRef(change);
  latest.current = change;
  return useMemo(
    () => ({
      asked,
      ask: () =>
        latest.current((now) => ({ ...now, access: [...new Set([...(now.access ?? []), NEED as typeof NEED])] })),
    }),
    [asked],
  );
}
