import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { atRest } from '../helpers/at-rest.ts';
import { serveGallery } from './gallery-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

async function open(asked: Record<string, string>, width = 800): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${gallery.url}?${new URLSearchParams(asked)}`);
  const first =
    { kinds: '[data-kind] .card', questions: '[data-question]', maps: '[data-map=pick] .map' }[asked['only'] ?? ''] ??
    '[data-part]';
  await page.waitForSelector(first, { timeout: 60_000 });
  await page.evaluate(() => document.fonts.ready);
  return { page, context };
}

const VIEWS = [
  { language: 'en', reading: 'standard', theme: 'day' },
  { language: 'en', reading: 'easy', theme: 'day' },
  { language: 'ar', reading: 'standard', theme: 'day' },
  { language: 'en', reading: 'standard', theme: 'outdoor' },
  { language: 'ar', reading: 'easy', theme: 'outdoor' },
];

describe.each(VIEWS)('in $language, $reading, $theme', (view) => {
  test.each(['parts', 'kinds', 'questions', 'maps'])(
    'all %s meet WCAG 2.2 AA and fit a width of 320 px',
    async (only) => {
      const { page, context } = await open({ ...view, only, audience: 'participant' });
      const { violations, passes } = await new AxeBuilder({ page }).withTags(RULES).disableRules(OFF).analyze();
      expect(passes.find(({ id }) => id === 'color-contrast')?.nodes.length).toBeGreaterThan(only === 'maps' ? 10 : 20);
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))).toEqual(
        [],
      );

      await page.setViewportSize({ width: 320, height: 640 });
      await atRest(page);
      expect(await tooWide(page)).toEqual([]);
      expect(await spilling(page)).toEqual([]);
      await context.close();
    },
  );
});

/** Words that run over the edge of the tile or button they stand in. */
async function spilling(page: Page): Promise<string[]> {
  const words = page.locator(
    '.choice__words, .picture-card__words, .picture-choice__words, .button__words, .status-chip',
  );
  return words.evaluateAll((all) =>
    all.flatMap((element) => (element.scrollWidth > element.clientWidth + 1 ? [element.textContent ?? ''] : [])),
  );
}

/** What stands out sideways of the page, by tag and class. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [`${scrollWidth} px`, ...out.map((element) => `${element.tagName}.${element.getAttribute('class')}`)];
  });
}

// The gallery lists the same headings and landmarks again and again, which a screen never does.
const OFF = [
  'heading-order',
  'landmark-unique',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level',
  'page-has-heading-one',
];

test('outdoors every text has a contrast of 7 to 1', async () => {
  const { page, context } = await open({ theme: 'outdoor' });
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.html.slice(0, 160)))).toEqual([]);
  await context.close();
});

test.each([
  { audience: 'staff', least: 48 },
  { audience: 'participant', least: 64 },
])('what is touched is at least $least px for $audience', async ({ audience, least }) => {
  const { page, context } = await open({ audience, only: 'parts' });
  const small = await page.evaluate((least) => {
    const targets = document.querySelectorAll(
      '[data-part] :is(button, a, summary, label.choice, label.toggle__option, label.take-photo, input:not([type="radio"], [type="checkbox"], [type="file"]), textarea)',
    );
    return [...targets].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      return Math.round(width) < least || Math.round(height) < least
        ? [
            `${target.closest('[data-part]')?.getAttribute('data-part')}: ${target.outerHTML.slice(0, 120)} ${width}x${height}`,
          ]
        : [];
    });
  }, least);
  expect(small).toEqual([]);
  await context.close();
});

test('picture cards are at least 96 px', async () => {
  const { page, context } = await open({ only: 'parts' }, 320);
  const sizes = await page
    .locator('.picture-card')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect()));
  expect(sizes.length).toBeGreaterThan(2);
  expect(Math.min(...sizes.flatMap(({ width, height }) => [width, height]))).toBeGreaterThanOrEqual(96);
  await context.close();
});

test('letters are as large as the reading mode promises', async () => {
  const sizeOf = async (asked: Record<string, string>, selector: string): Promise<number> => {
    const { page, context } = await open({ only: 'parts', ...asked });
    const size = await page
      .locator(selector)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    await context.close();
    return size;
  };
  expect(await sizeOf({}, '.card p')).toBeGreaterThanOrEqual(18);
  expect(await sizeOf({ audience: 'participant' }, '.card p')).toBeGreaterThanOrEqual(20);
  expect(await sizeOf({ reading: 'easy', audience: 'participant' }, '.card p')).toBeGreaterThanOrEqual(22);
  expect(await sizeOf({ reading: 'easy' }, '.field__hint')).toBeGreaterThanOrEqual(22);
  expect(await sizeOf({ reading: 'easy' }, '.choice-list__question')).toBeGreaterThanOrEqual(28);
});

test('twice the letter size still fits a tablet', async () => {
  const { page, context } = await open({ only: 'parts' }, 768);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(768);
  await context.close();
});
