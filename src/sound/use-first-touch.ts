import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Say } from './sound-desk.ts';

/** How a touch is taken by this person: at once, or said (or signed) first. */
export interface Touching {
  readonly touch: 'say-first' | 'choose';
  say(text: Say | readonly Say[]): void;
}

const Touched = createContext<Touching>({ touch: 'choose', say: () => undefined });

/** Lends it to what stands inside; outside, a first touch takes. */
export const TouchingProvider = Touched.Provider;
export const useTouching = (): Touching => useContext(Touched);

export interface Choosing<Code extends string> {
  readonly pointed: Code | null;
  touch(code: Code, text: Say | readonly Say[]): void;
  clear(): void;
}

/**
 * Touching one of a few large pictures. Listening or signing, the first touch says what it is and points at it, and the
 * second one takes it; else the first touch takes it. `take` is also what "Next" does with the one that is pointed at.
 */
export function useFirstTouch<Code extends string>(how: Touching, onTake: (code: Code) => void): Choosing<Code> {
  const [pointed, point] = useState<Code | null>(null);
  return {
    pointed,
    touch: (code, text) => {
      if (how.touch === 'say-first' && pointed !== code) {
        point(code);
        how.say(text);
        return;
      }
      point(null);
      onTake(code);
    },
    clear: () => point(null),
  };
}
