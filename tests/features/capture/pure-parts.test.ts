import { expect, test } from 'vitest';
import { withAnswer } from '../../../src/record-parts/consent/answers.ts';
import {
  firstGap,
  hostScreens,
  hostSteps,
  screenAfter,
  screenBefore,
  screenWith,
} from '../../../src/features/capture/host-steps.ts';
import { rebased } from '../../../src/features/capture/rebased.ts';
import type { CaptureView } from '../../../src/kinds/views.ts';

const NOW = { language: 'en', interpreted: false, now: '2026-11-03T10:00:00.000Z' };
const view = (change: Partial<CaptureView<unknown>> = {}): CaptureView<unknown> => ({
  blank: () => ({}),
  steps: [
    { id: 'one', View: () => null },
    { id: 'two', View: () => null, ready: (body) => body === 'ready' },
    { id: 'three', View: () => null },
  ],
  consentLayers: ['talk', 'use', 'voice'],
  ...change,
});
const names = (of: CaptureView<unknown>) =>
  hostSteps(of).map((step) => (step.type === 'kind' ? step.step.id : step.type));

test('the screens of a kind stand in the order it asks for', () => {
  expect(names(view())).toEqual(['talk', 'one', 'two', 'three', 'consent', 'check']);
  expect(names(view({ consentBefore: 'three' }))).toEqual(['talk', 'one', 'two', 'consent', 'three', 'check']);
  expect(names(view({ consentLayers: [] }))).toEqual(['one', 'two', 'three', 'check']);
  expect(names(view({ consentLayers: ['use'] }))).toEqual(['one', 'two', 'three', 'consent', 'check']);
});

const TOGETHER: CaptureView<unknown>['together'] = [
  [
    { step: 'three', as: 'bare' },
    { step: 'one', as: 'fold' },
  ],
];

test('steps that belong together share a screen in standard reading, and stand alone in easy reading', () => {
  const shared = view({ together: TOGETHER });
  expect(hostScreens(shared, true)).toEqual([[0], [1], [2], [3], [4], [5]]);
  // The first shared screen also asks whether one may listen: talk, three, one; then two, consent, check.
  expect(hostScreens(shared, false)).toEqual([[0, 3, 1], [2], [4], [5]]);
  expect(screenWith(hostScreens(shared, false), 3)).toBe(0);
  expect(screenWith(hostScreens(shared, false), 4)).toBe(2);
  expect(screenWith(hostScreens(shared, false), 99)).toBe(3);
});

test('a no to "use" goes straight to the end, and back again', () => {
  const asks = view({ consentBefore: 'three' });
  const steps = hostSteps(asks);
  const screens = hostScreens(asks, true);
  const no = withAnswer(null, 'use', 'no', NOW);
  const yes = withAnswer(null, 'use', 'yes', NOW);
  expect(screenAfter(steps, screens, 3, no)).toBe(5);
  expect(screenAfter(steps, screens, 3, yes)).toBe(4);
  expect(screenBefore(steps, screens, 5, no)).toBe(3);
  expect(screenBefore(steps, screens, 5, yes)).toBe(4);
  expect(screenBefore(steps, screens, 0, null)).toBe(0);
  expect(screenAfter(steps, screens, 5, yes)).toBe(5);
});

test('what is missing is the first step that is not ready, then what must have been asked', () => {
  const asks = view({ mustAsk: ['use'] });
  expect(firstGap(asks, 'not yet', null)).toMatchObject({ type: 'kind', step: { id: 'two' } });
  expect(firstGap(asks, 'ready', null)).toEqual({ type: 'consent' });
  expect(firstGap(asks, 'ready', withAnswer(null, 'use', 'yes', NOW))).toBeNull();
  expect(firstGap(asks, 'not yet', withAnswer(null, 'use', 'no', NOW))).toBeNull();
});

test('two changes made from the same drawing both count', () => {
  const shown = { a: 1, b: 1, c: 1 };
  const afterFirst = rebased(shown, { ...shown, a: 2 }, shown);
  expect(rebased(shown, { a: 1, b: 2 }, afterFirst)).toEqual({ a: 2, b: 2 });
  expect(rebased('x', 'y', 'z')).toBe('y');
});
