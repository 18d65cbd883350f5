import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Ways } from '../../surveys/answering.ts';
import { createScanner } from './scanner.ts';

const STEP_KEYS = new Set([' ', 'Tab', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', '1']);
/** A switch that trembles, or is held down, is one press. */
const SETTLE_MS = 250;
/** Between the control and the ring, and between the ring and the edge of the glass, in px. */
const ROOM = 8;
const EDGE = 5;
/** After this many steps without a key somebody who writes has finished writing. */
const WRITING_STEPS = 5;
/** And so has somebody who presses a switch after as long: it is no letter then. */
const WRITING_MS = 5000;
/** While something is held the ring does not take the focus from it. */
const HELD_MS = 4000;
const SWITCH_KEYS = new Set([' ', 'Enter']);

/**
 * Answering with one switch or two. The ring steps through what can be touched, in reading order, row by row where there
 * is much; choosing puts the real focus there and clicks. One switch: any key or touch chooses. Two: space, tab or an
 * arrow steps on, any other key chooses, and touch works as ever. Escape is left to whoever looks after the tablet.
 */
export function useScanning(root: RefObject<HTMLElement | null>, ways: Ways): RefObject<HTMLDivElement | null> {
  const ring = useRef<HTMLDivElement>(null);
  const { scan, paceMs } = ways;
  useEffect(() => {
    const area = root.current;
    if (area === null || scan === null) return;
    const scanner = createScanner(area, (box, isRow) => {
      const shown = ring.current;
      if (shown === null) return;
      shown.hidden = box === null;
      if (box === null) return;
      const within = area.getBoundingClientRect();
      // Round the control, but never off the glass.
      const left = Math.max(EDGE, box.left - within.left - ROOM);
      const top = Math.max(EDGE, box.top - within.top - ROOM);
      const right = Math.min(within.width - EDGE, box.left - within.left + box.width + ROOM);
      const bottom = Math.min(within.height - EDGE, box.top - within.top + box.height + ROOM);
      shown.style.translate = `${left}px ${top}px`;
      shown.style.inlineSize = `${right - left}px`;
      shown.style.blockSize = `${bottom - top}px`;
      shown.dataset['rows'] = String(isRow);
    });
    let pressedAt = Number.NEGATIVE_INFINITY;
    let quiet = 0;
    const settled = (event: Event): boolean => {
      if (event.timeStamp - pressedAt < SETTLE_MS) return false;
      pressedAt = event.timeStamp;
      return true;
    };
    const take = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    let timer = 0;
    const waitFor = (ms: number): void => {
      clearTimeout(timer);
      if (scan !== 'one') return;
      timer = window.setTimeout(() => {
        if (!scanner.writing() || (quiet += 1) >= WRITING_STEPS) {
          quiet = 0;
          scanner.step();
        }
        waitFor(paceMs);
      }, ms);
    };
    // The ring never stands on a new screen where something of the old one was.
    let looking = 0;
    const changes = new MutationObserver(() => {
      cancelAnimationFrame(looking);
      looking = requestAnimationFrame(() => {
        if (scanner.lookAgain()) waitFor(2 * paceMs);
      });
    });
    const choose = (): void => {
      scanner.choose();
      quiet = 0;
      // Time to hear it, and to press again: listening, the first press says it and the second takes it.
      waitFor(2 * paceMs);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' || event.ctrlKey || event.altKey || event.metaKey) return;
      const rested = event.timeStamp - pressedAt > WRITING_MS && SWITCH_KEYS.has(event.key);
      if (scanner.writing() && event.key !== 'Tab' && !rested) {
        quiet = 0;
        pressedAt = event.timeStamp;
        return;
      }
      take(event);
      if (event.repeat || !settled(event)) return;
      if (scan === 'two' && STEP_KEYS.has(event.key)) scanner.step();
      else choose();
    };
    /** With one switch the whole screen is the switch. */
    const touch = (event: Event): void => {
      // The scanner's own click is not a touch.
      if (!event.isTrusted) return;
      // What is held by the worker stays the worker's.
      if (event.target instanceof Element && event.target.closest('[data-scan="none"]') !== null) {
        if (event.type === 'pointerdown') waitFor(HELD_MS);
        return;
      }
      take(event);
      if (event.type === 'click' && (event as MouseEvent).detail > 0 && settled(event)) choose();
    };
    const touches = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'] as const;
    document.addEventListener('keydown', key, true);
    if (scan === 'one') for (const name of touches) area.addEventListener(name, touch, true);
    scanner.start();
    changes.observe(area, { childList: true, subtree: true });
    waitFor(paceMs);
    return () => {
      clearTimeout(timer);
      changes.disconnect();
      cancelAnimationFrame(looking);
      document.removeEventListener('keydown', key, true);
      for (const name of touches) area.removeEventListener(name, touch, true);
      scanner.end();
    };
  }, [scan, paceMs]);
  return ring;
}
