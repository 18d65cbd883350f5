import { expect, test } from 'vitest';
import {
  COVER_AFTER_MS,
  coverAfterMs,
  quietTimer,
  SPEAKS_FOR_MS,
  WARN_MS,
} from '../../../src/features/answer/quiet-timer.ts';

function clocks() {
  const now = { wall: 1_000_000, monotonic: 0 };
  const clock = { wallMs: () => now.wall, monotonicMs: () => now.monotonic };
  const pass = (ms: number) => {
    now.wall += ms;
    now.monotonic += ms;
  };
  return { now, clock, pass };
}

test('warns in the last five seconds, covers after thirty, and a touch begins anew', () => {
  const { clock, pass } = clocks();
  const timer = quietTimer(clock);
  pass(COVER_AFTER_MS - WARN_MS - 1);
  expect(timer.state().due).toBe('open');
  pass(1);
  expect(timer.state()).toEqual({ due: 'warn', leftMs: WARN_MS });
  timer.touch();
  expect(timer.state()).toEqual({ due: 'open', leftMs: COVER_AFTER_MS });
  pass(COVER_AFTER_MS);
  expect(timer.state()).toEqual({ due: 'cover', leftMs: 0 });
});

test('nobody is away while they are being told something, nor at once after it', () => {
  const { clock, pass } = clocks();
  const timer = quietTimer(clock);
  const one = timer.hold();
  const other = timer.hold();
  pass(10 * COVER_AFTER_MS);
  expect(timer.state().due).toBe('open');
  one();
  one();
  pass(COVER_AFTER_MS);
  expect(timer.state().due).toBe('open');
  other();
  expect(timer.state()).toEqual({ due: 'open', leftMs: COVER_AFTER_MS });
  pass(COVER_AFTER_MS);
  expect(timer.state().due).toBe('cover');
});

test('a recording that nobody touches holds for five minutes; then it warns and covers as ever', () => {
  const { clock, pass } = clocks();
  const timer = quietTimer(clock);
  timer.hold(SPEAKS_FOR_MS);
  pass(SPEAKS_FOR_MS - 1);
  expect(timer.state().due).toBe('open');
  timer.touch();
  pass(SPEAKS_FOR_MS - 1);
  expect(timer.state().due).toBe('open');
  pass(1);
  expect(timer.state()).toEqual({ due: 'open', leftMs: COVER_AFTER_MS });
  pass(COVER_AFTER_MS - WARN_MS);
  expect(timer.state().due).toBe('warn');
  pass(WARN_MS);
  expect(timer.state().due).toBe('cover');
});

test('counts by the clock that went on, when one stood still or was put back', () => {
  const { now, clock } = clocks();
  const timer = quietTimer(clock);
  now.wall += COVER_AFTER_MS;
  expect(timer.state().due).toBe('cover');
  timer.touch();
  now.wall -= 3_600_000;
  expect(timer.state().due).toBe('open');
  now.monotonic += COVER_AFTER_MS;
  expect(timer.state().due).toBe('cover');
});

test('with one switch it waits for the ring to come round; any other way it does not', () => {
  expect(coverAfterMs(undefined)).toBe(COVER_AFTER_MS);
  expect(coverAfterMs({ scan: 'two', paceMs: 5000, pictures: true })).toBe(COVER_AFTER_MS);
  expect(coverAfterMs({ scan: 'one', paceMs: 5000, pictures: true })).toBe(COVER_AFTER_MS + 60_000);
});
