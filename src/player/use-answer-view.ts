import type { ComponentType } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { loadAnswer, type AnswerProps } from '../questions/views.ts';

type View = ComponentType<AnswerProps<unknown, unknown>>;

const here = new Map<string, View | null>();

/** Fetches the view of a question type with its words, so that the question shows at once when its turn comes. */
export async function fetchAhead(type: string): Promise<void> {
  if (here.has(type)) return;
  try {
    here.set(type, await loadAnswer(type));
  } catch {
    // Not on this tablet at present: it is asked for again when its turn comes.
  }
}

/** `waiting` while it is fetched; null for a type this version does not know. */
export function useAnswerView(type: string): View | null | 'waiting' {
  const [, again] = useReducer((n: number) => n + 1, 0);
  const waiting = !here.has(type);
  useEffect(() => {
    // Asked again although it may have come since: what was fetched ahead can arrive between the drawing and this.
    if (!waiting) return;
    let gone = false;
    const fetchNow = async (): Promise<void> => {
      await fetchAhead(type);
      if (!gone) again(undefined);
    };
    void fetchNow();
    return () => {
      gone = true;
    };
  }, [type, waiting]);
  return here.has(type) ? (here.get(type) ?? null) : 'waiting';
}
