import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openMapLab, type MapLab, type OpenedMap } from '../helpers/map-lab/map-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let lab: MapLab;

beforeAll(async () => {
  lab = await openMapLab();
});
afterEach(() => lab?.clear());
afterAll(() => lab?.close());

/** Thousandths of the sheet to the middle of a finger. */
async function at({ page }: OpenedMap, across: number, down: number): Promise<{ x: number; y: number }> {
  const touch = page.locator('.sheet__touch');
  await touch.scrollIntoViewIfNeeded();
  const box = await touch.boundingBox();
  if (box === null) throw new Error('no sheet');
  return { x: box.x + (box.width * across) / 1000, y: box.y + (box.height * down) / 1000 };
}

const last = async (map: OpenedMap) => (await map.told()).sheets.at(-1)?.marks ?? [];

describe('a plan drawn with a finger', () => {
  test('has its pin where it was touched, left being left in every language', async () => {
    for (const language of ['en', 'ar']) {
      const map = await lab.open({ sheet: 'blank', language }, { hasTouch: true });
      const { x, y } = await at(map, 200, 700);
      await map.page.touchscreen.tap(x, y);
      await expect.poll(() => last(map)).toHaveLength(1);
      const [pin] = await last(map);
      expect(pin?.points[0]?.[0]).toBeGreaterThan(185);
      expect(pin?.points[0]?.[0]).toBeLessThan(215);
      const [shown, sheet] = await Promise.all([
        map.page.locator('.sheet__number').first().boundingBox(),
        map.page.locator('.sheet__paper').first().boundingBox(),
      ]);
      if (shown === null || sheet === null) throw new Error('not drawn');
      expect((shown.x + shown.width / 2 - sheet.x) / sheet.width).toBeCloseTo(0.2, 1);
      expect(map.complaints).toEqual([]);
    }
  });

  test('takes a line in one stroke and does not move the page under it', async () => {
    const map = await lab.open({ sheet: 'photo' });
    await map.page.getByLabel('A way or a line').check();
    const from = await at(map, 100, 200);
    const to = await at(map, 900, 800);
    const before = await map.page.evaluate(() => scrollY);
    await map.page.mouse.move(from.x, from.y);
    await map.page.mouse.down();
    for (let step = 1; step <= 30; step += 1)
      await map.page.mouse.move(from.x + ((to.x - from.x) * step) / 30, from.y + ((to.y - from.y) * step) / 30);
    await map.page.mouse.up();
    await expect.poll(() => last(map)).toHaveLength(1);
    const [line] = await last(map);
    expect(line?.as).toBe('line');
    expect(line?.points.length).toBeGreaterThan(10);
    expect(line?.points[0]?.[0]).toBeCloseTo(100, -1.2);
    expect(line?.points.at(-1)?.[0]).toBeGreaterThan(850);
    expect(await map.page.evaluate(() => scrollY)).toBe(before);
    expect(await map.page.locator('.sheet__touch').evaluate((sheet) => getComputedStyle(sheet).touchAction)).toBe(
      'none',
    );
    await map.page.getByRole('button', { name: 'Take back the last step' }).click();
    await expect.poll(() => last(map)).toEqual([]);
    expect(map.complaints).toEqual([]);
  });

  test.each([
    { language: 'en', look: 'day' },
    { language: 'ar', look: 'sun' },
    { language: 'en', look: 'easy' },
  ])('$language, $look: meets WCAG 2.2 AA and fits a width of 320 px', async (view) => {
    const map = await lab.open({ ...view, sheet: 'blank' }, { viewport: { width: 320, height: 640 } });
    const { x, y } = await at(map, 500, 500);
    await map.page.mouse.click(x, y);
    await map.page.locator('.sheet__number').first().waitFor();
    const { violations } = await new AxeBuilder({ page: map.page }).withTags(RULES).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))).toEqual([]);
    expect(await map.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
