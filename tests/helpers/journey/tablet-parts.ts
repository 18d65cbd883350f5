import type { Clock } from '../../../src/ports/clock.ts';
import type { Tablet } from '../../../src/ports/tablet.ts';

/** Waits of the engine pass so many times faster than on a tablet; everything else takes the time it takes. */
const HURRY = 20;

export const hurriedClock: Clock = {
  wallMs: () => Date.now(),
  monotonicMs: () => performance.now() * HURRY,
  zone: () => 'Europe/London',
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const timer = setTimeout(done, ms / HURRY);
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done);
    }),
};

export const steadyTablet: Tablet = {
  persisted: async () => true,
  askToPersist: async () => true,
  space: async () => ({ usedBytes: 1, freeBytes: 1e9 }),
  battery: async () => ({ level: 0.8, charging: false }),
  visible: () => true,
  maybeOnline: () => true,
  subscribe: () => () => {},
};
