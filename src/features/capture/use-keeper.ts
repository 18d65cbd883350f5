import { useEffect, useReducer } from 'preact/hooks';
import type { Draft } from '../../tablet/drafts.ts';
import type { DraftKeeper } from './draft-keeper.ts';

/** The draft as it is now; draws again after every change and every save. */
export function useKeeper(keeper: DraftKeeper): Draft {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => keeper.subscribe(() => again(undefined)), [keeper]);
  return keeper.draft();
}
