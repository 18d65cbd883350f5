import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import { serveGallery } from '../specimens/gallery-page.ts';

/** Recorded or photographed through what the player lends: in the gallery these stand still. */
const LENT = ['voice-answer', 'photo-of-thing'];
const asking = Object.values(QUESTION_TYPES)
  .filter((type) => !LENT.includes(type.name) && !('noAnswer' in type))
  .map(({ name }) => name);

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
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

async function open(asked: Record<string, string>, size = { width: 360, height: 640 }) {
  const context = await browser.newContext({ viewport: size, hasTouch: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const all = { only: 'questions', audience: 'participant', answers: 'none', ...asked };
  await page.goto(`${gallery.url}?${new URLSearchParams(all)}`);
  await page.waitForSelector('[data-question]', { timeout: 60_000 });
  return { page, context };
}

const VIEWS = [
  { touch: 'choose', language: 'en', reading: 'standard' },
  { touch: 'say-first', language: 'en', reading: 'easy' },
  { touch: 'say-first', language: 'ar', reading: 'standard' },
];
const answersOf = (page: Page, type: string): Locator =>
  page.locator(`[data-question="${type}"] .gallery__answers [data-value]`);
const isAnswered = async (one: Locator): Promise<boolean> => (await one.getAttribute('data-value')) !== 'null';
const TOUCHED = 'button, [type="radio"], [type="checkbox"], select';
const WRITTEN = 'textarea, input:not([type="radio"], [type="checkbox"])';

describe.each(VIEWS)('$touch, $language, $reading', (view) => {
  let byKeys: Awaited<ReturnType<typeof open>>;
  let byTouch: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    [byKeys, byTouch] = [await open(view), await open(view)];
  });
  afterAll(async () => {
    await byKeys?.context.close();
    await byTouch?.context.close();
  });

  test.each(asking)('%s is answered by the keys of a real keyboard alone', async (type) => {
    const { page } = byKeys;
    for (const one of await answersOf(page, type).all()) {
      // From the heading on, as the player leaves it.
      await one.locator('h4').evaluate((heading: HTMLElement) => {
        heading.tabIndex = -1;
        heading.focus();
      });
      for (let stop = 0; stop < 12 && !(await isAnswered(one)); stop += 1) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        if ((await one.locator(':focus').count()) === 0) break;
        if (await focused.evaluate((element, written) => element.matches(written), WRITTEN)) {
          await page.keyboard.type('2');
          continue;
        }
        for (let times = 0; times < 2 && !(await isAnswered(one)); times += 1) await page.keyboard.press('Space');
      }
      expect(await isAnswered(one), (await one.getAttribute('data-specimen')) ?? '').toBe(true);
    }
  });

  test.each(asking)('%s is answered with a finger', async (type) => {
    const { page } = byTouch;
    for (const one of await answersOf(page, type).all()) {
      const targets = one.locator(`${TOUCHED}, ${WRITTEN}`);
      for (let at = 0; at < (await targets.count()) && !(await isAnswered(one)); at += 1) {
        const target = targets.nth(at);
        for (let times = 0; times < 2 && !(await isAnswered(one)); times += 1) await target.tap({ force: true });
        if (await target.evaluate((element, written) => element.matches(written), WRITTEN)) await target.fill('2');
      }
      expect(await isAnswered(one), (await one.getAttribute('data-specimen')) ?? '').toBe(true);
    }
  });
});

test('arrows go from card to card; said first they point, and Space chooses what they point at', async () => {
  const { page, context } = await open({ touch: 'say-first', type: 'choose-one' });
  const one = answersOf(page, 'choose-one').first();
  const value = (): Promise<string | null> => one.getAttribute('data-value');
  await one.locator('input').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await value()).toBe('null');
  expect(await one.locator('.picture-choice--pointed').count()).toBe(1);
  expect(await one.locator('input:checked').count()).toBe(0);
  await page.keyboard.press('Space');
  expect(await value()).toBe('{"code":"none"}');
  expect(await one.locator('input:checked').getAttribute('value')).toBe('none');
  // Hearing another one leaves the box of what was chosen as it is.
  await page.keyboard.press('ArrowDown');
  expect(await one.locator('input:checked').getAttribute('value')).toBe('none');
  expect(await value()).toBe('{"code":"none"}');
  await context.close();
});

describe.each(['choose', 'say-first'])('on a small phone (%s)', (touch) => {
  // Parts of a drawing are as large as they are drawn; the same stand in a list beside it.
  test('whatever is touched is at least 64 px, and the pictures of cards are at least 96', async () => {
    const { page, context } = await open({ touch });
    const small = await page
      .locator(`.gallery__answers :is(button:not(.tap-picture__part), label, select)`)
      .evaluateAll((all) =>
        all.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          const type = element.closest('[data-question]')?.getAttribute('data-question');
          const isTarget = element.tagName !== 'LABEL' || element.querySelector('input') !== null;
          return isTarget && (Math.round(width) < 64 || Math.round(height) < 64)
            ? [`${type}: ${element.className} ${width}x${height}`]
            : [];
        }),
      );
    expect(small).toEqual([]);
    const pictures = await page
      .locator('[data-look="cards"] .picture-choice__picture')
      .evaluateAll((all) => all.map((picture) => picture.getBoundingClientRect().width));
    expect(pictures.length).toBeGreaterThan(20);
    expect(Math.min(...pictures)).toBeGreaterThanOrEqual(96);
    await context.close();
  });

  test('up to four cards, and six faces, are all in sight together', async () => {
    const { page, context } = await open({ touch });
    // What is left of 640 px by the heading and the bar of the player.
    const tall = await page
      .locator('.gallery__answers .picture-choices__cards:is([data-count="2"], [data-count="3"], [data-count="4"])')
      .evaluateAll((all) => all.map((cards) => cards.getBoundingClientRect().height).filter((height) => height > 356));
    expect(tall).toEqual([]);
    const faces = await page.locator('[data-look="scale"] > .picture-choices__cards').first().boundingBox();
    expect(faces?.height).toBeLessThanOrEqual(356);
    await context.close();
  });
});

test('with letters of twice the size nothing stands out of a tablet sideways', async () => {
  const { page, context } = await open({}, { width: 768, height: 1024 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const wide = await page.locator('.gallery__answers *').evaluateAll((all) => {
    const { clientWidth } = document.documentElement;
    return all.flatMap((element) => {
      const { left, right } = element.getBoundingClientRect();
      const isHidden = element.closest('.visually-hidden') !== null;
      return !isHidden && (right > clientWidth + 1 || left < -1)
        ? [`${element.tagName}.${element.getAttribute('class')}`]
        : [];
    });
  });
  expect(wide).toEqual([]);
  await context.close();
});

test.each(['day', 'outdoor'])('a card that is pointed at meets WCAG 2.2 AA too (%s)', async (theme) => {
  const { page, context } = await open({ touch: 'say-first', theme, answers: 'some' });
  for (const type of asking) {
    const target = answersOf(page, type).first().locator(':is(button, [type="radio"], [type="checkbox"])');
    if ((await target.count()) > 0) await target.first().tap({ force: true });
  }
  expect(await page.locator('.picture-choice--pointed').count()).toBeGreaterThan(6);
  const axe = new AxeBuilder({ page }).include('.gallery__answers');
  const { violations } = await (
    theme === 'outdoor' ? axe.withRules(['color-contrast-enhanced']) : axe.withTags(RULES)
  ).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))).toEqual([]);
  await context.close();
});

test('what staff touch in the builder is at least 48 px', async () => {
  const { page, context } = await open({ audience: 'staff' });
  const small = await page
    .locator('[data-specimen="edit"] :is(button, summary, label.edit-tick, input:not([type]))')
    .evaluateAll((all) =>
      all.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isFolded = element.closest('details:not([open])') !== null && element.tagName !== 'SUMMARY';
        return !isFolded && (Math.round(width) < 48 || Math.round(height) < 48)
          ? [
              `${element.closest('[data-question]')?.getAttribute('data-question')}: ${element.className} ${width}x${height}`,
            ]
          : [];
      }),
    );
  expect(small).toEqual([]);
  await context.close();
});
