import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { AnswerProps, Pointed } from '../views.ts';

/** Touching cards: at once, or first to hear and then to choose. */
export interface Touch {
  /** Code of the card that was said and waits for its second touch. */
  readonly pointed: string | null;
  readonly touch: (code: string) => void;
  /** Points at nothing any more: what is on the screen has changed. */
  readonly clear: () => void;
}

/**
 * In `choose` a touch chooses. In `say-first` the first touch on a card says it and points at it, the second chooses it;
 * the player hears what "Next" would choose meanwhile.
 */
export function useTouch<Value>(
  props: Pick<AnswerProps<unknown, Value>, 'touch' | 'value' | 'say' | 'onPoint'>,
  ways: {
    readonly keyOf: (code: string) => string;
    readonly choose: (code: string) => void;
    /** What "Next" takes while this card is pointed at; null when it would change nothing. */
    readonly would: (code: string) => Pointed<Value> | null;
  },
): Touch {
  const [pointed, setPointed] = useState<string | null>(null);
  const point = (code: string | null): void => {
    setPointed(code);
    props.onPoint?.(code === null ? null : ways.would(code));
  };
  const clear = (): void => {
    if (pointed !== null) point(null);
  };
  // "Next" may have taken what was pointed at.
  useEffect(clear, [JSON.stringify(props.value)]);
  useLayoutEffect(() => () => props.onPoint?.(null), []);
  const saysFirst = props.touch === 'say-first';
  return {
    pointed: saysFirst ? pointed : null,
    touch: (code) => {
      if (saysFirst && pointed !== code) {
        point(code);
        props.say(ways.keyOf(code));
        return;
      }
      clear();
      ways.choose(code);
    },
    clear,
  };
}
