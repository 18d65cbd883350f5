import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { atRest } from '../helpers/at-rest.ts';
import { finger, touchGlass } from '../helpers/finger.ts';
import { servePlayer } from './player-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 360, height: 640 };
const TABLET = { width: 1280, height: 800 };
let browser: Browser;
let player: Awaited<ReturnType<typeof servePlayer>>;

beforeAll(async () => {
  player = await servePlayer();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await player?.close();
});

async function open(asked: Record<string, string>, viewport = PHONE): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport, hasTouch: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await show(page, asked);
  return { page, context };
}

async function show(page: Page, asked: Record<string, string>): Promise<void> {
  await page.goto(`${player.url}?${new URLSearchParams(asked)}`);
  await page.waitForSelector('.player__question', { timeout: 60_000 });
  if (asked['stage'] === 'questions') await page.waitForSelector('.player__answer > *');
  await page.evaluate(() => document.fonts.ready);
  await atRest(page);
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
const kept = (
  page: Page,
): Promise<{ stage: string; at: string | null; answers: Record<string, { outcome: string }> }> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('kept') ?? 'null'));

const STAGES = [
  'language',
  'how',
  'purpose',
  'consent',
  'who',
  'practice',
  'check',
  'consent-after',
  'about-you',
  'done',
];
// Every type of question is checked on its own; here are those that fill a screen most.
const QUESTIONS: Record<string, string[]> = {
  'getting-to-see-a-doctor': ['D1', 'D4', 'D5'],
  'how-was-your-care': ['F2'],
  'what-matters-here': ['W2'],
};
const SCREENS: Record<string, string>[] = [
  ...STAGES.map((stage): Record<string, string> => ({
    stage,
    ...(stage === 'practice' ? { at: 'practice' } : stage === 'about-you' ? { at: 'about-age' } : {}),
  })),
  ...Object.entries(QUESTIONS).flatMap(([survey, codes]) => codes.map((at) => ({ stage: 'questions', survey, at }))),
];

describe.each([
  { language: 'en', reading: 'standard', theme: 'day', viewport: PHONE },
  { language: 'en', reading: 'easy', theme: 'day', viewport: PHONE },
  { language: 'ar', reading: 'standard', theme: 'day', viewport: TABLET },
  { language: 'ar', reading: 'easy', theme: 'outdoor', viewport: PHONE },
])('in $language, $reading, $theme at $viewport.width', ({ viewport, ...view }) => {
  test('every screen meets WCAG 2.2 AA, with targets of 64 px and the bar in its place', async () => {
    const found: string[] = [];
    const bars = new Set<string>();
    const { page, context } = await open(view, viewport);
    for (const screen of SCREENS) {
      await show(page, { ...view, ...screen });
      const name = Object.values(screen).join(' ');
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      found.push(
        ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name}: ${id} ${node.html.slice(0, 120)}`)),
        ...(await smallTargets(page)).map((small) => `${name}: ${small}`),
        ...(await outOfSight(page)).map((out) => `${name}: ${out}`),
      );
      if (screen['stage'] === 'questions') bars.add(await barOf(page));
    }
    await context.close();
    expect(found).toEqual([]);
    expect([...bars]).toHaveLength(1);
  });
});

/** Targets under 64 px, and neighbours in the bar less than 12 px apart. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isBox = (one: Element): boolean => one.matches('input[type="radio"], input[type="checkbox"]');
    const targets = [...document.querySelectorAll('.player :is(button, input, textarea, summary)')].map((one) =>
      isBox(one) ? (one.closest('label') ?? one) : one,
    );
    const boxes = [...document.querySelectorAll('.player-bar__button')].map((one) => one.getBoundingClientRect());
    const near = boxes.some((a, index) =>
      boxes.slice(index + 1).some((b) => {
        const across = Math.max(a.left - b.right, b.left - a.right);
        const down = Math.max(a.top - b.bottom, b.top - a.bottom);
        return Math.max(across, down) < 11.5;
      }),
    );
    const small = targets.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      if (width === 0 || target.closest('[aria-hidden="true"]') !== null) return [];
      return Math.round(width) < 64 || Math.round(height) < 64
        ? [`${target.outerHTML.slice(0, 90)} ${width}x${height}`]
        : [];
    });
    return near ? [...small, 'the bar stands too close'] : small;
  });
}

/** The whole bar is on the glass, and nothing sticks out sideways. */
async function outOfSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth, clientHeight } = document.documentElement;
    const out = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];
    const main = document.querySelector('.player__main');
    if (main !== null && main.scrollWidth > main.clientWidth + 1) out.push(`main is ${main.scrollWidth} px wide`);
    const low = [...document.querySelectorAll('.player-bar__button')].some(
      (button) => button.getBoundingClientRect().bottom > clientHeight + 1,
    );
    return low ? [...out, 'the bar is off the glass'] : out;
  });
}

const barOf = (page: Page): Promise<string> =>
  page.locator('.player-bar__button').evaluateAll((all) =>
    all
      .map((one) => one.getBoundingClientRect())
      .map(({ left, top, width, height }) => [left, top, width, height].map(Math.round).join())
      .join(' '),
  );

test('on a small phone the question, two rows of cards and the bar are in sight together', async () => {
  const { page, context } = await open({});
  for (const [survey, codes] of Object.entries({
    'getting-to-see-a-doctor': ['D2', 'D3', 'D4', 'D6'],
    'how-was-your-care': ['F2', 'F6', 'F8'],
    'what-matters-here': ['W6', 'W10'],
  })) {
    for (const at of codes) {
      await show(page, { survey, stage: 'questions', at });
      await page.waitForSelector('.picture-choice');
      const seen = await page.evaluate(() => {
        const bar = document.querySelector('.player-bar')?.getBoundingClientRect().top ?? 0;
        const cards = [...document.querySelectorAll('.picture-choice')].map((card) => card.getBoundingClientRect());
        const rows = new Set(cards.filter(({ bottom }) => bottom <= bar + 1).map(({ top }) => Math.round(top)));
        return { rows: rows.size, question: (document.querySelector('h1')?.getBoundingClientRect().top ?? -1) >= 0 };
      });
      expect({ at, ...seen, rows: Math.min(2, seen.rows) }).toEqual({ at, rows: 2, question: true });
    }
  }
  await context.close();
});

test.each([
  { width: 320, height: 480, size: '100%' },
  { width: 320, height: 640, size: '100%' },
  { width: 360, height: 640, size: '200%' },
])('at $width x $height and letters of $size nothing is cut off and the focus is never covered', async (asked) => {
  const { page, context } = await open({ stage: 'questions', at: 'D4' }, asked);
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), asked.size);
  await page.waitForSelector('.picture-choice');
  expect((await outOfSight(page)).filter((out) => out.includes('wide'))).toEqual([]);
  await atRest(page);
  for (let times = 0; times < 12; times += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const focus = document.activeElement;
      if (focus === null || focus === document.body) return null;
      const { left, top, width, height } = focus.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      const same =
        seen !== null &&
        (focus.contains(seen) || seen.contains(focus) || seen.closest('label') === focus.closest('label'));
      return same ? null : `${focus.outerHTML.slice(0, 80)} under ${seen?.outerHTML.slice(0, 80)}`;
    });
    expect(covered).toBeNull();
  }
  await context.close();
});

test('where there is more below, an arrow shows the way and a touch on it the rest', async () => {
  const { page, context } = await open({ stage: 'questions', at: 'D4' });
  await page.waitForSelector('.picture-choice');
  const arrow = page.locator('.more-below__button');
  await arrow.waitFor();
  // Not `finger`, which pushes what it touches into sight first: that alone would show the rest.
  const { x, y, width, height } = (await arrow.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await touchGlass(page, [{ x: x + width / 2, y: y + height / 2 }]);
  await page.locator('.more-below').waitFor({ state: 'detached' });
  const last = await page.locator('.picture-choice').last().boundingBox();
  const bar = await page.locator('.player-bar').boundingBox();
  expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
  await show(page, { stage: 'questions', at: 'D6' });
  await page.waitForSelector('.picture-choice');
  await atRest(page);
  expect(await page.locator('.more-below').count()).toBe(0);
  await context.close();
});

describe('touch', () => {
  const hold = async (page: Page, points: { x: number; y: number }[], ms: number): Promise<void> => {
    await touchGlass(page, points, ms);
    await page.waitForTimeout(120);
    await atRest(page);
  };
  const middle = async (page: Page, name: string): Promise<{ x: number; y: number }> => {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    if (box === null) throw new Error(`no ${name}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  test('a finger counts; a drop of water and two fingers do not', async () => {
    const { page, context } = await open({ stage: 'questions', at: 'D4' });
    const question = await heading(page);
    const skip = await middle(page, 'Skip');
    await hold(page, [skip], 20);
    expect(await heading(page)).toBe(question);
    await hold(page, [skip, { x: 40, y: 300 }], 120);
    expect(await heading(page)).toBe(question);
    expect(await kept(page)).toBeNull();
    await page.waitForTimeout(300);
    await hold(page, [skip], 100);
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, question);
    expect((await kept(page)).answers['D4']?.outcome).toBe('skipped');
    await context.close();
  });
});

/** From a question to "thank you" by pressing keys only; `press` goes to what is called so and takes it. */
async function answerAll(
  page: Page,
  choose: (page: Page, within: string) => Promise<void>,
  language = 'en',
): Promise<void> {
  for (let screens = 0; screens < 40; screens += 1) {
    if ((await page.locator('#ended').count()) > 0) return;
    const before = `${await heading(page)} ${JSON.stringify(await kept(page))}`;
    const stage = (await kept(page))?.stage ?? 'language';
    if (stage === 'questions' || stage === 'evaluation' || stage === 'practice') {
      const cards = page.locator('.player__answer :is(.picture-choice__input, button)').first();
      if ((await page.locator('.player__answer .picture-choice__input').count()) > 0) {
        await cards.waitFor();
        await choose(page, '.player__answer .picture-choice__input');
        await choose(page, '.player-bar__button--next');
      } else await choose(page, '.player-bar__button--skip');
    } else if (stage === 'consent' || stage === 'consent-after') {
      await choose(page, '.tiles .tile');
      await choose(page, '.player-bar__button--next');
    } else if (stage === 'language') await choose(page, `.tongue:has([lang="${language}"]) .tongue__name`);
    else if (stage === 'how') await choose(page, '.tiles .tile:nth-child(2)');
    else if (stage === 'who') await choose(page, '.tiles .tile');
    else if (stage === 'about-you') await choose(page, '.player-bar__button--skip');
    else await choose(page, '.player-bar__button--next');
    await page
      .waitForFunction(
        (was) =>
          document.querySelector('#ended') !== null ||
          `${document.querySelector('h1')?.innerText} ${JSON.stringify(JSON.parse(sessionStorage.getItem('kept') ?? 'null'))}` !==
            was,
        before,
        { timeout: 30_000 },
      )
      .catch(() => {
        throw new Error(`stayed at ${before}`);
      });
    // The focus, or the ring, goes to the new screen after it was drawn.
    await atRest(page);
  }
  throw new Error('it never ended');
}

test.each(['en', 'ar', 'ur', 'bn', 'ti'])(
  'in %s a survey is answered to its end by the keyboard alone',
  async (language) => {
    const { page, context } = await open({ survey: 'how-was-your-care' });
    await answerAll(
      page,
      async (page, selector) => {
        // Radio buttons are one stop of the Tab key; what is looked for is the first of them.
        const isThere = (): Promise<boolean> =>
          page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
        for (let times = 0; times < 40 && !(await isThere()); times += 1) await page.keyboard.press('Tab');
        expect(await isThere(), `${selector} on ${await heading(page)}`).toBe(true);
        await page.keyboard.press(
          (await page.evaluate(() => document.activeElement?.tagName)) === 'INPUT' ? 'Space' : 'Enter',
        );
      },
      language,
    );
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('#ended').innerText()).toBe('finished');
    expect(
      Object.values((await kept(page)).answers).filter(({ outcome }) => outcome === 'answered').length,
    ).toBeGreaterThan(6);
    await context.close();
  },
);

test('a survey is answered from start to end by touch', async () => {
  const { page, context } = await open({ survey: 'what-matters-here', language: 'ar' });
  await answerAll(page, (page, selector) => finger(page, selector.includes('input') ? '.picture-choice' : selector));
  expect(await page.locator('#ended').innerText()).toBe('finished');
  await context.close();
});

test('a survey is answered from start to end by two switches', async () => {
  const { page, context } = await open({ survey: 'getting-to-see-a-doctor', scan: 'two' });
  await answerAll(page, async (page, selector) => {
    const ring = (): Promise<'row' | 'there' | 'elsewhere'> =>
      page.evaluate((selector) => {
        const ring = document.querySelector<HTMLElement>('.scan-ring');
        const wanted = document.querySelector(selector);
        if (ring === null || wanted === null || ring.hidden) return 'elsewhere';
        const outer = ring.getBoundingClientRect();
        const { left, top, width, height } = (wanted.closest('label') ?? wanted).getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const round = x > outer.left && x < outer.right && y > outer.top && y < outer.bottom;
        if (!round) return 'elsewhere';
        return ring.dataset['rows'] === 'true' ? 'row' : 'there';
      }, selector);
    for (let times = 0; times < 60; times += 1) {
      const now = await ring();
      if (now !== 'elsewhere') await page.waitForTimeout(260);
      if (now === 'there') return void (await page.keyboard.press('Enter'));
      await page.keyboard.press(now === 'row' ? 'Enter' : 'Space');
      await page.waitForTimeout(260);
    }
    throw new Error(`the ring never came to ${selector} on ${await heading(page)}`);
  });
  expect(await page.locator('#ended').innerText()).toBe('finished');
  expect(
    Object.values((await kept(page)).answers).filter(({ outcome }) => outcome === 'answered').length,
  ).toBeGreaterThan(6);
  await context.close();
});

test('with one switch the ring moves by itself, and a touch anywhere chooses what it is round', async () => {
  const { page, context } = await open({ stage: 'questions', at: 'D6', scan: 'one', pace: '1000' });
  await page.waitForFunction(() => document.activeElement?.matches('.picture-choice__input') ?? false, undefined, {
    timeout: 60_000,
  });
  const { x, y } = { x: 30, y: 30 };
  await page.mouse.click(x, y);
  await page.waitForFunction(() => document.querySelector('.picture-choice__input:checked') !== null, undefined, {
    timeout: 60_000,
  });
  expect(await heading(page)).toBe('Do staff treat you with respect?');
  expect(Object.keys((await kept(page)).answers)).toEqual(['D6']);
  await context.close();
});
