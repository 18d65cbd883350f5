import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useTake, type TakeMaker } from '../../src/features/desk/sound/use-take.ts';

afterEach(cleanup);

interface Live {
  cancel(): void;
}

/** A microphone that takes its time to open, as while the browser asks whether it may. */
function slowMaker() {
  const opened: (() => void)[] = [];
  const state = { open: 0 };
  const maker: TakeMaker<Live, { blob: Blob }> = {
    start: () =>
      new Promise((done) => {
        opened.push(() => {
          state.open += 1;
          done({ cancel: () => (state.open -= 1) });
        });
      }),
    stop: async () => ({ blob: new Blob(['said']) }),
    finish: async (blob) => ({ blob }),
    longestMs: 1000,
    otherwise: 'microphone-missing',
  };
  return { maker, state, answer: () => act(async () => opened.splice(0).forEach((open) => open())) };
}

test('pressed twice while the browser still asks, one microphone is opened, and none stays open behind the screen', async () => {
  const { maker, state, answer } = slowMaker();
  const { result, unmount } = renderHook(() => useTake(maker));
  void result.current.start();
  void result.current.start();
  await answer();
  expect(result.current.take.stage).toBe('live');
  expect(state.open).toBe(1);
  unmount();
  await waitFor(() => expect(state.open).toBe(0));
});

test('after a refusal it can be tried again', async () => {
  const { maker, state, answer } = slowMaker();
  let refuse = true;
  const { result } = renderHook(() =>
    useTake({ ...maker, start: () => (refuse ? Promise.reject(new Error('no')) : maker.start()) }),
  );
  await act(() => result.current.start());
  expect(result.current.problem?.code).toBe('microphone-missing');
  refuse = false;
  void result.current.start();
  await answer();
  expect(state.open).toBe(1);
});
