import { useEffect, useReducer } from 'preact/hooks';
import type { Draft } from '../../tablet/drafts.ts';
import type { DraftKeeper } from './draft-keeper.ts';

/** The draft as it is now; draws again after every change and every save. */
export function useKeeper(keeper: DraftKeeper): Draft {
  const [, again] = useReducer((n: number) => n + 1, 0);
  const drawn = keeper.draft();
  useEffect(() => {
    const stop = keeper.subscribe(() => again(undefined));
    // A tap can come between the first drawing and this.
    if (keeper.draft() !== drawn) again(undefined);
    return stop;
    // `drawn` matters only for the first time.
  }, [keeper]);
  return drawn;
}
