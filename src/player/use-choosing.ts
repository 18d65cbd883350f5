import { useStand } from './stand.ts';
import { useFirstTouch, type Choosing } from './use-first-touch.ts';

/** Touching one of a few tiles of the player, as this person is spoken to. */
export const useChoosing = <Code extends string>(onTake: (code: Code) => void): Choosing<Code> =>
  useFirstTouch(useStand(), onTake);
