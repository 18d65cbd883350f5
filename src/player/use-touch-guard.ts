import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Shorter than this is a drop of water or a sleeve, not a finger. */
const SHORTEST_TOUCH_MS = 60;
/** A tap that a screen reader makes has no length at all; a panel cannot report one so short. */
const MADE_BY_SOFTWARE_MS = 3;
/** After two fingers at once, or a hand laid down, what follows within this time is not meant. */
const SETTLE_MS = 250;
/** A click comes this soon after its touch, or it is not of that touch. */
const CLICK_WITHIN_MS = 500;

/**
 * Wet screens, gloves and small hands: only one finger at a time counts, held for as long as a finger is. Touches act
 * on release, as native buttons do; whatever does not count never reaches a button.
 */
export function useTouchGuard(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const fingers = new Map<number, number>();
    let meant = true;
    let unsettledUntil = Number.NEGATIVE_INFINITY;
    let ignoreUntil = Number.NEGATIVE_INFINITY;

    const down = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') {
        ignoreUntil = Number.NEGATIVE_INFINITY;
        return;
      }
      if (fingers.size === 0) meant = event.timeStamp >= unsettledUntil;
      fingers.set(event.pointerId, event.timeStamp);
      if (fingers.size > 1) meant = false;
    };
    const up = (event: PointerEvent): void => {
      const since = fingers.get(event.pointerId);
      if (since === undefined) return;
      fingers.delete(event.pointerId);
      const held = event.timeStamp - since;
      if (held < SHORTEST_TOUCH_MS && held >= MADE_BY_SOFTWARE_MS) meant = false;
      if (fingers.size > 0) unsettledUntil = event.timeStamp + SETTLE_MS;
      ignoreUntil = meant ? Number.NEGATIVE_INFINITY : event.timeStamp + CLICK_WITHIN_MS;
    };
    const gone = (event: PointerEvent): void => {
      fingers.delete(event.pointerId);
    };
    const click = (event: MouseEvent): void => {
      if (event.timeStamp > ignoreUntil) return;
      ignoreUntil = Number.NEGATIVE_INFINITY;
      event.preventDefault();
      event.stopPropagation();
    };
    const listeners = { pointerdown: down, pointerup: up, pointercancel: gone, click } as const;
    for (const [name, listener] of Object.entries(listeners))
      element.addEventListener(name, listener as EventListener, true);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        element.removeEventListener(name, listener as EventListener, true);
    };
  }, []);
}
