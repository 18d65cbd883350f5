import type { Clock } from '../../../src/ports/clock.ts';
// What the engine fetches when it is first needed. It comes over from another process here, and virtual time would not wait.
import '../../../src/domain/pull-row.ts';
import '../../../src/sync/fetch-assets.ts';
import '../../../src/sync/whole-maps.ts';

/** Time that stands still until it is moved: a week passes in the time its work takes. */
export interface VirtualTime {
  nowMs(): number;
  /** Does something later; returns the way to take it back. */
  at(afterMs: number, work: () => void): () => void;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Moves on until `untilMs`, letting all work that falls due be done in order. */
  runUntil(untilMs: number, enough?: () => boolean): Promise<void>;
  /** A tablet's own clock: its wall may be years out, its monotonic time begins when its page does. */
  clock(wallOffsetMs: number): Clock;
}

interface Timer {
  readonly atMs: number;
  readonly order: number;
  work: (() => void) | null;
}

const BEGIN_MS = Date.UTC(2026, 4, 4, 8);

/** Everything that is ready to go on goes on: promises first, then what they lead to. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export function virtualTime(): VirtualTime {
  const heap: Timer[] = [];
  let now = 0;
  let order = 0;

  const at = (afterMs: number, work: () => void) => {
    const timer: Timer = { atMs: now + Math.max(0, afterMs), order: (order += 1), work };
    push(heap, timer);
    return () => {
      timer.work = null;
    };
  };
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal?.aborted === true) return resolve();
      const cancel = at(ms, () => resolve());
      signal?.addEventListener(
        'abort',
        () => {
          cancel();
          resolve();
        },
        { once: true },
      );
    });
  return {
    nowMs: () => now,
    at,
    sleep,
    async runUntil(untilMs, enough = () => false) {
      await settle();
      while (!enough()) {
        const next = heap[0];
        if (next === undefined || next.atMs > untilMs) break;
        pop(heap);
        if (next.work === null) continue;
        now = next.atMs;
        next.work();
        await settle();
      }
      if (!enough()) now = Math.max(now, untilMs);
    },
    clock(wallOffsetMs) {
      const begun = now;
      return {
        wallMs: () => BEGIN_MS + wallOffsetMs + now,
        monotonicMs: () => now - begun,
        zone: () => 'Europe/London',
        sleep,
      };
    },
  };
}

const earlier = (a: Timer, b: Timer) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

function push(heap: Timer[], timer: Timer): void {
  heap.push(timer);
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const [above, below] = [heap[parent], heap[child]];
    if (above === undefined || below === undefined || !earlier(below, above)) return;
    heap[parent] = below;
    heap[child] = above;
    child = parent;
  }
}

function pop(heap: Timer[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  let parent = 0;
  for (;;) {
    let least = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      const [one, best] = [heap[child], heap[least]];
      if (one !== undefined && best !== undefined && earlier(one, best)) least = child;
    }
    if (least === parent) return;
    const [a, b] = [heap[parent], heap[least]];
    if (a === undefined || b === undefined) return;
    heap[parent] = b;
    heap[least] = a;
    parent = least;
  }
}
