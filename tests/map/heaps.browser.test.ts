import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openMapLab, settled, type MapLab } from '../helpers/map-lab/map-page.ts';

let lab: MapLab;
beforeAll(async () => {
  lab = await openMapLab();
});
afterEach(() => lab?.clear());
afterAll(() => lab?.close());

test('a heap is as wide as its number, thousands too, and stays about its middle', async () => {
  const map = await lab.open({ tiles: 'liechtenstein', marks: '10000' });
  for (let step = 0; step < 4; step += 1) await map.page.getByRole('button', { name: 'Further away' }).click();
  await settled(map.page);
  const heaps = await map.page.locator('.map-mark--many').evaluateAll((buttons) =>
    buttons.map((button) => {
      const words = button.querySelector('.map-mark__number');
      if (words === null) throw new Error('a heap without a number');
      const [round, number] = [button.getBoundingClientRect(), words.getBoundingClientRect()];
      const middle = button.parentElement?.getBoundingClientRect().left ?? Number.NaN;
      return {
        says: words.textContent,
        width: round.width,
        height: round.height,
        room: Math.min(number.left - round.left, round.right - number.right),
        off: Math.abs((round.left + round.right) / 2 - middle),
      };
    }),
  );
  expect(heaps.some(({ says }) => /^\d+,\d{3}$/.test(says))).toBe(true);
  for (const { says, width, height, room, off } of heaps) {
    expect(room, says).toBeGreaterThanOrEqual(6);
    expect(off, says).toBeLessThan(1);
    expect(height, says).toBe(48);
    // Up to three figures it is the circle that it always was.
    if (says.length <= 3) expect(width, says).toBe(48);
  }
});
