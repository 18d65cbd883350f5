import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { drawsApart } from '../../src/i18n/letters.ts';

/** Whether a real browser has a letter, told by what it draws: some machines have a Chinese font and some have none. */

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** What fonts the machine says it has; null where it cannot be asked. */
function hasChineseFont(): boolean | null {
  try {
    return execFileSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return null;
  }
}

test('letters that a font has are told apart, and those that none has are not', async () => {
  expect(await page.evaluate(drawsApart, ['a', 'o'] as const)).toBe(true);
  // As wide as each other: only what is drawn tells them apart.
  expect(await page.evaluate(drawsApart, ['b', 'd'] as const)).toBe(true);
  // Nobody will ever give these places a letter.
  expect(await page.evaluate(drawsApart, ['\u{2FFFE}', '\u{3FFFE}'] as const)).toBe(false);
});

test('Chinese letters are there exactly where the machine has a font for them', async () => {
  const drawn = await page.evaluate(drawsApart, ['语', '医'] as const);
  const font = hasChineseFont();
  if (font === null) expect(typeof drawn).toBe('boolean');
  else expect(drawn).toBe(font);
});
