import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { forgetProfile, openTablet, type TabletBrowser } from '../tests/helpers/browser.ts';
import * as worker from '../tests/helpers/field-tablet.ts';
import { startServer } from '../tests/helpers/server.ts';
import * as person from '../tests/helpers/survey-tablet.ts';
import type { Row } from './report.ts';
import { quantile, round } from './statistics.ts';

const WORKER = 'Maria Example';
const SLOWER = 4;
const DIST = process.env['DIST_DIR'] ?? join(import.meta.dirname, '..', 'dist');
/** Each script once, and the ones with the most letters. */
const LANGUAGES = ['en', 'ar', 'ur', 'bn', 'ti', 'pl', 'so', 'uk', 'pa-Guru', 'ta'];
const ROUNDS = 3;

/**
 * What a language costs. Bytes: the words and letters a tablet reads from opening the app to the first question of a
 * quick note, once in each language, compressed as they are sent; the difference to English is what the language adds.
 * Time: from the touch on a language's tile in a survey until the question stands there in that language, painted in its
 * own letters, on a processor four times slower, the server stopped: the first time, and again. The limit, in the same
 * run: the same heading's words changed by hand and painted.
 */
export async function measureLanguages(): Promise<Row[]> {
  const server = await startServer();
  let tablet = await openTablet();
  try {
    const desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    await desk('/desk/v1/organisation', { method: 'PATCH', body: { languages: LANGUAGES } });
    await worker.enrolTablet(tablet.page, server.url, desk, 'Bench tablet');
    await tablet.page.getByText('Ready without signal').waitFor();
    await tablet.page.goto(server.url);
    await worker.unlock(tablet.page, WORKER);
    await server.stop();

    const bytes = new Map<string, number>();
    // English last: what follows is written for hands that read English.
    for (const language of LANGUAGES.toReversed()) {
      tablet = await reopened(tablet, 1);
      bytes.set(language, await bytesBeforeCapture(tablet.page, server.url, language));
    }
    const english = bytes.get('en') ?? 0;

    const limits: number[] = [];
    const first = new Map<string, number[]>();
    const again = new Map<string, number[]>();
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      tablet = await reopened(tablet, SLOWER);
      const { page } = tablet;
      await page.goto(server.url);
      await worker.unlock(page, WORKER);
      await person.handOver(page, /Getting to see a doctor/);
      await person.begin(page);
      for (let time = 0; time < 10; time += 1) limits.push(await page.evaluate(headingChanged));
      for (const times of [first, again])
        for (const language of LANGUAGES.filter((tag) => tag !== 'en').concat('en')) {
          const took = await page.evaluate(switched, language);
          times.set(language, [...(times.get(language) ?? []), took]);
        }
    }
    const middle = (values: readonly number[] | undefined): number => round(quantile(values ?? [], 0.5));
    const all = (times: Map<string, number[]>): number[] => [...times.values()].flat();
    return [
      { name: 'en: words and letters read before the first question', value: kilobytes(english), unit: 'kB' },
      ...LANGUAGES.filter((tag) => tag !== 'en').map((tag) => ({
        name: `${tag}: what it adds to English`,
        value: kilobytes((bytes.get(tag) ?? 0) - english),
        unit: 'kB',
      })),
      { name: 'limit: a heading changed on a touch, painted, p50', value: middle(limits), unit: 'ms' },
      { name: 'switch in a survey, first time, p50', value: middle(all(first)), unit: 'ms' },
      { name: 'switch in a survey, first time, p95', value: round(quantile(all(first), 0.95)), unit: 'ms' },
      { name: 'switch in a survey, again, p50', value: middle(all(again)), unit: 'ms' },
      { name: 'switch in a survey, again, p95', value: round(quantile(all(again), 0.95)), unit: 'ms' },
      ...LANGUAGES.map((tag) => ({
        name: `switch to ${tag}, first time, p50`,
        value: middle(first.get(tag)),
        unit: 'ms',
      })),
      {
        name: 'switch again: times the limit, p50',
        value: round(quantile(all(again), 0.5) / quantile(limits, 0.5)),
        unit: 'x',
      },
    ];
  } finally {
    await tablet.kill();
    await forgetProfile(tablet.profile);
    await server.dispose();
  }
}

const kilobytes = (bytes: number): number => round(bytes / 1000);

/** Files of words and of letters the page asked for, from the first screen to a quick note, as they are sent. */
async function bytesBeforeCapture(page: Page, url: string, language: string): Promise<number> {
  await page.goto(url);
  await page.evaluate((tag) => {
    const look: unknown = JSON.parse(localStorage.getItem('said-and-done.settings') ?? '{}');
    localStorage.setItem('said-and-done.settings', JSON.stringify({ ...(look as object), language: tag }));
  }, language);
  await page.goto(url);
  await page.locator('button.name-tile', { hasText: WORKER }).click();
  await page.locator('.unlock__form input').first().fill(worker.PASSCODE);
  await page.locator('.unlock__form [type=submit]').click();
  await page.locator('a[href="/capture/quick-note"]').click();
  await page.locator('main input[type=radio]').first().waitFor();
  await page.waitForTimeout(1500);
  const tag = await page.evaluate(() => document.documentElement.lang);
  if (tag !== language) throw new Error(`the tablet speaks ${tag}, not ${language}`);
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const paths = [...new Set(names.map((name) => new URL(name).pathname))];
  const read = paths.filter((path) => /\/assets\/texts-|\.woff2$/.test(path));
  const sizes = await Promise.all(
    read.map(async (path) => {
      const file = await readFile(join(DIST, path));
      return path.endsWith('.woff2') ? file.length : brotliCompressSync(file).length;
    }),
  );
  return sizes.reduce((total, size) => total + size, 0);
}

async function reopened(before: TabletBrowser, slower: number): Promise<TabletBrowser> {
  await before.close();
  const tablet = await openTablet({ profile: before.profile });
  tablet.page.setDefaultTimeout(60_000);
  if (slower > 1) {
    const control = await tablet.context.newCDPSession(tablet.page);
    await control.send('Emulation.setCPUThrottlingRate', { rate: slower });
  }
  return tablet;
}

// --- in the page, each whole by itself: it is sent there as text --------------------------------------------------

/** Changes the words of the heading on a touch of a button of its own, until they are painted. Milliseconds. */
function headingChanged(): Promise<number> {
  return new Promise((resolve) => {
    const heading = document.querySelector('h1');
    if (heading === null) throw new Error('there is no heading');
    const was = heading.cloneNode(true);
    const began = performance.now();
    const other = was.cloneNode(false) as HTMLElement;
    other.textContent = 'Something else altogether';
    heading.replaceWith(other);
    requestAnimationFrame(() =>
      setTimeout(() => {
        const took = performance.now() - began;
        other.replaceWith(heading);
        resolve(took);
      }),
    );
  });
}

/** Opens the languages, touches one, and waits until the question stands there in it with its letters loaded. */
function switched(language: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      const stands = document.querySelector('h1')?.outerHTML.slice(0, 300) ?? 'no heading';
      reject(new Error(`no ${language} after 20 seconds, fonts ${document.fonts.status}: ${stands}`));
    }, 20_000);
    document.querySelector<HTMLElement>('.player__globe')?.click();
    const find = (): void => {
      const tile = document.querySelector<HTMLElement>(`.tongue__words[lang="${language}"]`)?.closest('button');
      if (tile === null || tile === undefined) return void requestAnimationFrame(find);
      const began = performance.now();
      tile.click();
      const look = (): void => {
        const heading = document.querySelector('.player__answer') && document.querySelector('h1.player__question');
        const words = heading?.querySelector('[lang]') ?? heading;
        const there = words?.closest('[lang]')?.getAttribute('lang') === language;
        if (!there || document.querySelector('.tongues') !== null || document.fonts.status !== 'loaded')
          return void requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        clearTimeout(late);
      };
      look();
    };
    find();
  });
}
