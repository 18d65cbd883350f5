import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { quietTimer, type QuietTimer } from './quiet-timer.ts';

const TICK_MS = 500;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/**
 * Covers a question that is left alone, and at once when the page goes out of sight. `secondsLeft` counts down before
 * the cover; any touch keeps the question.
 */
export function useQuiet(props: {
  active: boolean;
  afterMs: number;
  /** The camera stands in front of the app: being out of sight is no leaving. */
  cameraInFront: () => boolean;
  onCover: () => void;
}): { secondsLeft: number | null; timer: QuietTimer } {
  const { clock, tablet } = useServices();
  const { active, afterMs } = props;
  const timer = useMemo(() => quietTimer(clock, afterMs), [clock, afterMs]);
  const [secondsLeft, show] = useState<number | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    show(null);
    if (!active) return undefined;
    timer.touch();
    const look = (): void => {
      const { due, leftMs } = timer.state();
      if (due === 'cover') latest.current.onCover();
      show(due === 'warn' ? Math.ceil(leftMs / 1000) : null);
    };
    const touch = (): void => {
      timer.touch();
      show(null);
    };
    const ticking = setInterval(look, TICK_MS);
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, touch, { capture: true, passive: true });
    const stopTablet = tablet.subscribe((event) => {
      if (event === 'hidden' && !latest.current.cameraInFront()) latest.current.onCover();
    });
    return () => {
      clearInterval(ticking);
      stopTablet();
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, touch, { capture: true });
    };
  }, [active, timer, tablet]);
  return { secondsLeft, timer };
}
