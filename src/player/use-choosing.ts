import { useFirstTouch, type Choosing } from '../sound/use-first-touch.ts';
import { useStand } from './stand.ts';

/** Touching one of a few tiles of the player, as this person is spoken to. */
export const useChoosing = <Code extends string>(onTake: (code: Code) => void): Choosing<Code> =>
  useFirstTouch(useStand(), onTake);
