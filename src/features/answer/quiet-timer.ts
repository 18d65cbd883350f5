import type { Clock } from '../../ports/clock.ts';
import type { Ways } from '../../surveys/answering.ts';

/** Left alone for this long, the cover shows. */
export const COVER_AFTER_MS = 30_000;
/** With one switch nobody can press before the ring has come: so many of its stays are waited for beside. */
const STAYS_OF_RING = 12;
/** The last part of it, in which a person is told; any touch keeps the question. */
export const WARN_MS = 5000;
/** A recording goes on so long without a touch: then nobody is speaking to the tablet any more, and others may be. */
export const SPEAKS_FOR_MS = 5 * 60_000;
/** The cover itself may stand for this many times the idle time of the lock; then the tablet locks. */
export const COVER_TIMES_IDLE = 5;

/** How long this person may leave a question without a touch. */
export function coverAfterMs(ways: Ways | undefined): number {
  return COVER_AFTER_MS + (ways?.scan === 'one' ? STAYS_OF_RING * ways.paceMs : 0);
}

export interface QuietTimer {
  touch(): void;
  /**
   * While something is being said or recorded nobody is away: but for longer than `mostMs` after the last touch. Returns
   * the way to let go.
   */
  hold(mostMs?: number): () => void;
  /** What is due now. `leftMs` counts down to the cover, or to the lock once it shows. */
  state(): { readonly due: 'open' | 'warn' | 'cover'; readonly leftMs: number };
}

/**
 * Decides when a question is covered. Counts by whichever clock moved further: the monotonic clock of some tablets
 * stands still while they sleep.
 */
export function quietTimer(clock: Pick<Clock, 'wallMs' | 'monotonicMs'>, afterMs = COVER_AFTER_MS): QuietTimer {
  const now = () => ({ wall: clock.wallMs(), monotonic: clock.monotonicMs() });
  let touched = now();
  const holds = new Set<{ readonly mostMs: number }>();
  const passed = () => Math.max(clock.wallMs() - touched.wall, clock.monotonicMs() - touched.monotonic, 0);
  return {
    touch: () => {
      touched = now();
    },
    hold: (mostMs = Infinity) => {
      const own = { mostMs };
      holds.add(own);
      return () => {
        if (holds.delete(own)) touched = now();
      };
    },
    state: () => {
      const over = [...holds].filter(({ mostMs }) => passed() >= mostMs);
      for (const one of over) holds.delete(one);
      if (over.length > 0) touched = now();
      if (holds.size > 0) return { due: 'open', leftMs: afterMs };
      const leftMs = Math.max(0, afterMs - passed());
      return { due: leftMs === 0 ? 'cover' : leftMs <= WARN_MS ? 'warn' : 'open', leftMs };
    },
  };
}
