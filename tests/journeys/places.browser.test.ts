import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { atRest } from '../helpers/at-rest.ts';
import { forgetProfile, openTablet, SMALL_TABLET, WIDE_TABLET, type TabletBrowser } from '../helpers/browser.ts';
import * as person from '../helpers/field-tablet.ts';
import { tabTo } from '../helpers/keyboard.ts';
import { startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';
import { addVisited } from '../helpers/visited-places.ts';

/**
 * A group that nobody knew: written down and found again by the keyboard alone, with no map and no signal; seen
 * otherwise by somebody else on another tablet; and the same history on both in the end.
 */

const GROUP = 'Harbour Street sewing circle';
const NOT_SENT = 'Not on other tablets yet';

describe('a group that two tablets know', () => {
  let server: TestServer;
  let desk: DeskFetch;
  const all: TabletBrowser[] = [];
  let maria: Page;
  let tom: Page;

  beforeAll(async () => {
    await mkdir('test-results/places', { recursive: true });
    server = await startServer();
    desk = await server.setUp();
    for (const displayName of ['Maria Example', 'Tom Sample'])
      await desk('/desk/v1/people', { body: { displayName, role: 'champion' } });
    const hall = { venueId: 'hall', placeName: 'St Mark’s hall', groupName: '', setting: 'church', grade: 'open' };
    await addVisited(desk, [{ ...hall, notes: 'The side door.' }]);
    maria = await aTablet('Maria Example', 'Tablet 1', WIDE_TABLET);
    tom = await aTablet('Tom Sample', 'Tablet 2', SMALL_TABLET);
  });
  afterAll(async () => {
    for (const tablet of all) {
      await tablet.close();
      await forgetProfile(tablet.profile);
    }
    await server?.dispose();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await maria?.screenshot({ path: 'test-results/places/failed-maria.png' }).catch(() => undefined);
    await tom?.screenshot({ path: 'test-results/places/failed-tom.png' }).catch(() => undefined);
  });

  async function aTablet(worker: string, label: string, viewport: { width: number; height: number }): Promise<Page> {
    const tablet = await openTablet({ viewport });
    all.push(tablet);
    const { page } = tablet;
    page.setDefaultTimeout(60_000);
    await person.enrolTablet(page, server.url, desk, label);
    await page.getByText('Ready without signal').waitFor({ timeout: 60_000 });
    await page.goto(server.url);
    await person.unlock(page, worker);
    return page;
  }

  test('by the keyboard, with no signal: somebody adds it', async () => {
    await maria.context().setOffline(true);
    await tabTo(maria, /^Places and groups/);
    await maria.keyboard.press('Enter');
    await person.heading(maria, 'Places and groups').waitFor();
    await tabTo(maria, /^Add new/);
    await maria.keyboard.press('Enter');
    await maria.getByRole('radio', { name: 'A group', exact: true }).waitFor();
    await tabTo(maria, /^A group$/);
    await maria.keyboard.press('Space');
    // What kind of place it is can be left out: walking through those radios would answer.
    await tabTo(maria, /^Open/, 'past');
    await maria.keyboard.press('ArrowDown');
    expect(await maria.getByRole('radio', { name: /^Area only/ }).isChecked()).toBe(true);
    await tabTo(maria, /^Name$/);
    await maria.keyboard.type(GROUP);
    await tabTo(maria, /^Next$/);
    await maria.keyboard.press('Enter');
    await person.heading(maria, 'Where is it?').waitFor();
    await tabTo(maria, /^Next$/, 'past');
    await maria.keyboard.press('Enter');
    await person.heading(maria, 'What is good to know?').waitFor();
    await tabTo(maria, /^Next$/, 'past');
    await maria.keyboard.press('Enter');
    await person.button(maria, 'Finish').waitFor();
    await tabTo(maria, /^Finish$/, 'past');
    await maria.keyboard.press('Enter');
    await maria.getByText(/It is saved on this tablet/).waitFor();
  });

  test('by the keyboard, without the map: she finds it by two words and reads its page', async () => {
    await tabTo(maria, /Said & Done: Home/);
    await maria.keyboard.press('Enter');
    await maria.getByRole('link', { name: /^Quick note/ }).waitFor();
    await tabTo(maria, /^Places and groups/);
    await maria.keyboard.press('Enter');
    await maria.getByLabel('Find by name or group').waitFor();
    await tabTo(maria, /^Find by name or group/);
    await maria.keyboard.type('sewing harb');
    await maria.getByText('1 found', { exact: true }).waitFor();
    const row = maria.getByRole('link', { name: new RegExp(GROUP) });
    expect(await row.innerText()).toContain(NOT_SENT);
    await tabTo(maria, new RegExp(GROUP));
    await maria.keyboard.press('Enter');
    await person.heading(maria, GROUP).waitFor();
    expect(await maria.getByText(NOT_SENT).count()).toBe(1);
    expect(await maria.getByText('Nobody has written anything about it yet.').count()).toBe(1);
  });

  test('by the keyboard: she writes down what she saw', async () => {
    await tabTo(maria, /^Write a note here/);
    await maria.keyboard.press('Enter');
    await maria.getByText(GROUP).first().waitFor();
    await note(maria, 'Twelve women came, and two new ones.', 'Growing', async (page, name) => {
      const isRadio = (await page.getByRole('radio', { name }).count()) > 0;
      await tabTo(page, name, isRadio ? 'through' : 'past');
      await page.keyboard.press(isRadio ? 'Space' : 'Enter');
    });
    await openPlace(maria);
    expect(await seenOn(maria)).toHaveLength(1);
  });

  test('with a signal it goes out, and stands on the other tablet too', async () => {
    await everybodyHasIt(maria);
    await person.heading(maria, GROUP).waitFor();
    expect(await seenOn(maria)).toHaveLength(1);
    await runs(tom);
    await openPlace(tom);
    await expect.poll(() => seenOn(tom), { timeout: 60_000 }).toEqual(await seenOn(maria));
    expect(await tom.getByText(NOT_SENT).count()).toBe(0);
  });

  test('somebody else sees it otherwise, with no signal: both are kept, side by side', async () => {
    await tom.context().setOffline(true);
    await tom.getByRole('link', { name: 'Write a note here' }).click();
    await tom.getByText(GROUP).first().waitFor();
    await note(tom, 'The hall is locked more often than not.', 'Getting weak', async (page, name) => {
      const found = page
        .getByRole('radio', { name })
        .or(page.getByRole('button', { name }))
        .or(page.locator('summary').filter({ hasText: name }));
      await found.first().click();
    });
    await openPlace(tom);
    await tom.getByText('Two people saw this differently').waitFor();
    expect(await tom.getByText(NOT_SENT).count()).toBe(1);
    expect(await seenOn(tom)).toHaveLength(2);
  });

  test('both tablets show the same history in the end', async () => {
    await everybodyHasIt(tom);
    await runs(maria);
    await openPlace(maria);
    await expect.poll(() => seenOn(maria), { timeout: 60_000 }).toHaveLength(2);
    await expect.poll(() => seenOn(maria)).toEqual(await seenOn(tom));
    for (const page of [maria, tom]) {
      await page.getByText('Two people saw this differently').waitFor();
      const views = await page.locator('.places-differ li').allInnerTexts();
      expect(views.map((words) => words.split('\n')[0]).sort()).toEqual(['Getting weak', 'Growing']);
    }
  });

  test('what is needed is told on one tablet, and that it is better on the other, with no signal', async () => {
    const told = 'A table to sew on';
    await maria.getByRole('link', { name: 'Write a note here' }).click();
    await maria.getByRole('radio', { name: /^Something that is needed/ }).click();
    await maria.getByLabel('In a sentence').fill(told);
    await person.button(maria, 'Save').click();
    await maria.getByText('The note is saved on this tablet').waitFor();
    await openPlace(maria);
    await everybodyHasIt(maria);
    await runs(tom);
    await openPlace(tom);
    const needs = (page: Page) => page.getByRole('region', { name: 'What people need here' });
    await needs(tom).getByText(told).first().waitFor({ timeout: 60_000 });

    await tom.context().setOffline(true);
    await needs(tom)
      .getByRole('link', { name: /^Is this better now\?/ })
      .click();
    await person.heading(tom, 'Is this better now?').waitFor();
    await tom.getByText(told).waitFor();
    await atRest(tom);
    const { violations } = await new AxeBuilder({ page: tom }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await tom.getByRole('radio', { name: 'Better now', exact: true }).click();
    await tom.getByLabel('In a sentence').fill('The library gave one.');
    await person.button(tom, 'Save').click();
    await tom.getByText('The note is saved on this tablet').waitFor();
    await openPlace(tom);
    await tom.getByText('About:').waitFor();
    await expect.poll(() => needs(tom).count()).toBe(0);

    await everybodyHasIt(tom);
    await runs(maria);
    await openPlace(maria);
    await expect.poll(() => needs(maria).count(), { timeout: 60_000 }).toBe(0);
    await expect.poll(() => seenOn(maria)).toEqual(await seenOn(tom));
    expect((await seenOn(maria)).filter((words) => /Better now, as of .*Tom Sample/s.test(words))).toHaveLength(1);
    expect(await maria.getByRole('link', { name: /^Is it still better\?/ }).count()).toBe(1);
  });

  test('a visit there belongs to it, and shows on its page', async () => {
    await tom.getByRole('link', { name: 'Start a visit here' }).click();
    await person.heading(tom, 'Start a visit').waitFor();
    expect(await tom.getByRole('radio', { name: new RegExp(GROUP) }).isChecked()).toBe(true);
    await person.button(tom, 'Start the visit').click();
    await tom.getByText('Visit going on').waitFor();
    await openPlace(tom);
    // Of one day, in no order of hours: that is not told to other tablets.
    await expect
      .poll(async () => (await seenOn(tom)).filter((words) => words.startsWith('A visit\n')), { timeout: 30_000 })
      .toEqual([expect.stringMatching(/Tom Sample. was there/)]);
    await everybodyHasIt(tom);
    expect(await tom.getByRole('link', { name: 'Start a visit here' }).count()).toBe(0);
  });

  test('axe finds nothing on any of these screens, small or wide, and nothing runs out of them', async () => {
    const found: string[] = [];
    for (const path of ['/places', '/places/hall', '/places/networks', '/places/map', '/places/maps']) {
      await go(tom, path);
      await tom.waitForTimeout(path === '/places/map' ? 3000 : 300);
      for (const size of [SMALL_TABLET, WIDE_TABLET]) {
        await tom.setViewportSize(size);
        await atRest(tom);
        const { violations } = await new AxeBuilder({ page: tom })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        found.push(...violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`));
        const over = await tom.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) found.push(`${path} runs out by ${over}`);
      }
    }
    expect(found).toEqual([]);
  });

  async function openPlace(page: Page): Promise<void> {
    await go(page, '/places');
    await page.getByLabel('Find by name or group').fill('sewing');
    await page.getByRole('link', { name: new RegExp(GROUP) }).click({ timeout: 60_000 });
    await person.heading(page, GROUP).waitFor();
  }
});

/** Kind, words and how it stands; `act` touches what has this name, in the order of the screen. */
async function note(
  page: Page,
  said: string,
  status: string,
  act: (page: Page, name: RegExp) => Promise<void>,
): Promise<void> {
  await act(page, /^How things are now/);
  await page.getByLabel('In a sentence').fill(said);
  await act(page, /^How things stand there now/);
  await page.getByRole('radio', { name: status, exact: true }).waitFor();
  await act(page, new RegExp(`^${status}$`));
  await act(page, /^(?:Save|Finish)$/);
  await page.getByText('The note is saved on this tablet').waitFor();
}

const seenOn = (page: Page): Promise<string[]> =>
  page
    .locator('.places-history > li')
    .allInnerTexts()
    .then((all) => all.map((words) => words.replace(/\n+Not on other tablets yet/, '').replaceAll(/\n+/g, '\n')));

/** Goes there inside the app: a new load would lock it. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.locator('main').waitFor();
}

/** Coming back online is when a tablet sends, and asks what is new. */
async function runs(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.waitForTimeout(200);
  await page.context().setOffline(false);
  await page.waitForTimeout(2500);
}

/** Sent, filed at the server a moment later, and fetched again as everybody's. */
async function everybodyHasIt(page: Page): Promise<void> {
  for (let tries = 0; tries < 12; tries += 1) {
    await runs(page);
    if ((await page.getByText(NOT_SENT).count()) === 0) return;
  }
  throw new Error('what this tablet told did not come back');
}
