import { options, render, type VNode } from 'preact';
import { expect, test } from 'vitest';
import { fetchAhead, useAnswerView } from '../../src/player/use-answer-view.ts';

function Probe({ type }: { type: string }): VNode {
  const view = useAnswerView(type);
  return <p>{view === 'waiting' ? 'waiting' : 'here'}</p>;
}

test('a question fetched ahead shows, also when it comes between the drawing and what follows the drawing', async () => {
  const place = document.createElement('div');
  const before = options.requestAnimationFrame;
  const held: (() => void)[] = [];
  options.requestAnimationFrame = (follows) => void held.push(follows);
  render(<Probe type="amount" />, place);
  expect(place.textContent).toBe('waiting');
  await fetchAhead('amount');
  if (before === undefined) delete options.requestAnimationFrame;
  else options.requestAnimationFrame = before;
  for (const follows of held) follows();
  await expect.poll(() => place.textContent).toBe('here');
  render(null, place);
});

test('a question that nobody fetched ahead is fetched when its turn comes', async () => {
  const place = document.createElement('div');
  render(<Probe type="how-often" />, place);
  expect(place.textContent).toBe('waiting');
  await expect.poll(() => place.textContent).toBe('here');
  render(null, place);
});
