import { useState } from 'preact/hooks';
import type { Say } from '../sound/sound-desk.ts';
import { useStand } from './stand.ts';

/**
 * Touching one of a few tiles. Listening, the first touch says what it is and points at it, and the second one takes it;
 * else the first touch takes it. `take` is also what "Next" does with the one that is pointed at.
 */
export function useChoosing<Code extends string>(
  onTake: (code: Code) => void,
): {
  readonly pointed: Code | null;
  touch(code: Code, text: Say | readonly Say[]): void;
  clear(): void;
} {
  const { touch, say } = useStand();
  const [pointed, point] = useState<Code | null>(null);
  return {
    pointed,
    touch: (code, text) => {
      if (touch === 'say-first' && pointed !== code) {
        point(code);
        say(text);
        return;
      }
      point(null);
      onTake(code);
    },
    clear: () => point(null),
  };
}
