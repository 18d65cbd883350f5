import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SoundsAnswer } from '../../src/domain/app-sounds.ts';
import { atRest } from '../helpers/at-rest.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import { button } from '../helpers/field-tablet.ts';
import { ADMIN, startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';

/** A question about consent signed before the camera of the office, watched, taken, and taken out again. */

const QUESTION = /^Can we write down what you say/;
const KEY = 'consent:layers.use.question';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let server: TestServer;
let desk: DeskFetch;
let browser: TabletBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  desk = await server.setUp();
  await desk('/desk/v1/organisation', { method: 'PATCH', body: { languages: ['en', 'bfi'] } });
  browser = await openTablet({ viewport: { width: 1280, height: 800 } });
  page = browser.page;
  page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await browser?.close();
  if (browser !== undefined) await forgetProfile(browser.profile);
  await server?.dispose();
});

const listed = async (): Promise<SoundsAnswer> => (await (await desk('/desk/v1/sounds')).json()) as SoundsAnswer;
const shot = async (name: string): Promise<void> => {
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
};

test('it is signed before the camera, watched and taken', async () => {
  await page.goto(`${server.url}/desk/sounds`);
  await page.getByLabel('Sign-in name').fill(ADMIN.loginName);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Language', { exact: true }).selectOption('bfi');
  await page.getByRole('button', { name: QUESTION }).click();
  await button(page, 'Film with the camera').click();
  await page.getByLabel('What the camera sees').waitFor();
  await page.waitForFunction(
    () =>
      (document.querySelector<HTMLVideoElement>('video[aria-label="What the camera sees"]')?.currentTime ?? 0) > 1.2,
  );
  await shot('filming');
  await button(page, 'Stop').click();
  await page.getByText(/long\. Watch it before you take it\./).waitFor();
  await shot('filmed');
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  await button(page, 'Take this one').click();
  await page.getByText(/^1 of \d+ recorded$/).waitFor();
  const [films] = (await listed()).sounds;
  expect(films?.language).toBe('bfi');
  expect(Object.keys(films?.sounds.standard ?? {})).toEqual([KEY]);
  expect(films?.sounds.standard[KEY]?.mime).toMatch(/^video\//);
  expect(films?.sounds.standard[KEY]?.durationMs).toBeGreaterThan(800);
  // The camera is off again.
  expect(await page.evaluate(() => document.querySelectorAll('video[aria-label="What the camera sees"]').length)).toBe(
    0,
  );
});

test('a file that is no film is refused in plain words, and nothing is lost by it', async () => {
  await page.getByLabel('Show', { exact: true }).selectOption('all');
  await page.getByRole('button', { name: QUESTION }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('no film at all') });
  await page.getByText(/^This video cannot be used/).waitFor();
  expect(Object.keys((await listed()).sounds[0]?.sounds.standard ?? {})).toEqual([KEY]);
  await page.setViewportSize({ width: 320, height: 640 });
  await atRest(page);
  await shot('refused');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(321);
  expect(browser.complaints.filter((complaint) => /Content Security/.test(complaint))).toEqual([]);
});
