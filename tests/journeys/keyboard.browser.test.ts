import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetProfile, openTablet, WIDE_TABLET, type TabletBrowser } from '../helpers/browser.ts';
import * as person from '../helpers/field-tablet.ts';
import { tabTo } from '../helpers/keyboard.ts';
import { startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';
import { addVisited } from '../helpers/visited-places.ts';

/** Without a finger and without a mouse: a visit, a quick note and its receipt, by the keyboard alone. */

const WORKER = 'Maria Example';

describe('the tablet by keyboard', () => {
  let server: TestServer;
  let desk: DeskFetch;
  let tablet: TabletBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    const venue = { venueId: 'v1', placeName: 'Central Library', groupName: 'Friday group', setting: 'library' };
    await addVisited(desk, [{ ...venue, grade: 'open', notes: '' }]);
    tablet = await openTablet({ viewport: WIDE_TABLET });
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    await person.enrolTablet(page, server.url, desk, 'Tablet 5');
    await page.getByText('Ready without signal').waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await server?.dispose();
  });

  test('unlocks and starts a visit', async () => {
    await page.goto(server.url);
    await person.heading(page, 'Who has the tablet?').waitFor();
    await tabTo(page, /Maria Example/);
    await page.keyboard.press('Enter');
    await page.getByLabel('Choose a passcode').waitFor();
    await tabTo(page, /^Choose a passcode/);
    await page.keyboard.type(person.PASSCODE);
    await tabTo(page, /^The same passcode again/);
    await page.keyboard.type(person.PASSCODE);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Start a visit' }).waitFor();
    await tabTo(page, /^Start a visit/);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: /Central Library/ }).waitFor();
    await tabTo(page, /Central Library/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Start the visit/);
    await page.keyboard.press('Enter');
    await page.getByText('Visit going on').waitFor();
  });

  test('writes a quick note and takes its code', async () => {
    await tabTo(page, /^Quick note/);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Damp and mould' }).waitFor();
    for (const choice of [/^Damp and mould/, /^Worried/, /^Their own words/]) {
      await tabTo(page, choice);
      await page.keyboard.press('Space');
    }
    await tabTo(page, /^What was said, in a sentence/);
    await page.keyboard.type('The wall behind the bed is wet again.');
    await tabTo(page, /^Yes$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Save$/);
    await page.keyboard.press('Enter');
    expect(await person.receiptCode(page)).toMatch(/^[0-9A-Z]{8}$/);
  });

  test('what was typed stands in the inbox', async () => {
    const headlines = async () => {
      const { items } = (await (await desk('/desk/v1/inbox')).json()) as { items: { headline: string }[] };
      return items.map(({ headline }) => headline);
    };
    await expect.poll(headlines, { timeout: 60_000, interval: 500 }).toContain('The wall behind the bed is wet again.');
  });
});
