import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookForNewer } from '../../src/app/look-for-newer.ts';

const MINUTE_MS = 60_000;
let now = Date.parse('2026-11-03T10:00:00Z');
let answers = true;
let visible: DocumentVisibilityState = 'visible';
let connected = true;
const look = vi.fn(async () => answers);
let end = (): void => undefined;

beforeEach(() => {
  look.mockClear();
  [answers, visible, connected] = [true, 'visible', true];
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible);
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => connected);
  end = lookForNewer({ look }, () => now);
});
afterEach(() => {
  end();
  vi.restoreAllMocks();
});

/** Lets the answer of the last question arrive. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
const shown = async () => {
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
};
const online = async () => {
  window.dispatchEvent(new Event('online'));
  await settled();
};

test('asks when the app is shown again and when it comes online, once an hour', async () => {
  await shown();
  expect(look).toHaveBeenCalledTimes(1);
  now += 59 * MINUTE_MS;
  await shown();
  await online();
  expect(look).toHaveBeenCalledTimes(1);
  now += 2 * MINUTE_MS;
  await online();
  expect(look).toHaveBeenCalledTimes(2);
});

test('asks nothing when it is put away or has no connection', async () => {
  visible = 'hidden';
  await shown();
  visible = 'visible';
  connected = false;
  await shown();
  expect(look).not.toHaveBeenCalled();
});

test('a look that nobody answered does not use up the hour, nor does a clock that was set back', async () => {
  answers = false;
  await online();
  answers = true;
  await online();
  expect(look).toHaveBeenCalledTimes(2);
  now -= 24 * 60 * MINUTE_MS;
  await shown();
  expect(look).toHaveBeenCalledTimes(3);
});

test('asks no more once it has ended', async () => {
  end();
  await shown();
  await online();
  expect(look).not.toHaveBeenCalled();
});
