import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atRest } from '../helpers/at-rest.ts';
import { forgetProfile, openTablet, SMALL_TABLET, WIDE_TABLET, type TabletBrowser } from '../helpers/browser.ts';
import { enrolTablet, PASSCODE, unlock } from '../helpers/field-tablet.ts';
import { startServer, type TestServer } from '../helpers/server.ts';
import { addVisited } from '../helpers/visited-places.ts';

/** Every screen of the tablet, in both sizes, in English, easy read and a right-to-left language: axe finds nothing. */

const SHOTS = 'test-results/tablet';
const WORKER = 'Maria Example';
const READERS = [
  { name: 'en', language: 'en', readingMode: 'standard' },
  { name: 'easy', language: 'en', readingMode: 'easy' },
  { name: 'ar', language: 'ar', readingMode: 'standard' },
] as const;
const SIZES = [
  { name: 'small', size: SMALL_TABLET },
  { name: 'wide', size: WIDE_TABLET },
] as const;
const SCREENS = [
  '/home',
  '/visit/start',
  '/visit/end',
  '/capture/quick-note',
  '/capture/conversation',
  '/capture/immediate-need',
  '/capture/map-note',
  '/capture/place',
  '/drafts',
  '/withdraw',
  '/safety',
  '/sent',
  '/settings',
  '/accessibility',
  '/ready',
  '/no-such-page',
] as const;

describe('every screen of the tablet', () => {
  let server: TestServer;
  let tablet: TabletBrowser;
  let page: Page;

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true });
    server = await startServer();
    const desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    await desk('/desk/v1/people', { body: { displayName: 'Tom Sample', role: 'volunteer' } });
    const venue = { venueId: 'v1', placeName: 'Central Library', groupName: 'Friday group', setting: 'library' };
    await addVisited(desk, [{ ...venue, grade: 'open', notes: 'Use the side door after five.' }]);
    tablet = await openTablet();
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    await page.goto(server.url);
    await page.getByText('A field tablet').waitFor();
    expect(await complaintsOfAxe(page, 'start-small-en')).toEqual([]);
    await enrolTablet(page, server.url, desk, 'Tablet 3');
    await page.getByText('Ready without signal').waitFor({ timeout: 60_000 });
    await page.goto(server.url);
    await unlock(page, WORKER);
    await page.getByRole('link', { name: 'Start a visit' }).click();
    await page.getByRole('radio', { name: /Central Library/ }).check();
    await page.getByRole('button', { name: 'Start the visit' }).click();
    await page.getByText('Visit going on').waitFor();
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await server?.dispose();
  });

  for (const reader of READERS) {
    test(`in ${reader.name}`, async () => {
      const { language, readingMode } = reader;
      await page.evaluate((kept) => localStorage.setItem('said-and-done.settings', JSON.stringify(kept)), {
        language,
        readingMode,
      });
      await page.goto(`${server.url}/home`);
      const found: string[] = [];
      await page.locator('.name-tile').first().waitFor();
      for (const { name, size } of SIZES) {
        await page.setViewportSize(size);
        found.push(...(await complaintsOfAxe(page, `unlock-${name}-${reader.name}`)));
      }
      await page.getByRole('button', { name: new RegExp(WORKER) }).click();
      await page.locator('.passcode-field__box').fill(PASSCODE);
      await page.locator('.unlock__form button[type=submit]').click();
      await page.locator('.home__actions').waitFor();
      for (const path of SCREENS) {
        await go(page, path);
        for (const { name, size } of SIZES) {
          await page.setViewportSize(size);
          const screen = path.slice(1).replace('/', '-');
          found.push(...(await complaintsOfAxe(page, `${screen}-${name}-${reader.name}`)));
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            path,
          ).toBeLessThanOrEqual(0);
        }
      }
      expect(found).toEqual([]);
      expect(await page.locator('.name-tile').count()).toBe(0);
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    });
  }
});

/** Goes there inside the app: a new load would lock it. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  // Somebody is there: it would lock while it is looked at for minutes.
  await page.keyboard.press('Shift');
  await page.waitForTimeout(300);
  await page.locator('h1').first().waitFor();
}

async function complaintsOfAxe(page: Page, name: string): Promise<string[]> {
  await atRest(page);
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}
