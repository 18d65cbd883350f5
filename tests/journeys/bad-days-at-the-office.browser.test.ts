import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as bad from '../helpers/bad-day.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import type { FaultProxy } from '../helpers/fault-proxy.ts';
import * as person from '../helpers/field-tablet.ts';
import { aPlace, type Place } from '../helpers/journey/place.ts';

/** Bad days that end at the desk: a lost key, a clock years out, a revoked tablet. What was said is filed all the same. */

const MARIA = 'Maria Example';
const SAID = {
  kept: 'The gate by the school never shuts',
  second: 'Nobody answers the number on the letter',
  early: 'The bins have not been emptied for weeks',
  sealed: 'The street lamp is still broken',
  draft: 'Only the beginning of a story about the ga',
};
const PATIENT_MS = 60_000;

describe('a tablet in trouble, and the desk', () => {
  let place: Place;
  let link: FaultProxy;
  let tablet: TabletBrowser;
  let page: Page;
  const offices: TabletBrowser[] = [];

  beforeAll(async () => {
    place = await aPlace();
    await place.desk()('/desk/v1/people', { body: { displayName: MARIA, role: 'champion' } });
    link = await place.link();
    tablet = await openTablet();
    page = tablet.page;
    page.setDefaultTimeout(PATIENT_MS);
    await person.enrolTablet(page, link.url, place.desk(), 'Tablet 3');
    await page.getByText('Ready without signal').waitFor();
  });
  afterAll(async () => {
    for (const office of offices) {
      await office.close();
      await forgetProfile(office.profile);
    }
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await place?.close();
  });

  // What it looked like when it went wrong: `test-results/bad-days-at-the-office.png`.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: 'test-results/bad-days-at-the-office.png' }).catch(() => undefined);
  });

  test('the database vanishes: the second copy is handed over, the tablet joins again, and all is filed once', async () => {
    link.mode('down');
    await page.goto(`${link.url}/home`);
    await person.unlock(page, MARIA);
    await person.quickNote(page, SAID.kept);
    await person.home(page);
    await person.quickNote(page, SAID.second);
    await person.home(page);
    await loseDatabase();

    await page.goto(`${link.url}/home`);
    await person.heading(page, 'This tablet lost its key').waitFor();
    await page.getByText('2 finished records are safe in the second copy.').waitFor();
    await person.button(page, 'Hand them over to staff now').click();
    await page.getByText('We could not reach the office.').waitFor();
    link.mode('pass');
    await person.button(page, 'Hand them over to staff now').click();
    await page.getByText('2 records were handed over.').waitFor();
    await page.reload();
    await person.heading(page, 'This tablet lost its key').waitFor();
    await page.getByText('There were no finished records waiting here.').waitFor();

    const parked = await place.quarantine();
    expect(parked.map(({ reason }) => reason)).toEqual(['from-recovered-journal', 'from-recovered-journal']);
    await page.getByRole('link', { name: 'Join this tablet again' }).click();
    await page.getByLabel('Name of this tablet').waitFor();
    await person.enrolTablet(page, link.url, place.desk(), 'Tablet 3 again');
    for (const { inboxId } of parked) await place.desk()(`/desk/v1/quarantine/${inboxId}/retry`, { method: 'POST' });
    for (const said of [SAID.kept, SAID.second]) await filedOnce(said);
    expect(await place.quarantine()).toEqual([]);
    await page.goto(`${link.url}/home`);
    await person.unlock(page, MARIA);
    await page
      .getByText(/^All sent/)
      .first()
      .waitFor();
  });

  test('the clock is ten years out: the visit asks kindly, the record arrives, and the desk says how far', async () => {
    await page.close();
    page = await tablet.newPage();
    page.setDefaultTimeout(PATIENT_MS);
    await bad.holdClocks(page, 10);
    await page.goto(`${link.url}/home`);
    await person.unlock(page, MARIA);
    await page.getByRole('link', { name: 'Start a visit' }).click();
    await page
      .getByText(/The last time this tablet heard from the server was .* Please check that the date is right\./)
      .waitFor();
    await page.goto(`${link.url}/home`);
    await person.unlock(page, MARIA);
    await person.quickNote(page, SAID.early);
    await person.home(page);
    await filedOnce(SAID.early);
    const seen = (await place.tablets()).find(({ label }) => label === 'Tablet 3 again');
    expect(seen?.clockSkewMs ?? 0).toBeGreaterThan(9 * 365 * 86_400_000);
    const desk = await deskPage('/desk/tablets');
    await desk
      .getByText(/Clock .*10 years.* ahead/)
      .first()
      .waitFor();
    await page.close();
    page = await tablet.newPage();
    page.setDefaultTimeout(PATIENT_MS);
  });

  test('a revoked tablet says what to do and keeps nothing open; what is sealed still lands, after a reload too', async () => {
    await page.goto(`${link.url}/home`);
    await person.unlock(page, MARIA);
    link.mode('down');
    await person.quickNote(page, SAID.sealed);
    await person.home(page);
    await page.getByRole('link', { name: /^Conversation/ }).click();
    await page.getByRole('radio', { name: 'Yes', exact: true }).first().check();
    await page.getByLabel('In their own words').fill(SAID.draft);
    await page.getByText('Kept on this tablet').first().waitFor();
    const [device] = (await place.tablets()).filter(({ label }) => label === 'Tablet 3 again');
    await place.revoke(device?.deviceId ?? '');
    // The first contact brings the revocation only: the words do not get through yet.
    const refused = { answer: 413, body: '{"problem":"too-large"}' };
    link.mode(({ path }) => (path === '/sync/v1/push' ? refused : 'pass'));
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await person.heading(page, 'Staff have closed this tablet').waitFor();
    await page.getByText('Finished records that had not gone yet are still sent').waitFor();
    await page.getByText('Take the tablet to staff.').waitFor();
    const kept = await bad.allKept(page);
    for (const gone of [MARIA, 'Riverside Listening', '"wrapped"']) expect(kept).not.toContain(gone);

    link.mode('pass');
    await page.reload();
    await person.heading(page, 'Staff have closed this tablet').waitFor();
    await arrives(async () => (await place.quarantine()).some(({ reason }) => reason === 'from-revoked-tablet'));
    const [parked] = await place.quarantine();
    await place.desk()(`/desk/v1/quarantine/${parked?.inboxId}/retry`, { method: 'POST' });
    await filedOnce(SAID.sealed);
    await page.getByRole('link', { name: 'I have a new code' }).click();
    await person.enrolTablet(page, link.url, place.desk(), 'Tablet 3 for good');
    await page.goto(`${link.url}/home`);
    await person.unlock(page, MARIA);
    expect(await page.getByRole('link', { name: /^Not finished/ }).innerText()).toBe('Not finished');
  });

  test('nothing that was said or typed can be read on the disk of the tablet', async () => {
    const words = [...Object.values(SAID), person.PASSCODE];
    const kept = await bad.allKept(page);
    expect(words.filter((word) => kept.includes(word))).toEqual([]);
    await tablet.close();
    expect(await bad.wordsOnDisk(tablet.profile, words)).toEqual([]);
  });

  /** The browser throws its database away while the app is closed, as it does after some crashes. */
  async function loseDatabase(): Promise<void> {
    await page.goto(`${link.url}/desk`);
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) {
        await new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name ?? '');
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error ?? new Error('it stays'));
        });
      }
    });
  }

  async function filedOnce(headline: string): Promise<void> {
    const items = await place.inboxShows((all) => all.some((item) => item.headline === headline));
    expect(items.filter((item) => item.headline === headline).length).toBe(1);
  }

  /** The desk of a signed-in member of staff, in a browser of its own. */
  async function deskPage(path: string): Promise<Page> {
    const other = await openTablet({ viewport: { width: 1280, height: 800 } });
    offices.push(other);
    const desk = other.page;
    desk.setDefaultTimeout(PATIENT_MS);
    await desk.goto(`${place.server.url}${path}`);
    await desk.getByLabel('Sign-in name').fill('ada');
    await desk.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await person.button(desk, 'Sign in').click();
    return desk;
  }
});

async function arrives(what: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + PATIENT_MS;
  while (!(await what())) {
    if (Date.now() > limit) throw new Error('it never came to it');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
