import type { Clock } from '../ports/clock.ts';

/** Milliseconds. */
export interface LockTimes {
  /** Untouched for this long: locked. */
  readonly idleMs: number;
  /** The last part of the idle time, in which a person is told. */
  readonly warnMs: number;
  /** Out of sight for longer than this: locked. */
  readonly hiddenMs: number;
}

export const HIDDEN_GRACE_MS = 20_000;
export const WARN_MS = 20_000;

export interface LockTimer {
  touch(): void;
  hide(): void;
  show(): void;
  /** The organisation's own idle time, once it is known. */
  setIdle(idleMs: number): void;
  /** While held, being out of sight does not lock, or not before `hiddenMs`. Returns the way to let go. */
  hold(hiddenMs?: number): () => void;
  /** What is due now. `lockInMs` counts down in the last part. */
  state(): { readonly due: 'open' | 'warn' | 'lock'; readonly lockInMs: number };
}

/**
 * Decides when an unlocked tablet locks. Counts by whichever clock moved further, because the monotonic clock of some
 * tablets stands still while they sleep, and the wall clock may be put back.
 */
export function lockTimer(clock: Pick<Clock, 'wallMs' | 'monotonicMs'>, times: LockTimes): LockTimer {
  const now = () => ({ wall: clock.wallMs(), monotonic: clock.monotonicMs() });
  const since = (then: { wall: number; monotonic: number }) =>
    Math.max(clock.wallMs() - then.wall, clock.monotonicMs() - then.monotonic, 0);
  let touched = now();
  let hidden: { wall: number; monotonic: number } | null = null;
  const holds = new Set<{ readonly hiddenMs: number }>();
  const mayHideMs = () => Math.max(times.hiddenMs, ...[...holds].map(({ hiddenMs }) => hiddenMs));
  let idleMs = times.idleMs;
  return {
    setIdle: (next) => {
      idleMs = next;
    },
    touch: () => {
      touched = now();
    },
    hide: () => {
      hidden ??= now();
    },
    show: () => {
      if (hidden === null || since(hidden) >= mayHideMs()) return;
      if (holds.size > 0) touched = now();
      hidden = null;
    },
    hold: (hiddenMs = Infinity) => {
      const own = { hiddenMs };
      holds.add(own);
      return () => {
        if (holds.delete(own)) touched = now();
      };
    },
    state: () => {
      const lockInMs = Math.max(0, idleMs - since(touched));
      const gone = hidden !== null && since(hidden) >= mayHideMs();
      const held = holds.size > 0;
      if (gone || (lockInMs === 0 && !held)) return { due: 'lock', lockInMs: 0 };
      return { due: lockInMs <= times.warnMs && !held ? 'warn' : 'open', lockInMs };
    },
  };
}
