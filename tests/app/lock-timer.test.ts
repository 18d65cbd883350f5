import { describe, expect, test } from 'vitest';
import { lockTimer } from '../../src/app/lock-timer.ts';

const TIMES = { idleMs: 120_000, warnMs: 20_000, hiddenMs: 20_000 };

function setUp() {
  let wall = 1_000_000;
  let monotonic = 0;
  const timer = lockTimer({ wallMs: () => wall, monotonicMs: () => monotonic }, TIMES);
  const pass = (ms: number) => {
    wall += ms;
    monotonic += ms;
  };
  return { timer, pass, passWall: (ms: number) => (wall += ms), passMonotonic: (ms: number) => (monotonic += ms) };
}

describe('the lock timer', () => {
  test('stays open, warns in the last part, then locks', () => {
    const { timer, pass } = setUp();
    pass(99_999);
    expect(timer.state().due).toBe('open');
    pass(1);
    expect(timer.state()).toEqual({ due: 'warn', lockInMs: 20_000 });
    pass(20_000);
    expect(timer.state().due).toBe('lock');
  });

  test('a touch begins the time anew', () => {
    const { timer, pass } = setUp();
    pass(110_000);
    timer.touch();
    pass(99_000);
    expect(timer.state().due).toBe('open');
  });

  test('locks when it was out of sight for longer than the grace, and not before', () => {
    const { timer, pass } = setUp();
    timer.hide();
    pass(19_999);
    expect(timer.state().due).toBe('open');
    timer.show();
    pass(5000);
    expect(timer.state().due).toBe('open');
    timer.hide();
    pass(20_000);
    expect(timer.state().due).toBe('lock');
    timer.show();
    expect(timer.state().due).toBe('lock');
  });

  test('does not lock while the camera is in front or a voice is recorded', () => {
    const { timer, pass } = setUp();
    const letGo = timer.hold();
    timer.hide();
    pass(300_000);
    expect(timer.state().due).toBe('open');
    timer.show();
    letGo();
    expect(timer.state().due).toBe('open');
    letGo();
    pass(120_000);
    expect(timer.state().due).toBe('lock');
  });

  test('a camera left open locks in the end, also when nobody says that it was closed', () => {
    const { timer, pass } = setUp();
    timer.hold(300_000);
    timer.hide();
    pass(299_999);
    expect(timer.state().due).toBe('open');
    pass(1);
    expect(timer.state().due).toBe('lock');
    timer.show();
    expect(timer.state().due).toBe('lock');
  });

  test('counts a sleep in which only the wall clock went on, and a clock that was put back', () => {
    const asleep = setUp();
    asleep.passWall(121_000);
    expect(asleep.timer.state().due).toBe('lock');
    const putBack = setUp();
    putBack.passWall(-3_600_000);
    putBack.passMonotonic(121_000);
    expect(putBack.timer.state().due).toBe('lock');
  });

  test("takes the organisation's own idle time", () => {
    const { timer, pass } = setUp();
    timer.setIdle(30_000);
    pass(30_000);
    expect(timer.state().due).toBe('lock');
  });
});
