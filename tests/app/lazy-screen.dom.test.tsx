import { render as renderNow, type VNode } from 'preact';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { lazyScreen } from '../../src/app/lazy-screen.tsx';

afterEach(cleanup);

const Words = ({ words }: { words: string }): VNode => <p>{words}</p>;

test('a screen is asked for before anything is painted in its place, and once for all who show it', async () => {
  let asked = 0;
  let come = (_screen: typeof Words): void => undefined;
  const Lazy = lazyScreen(() => {
    asked += 1;
    return new Promise<typeof Words>((resolve) => (come = resolve));
  }, []);
  const glass = document.body.appendChild(document.createElement('div'));
  // Without a test's own waiting: what runs after the paint has not run when this returns.
  renderNow(<Lazy words="first" />, glass);
  expect(asked).toBe(1);
  expect(glass.textContent).toBe('');
  render(<Lazy words="second" />);
  come(Words);
  await screen.findByText('first');
  await screen.findByText('second');
  renderNow(null, glass);
  glass.remove();
  render(<Lazy words="third" />);
  screen.getByText('third');
  expect(asked).toBe(1);
});

test('a screen that was left before its code came stays gone', async () => {
  let come = (_screen: typeof Words): void => undefined;
  const Lazy = lazyScreen(() => new Promise<typeof Words>((resolve) => (come = resolve)), []);
  const { unmount, container } = render(<Lazy words="late" />);
  unmount();
  come(Words);
  await new Promise((resolve) => setTimeout(resolve));
  expect(container.textContent).toBe('');
});
