import { afterEach, expect, test, vi } from 'vitest';
import { inTurns, painted } from '../../src/features/in-turns.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Work of so many steps, each of which takes a while. */
function* slow(steps: number, each: number): Generator<void, string> {
  for (let step = 0; step < steps; step += 1) {
    const until = performance.now() + each;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

test('long work lets others in between, and says in the end what came of it', async () => {
  let touched = 0;
  const touches = setInterval(() => (touched += 1), 5);
  expect(await inTurns(slow(20, 5))).toBe('done');
  clearInterval(touches);
  expect(touched).toBeGreaterThanOrEqual(4);
});

test('what the work throws is what is said, even late', async () => {
  function* failing(): Generator<void, never> {
    yield* slow(3, 10);
    throw new Error('no more room');
  }
  await expect(inTurns(failing())).rejects.toThrow('no more room');
});

test('a page that nobody sees paints nothing, and is waited for all the same', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  await painted();
});

test('what was drawn is on the glass before anything goes on', async () => {
  const said: string[] = [];
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    setTimeout(() => {
      said.push('frame');
      draw();
    }, 5);
  });
  await painted();
  expect(said).toEqual(['frame']);
});
