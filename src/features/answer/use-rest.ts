import { useCallback, useEffect } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import { COVER_TIMES_IDLE, quietTimer } from './quiet-timer.ts';
import type { Phase } from './answering-host.tsx';

const USUAL_LOCK_SECONDS = 120;
const TICK_MS = 1000;

/**
 * The lock of a lent tablet: never while somebody answers; when the cover, or the end, has stood for five times the usual
 * while, and when it was out of sight for as long. What is open is kept first.
 */
export function useRest(lent: boolean, phase: Phase): void {
  const { clock, reference } = useServices();
  const { holdOpen, lock } = useUnlocked();
  const lockSeconds = useCallback(async (): Promise<number> => {
    const organisation = await reference.organisation().catch(() => null);
    return organisation?.lockAfterSeconds ?? USUAL_LOCK_SECONDS;
  }, [reference]);
  useEffect(() => {
    if (!lent) return undefined;
    let over = false;
    let release = (): void => undefined;
    const hold = (seconds: number): void => {
      if (over) return;
      release();
      release = holdOpen(seconds * 1000 * COVER_TIMES_IDLE);
    };
    hold(USUAL_LOCK_SECONDS);
    void lockSeconds().then(hold);
    return () => {
      over = true;
      release();
    };
  }, [lent, holdOpen, lockSeconds]);

  const resting = lent && phase !== 'answering' && phase !== 'worker';
  useEffect(() => {
    if (!resting) return undefined;
    let over = false;
    let timer = quietTimer(clock, USUAL_LOCK_SECONDS * 1000 * COVER_TIMES_IDLE);
    void lockSeconds().then((seconds) => (timer = quietTimer(clock, seconds * 1000 * COVER_TIMES_IDLE)));
    const ticking = setInterval(() => {
      if (over || timer.state().due !== 'cover') return;
      over = true;
      void lock();
    }, TICK_MS);
    return () => {
      over = true;
      clearInterval(ticking);
    };
  }, [resting, clock, lockSeconds, lock]);
}
