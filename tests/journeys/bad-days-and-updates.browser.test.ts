import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PATHS } from '../../src/domain/protocol.ts';
import * as bad from '../helpers/bad-day.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import type { Fault, FaultProxy } from '../helpers/fault-proxy.ts';
import * as person from '../helpers/field-tablet.ts';
import { aPlace, type Place } from '../helpers/journey/place.ts';
import { buildNext } from '../helpers/next-build.ts';

/** A server that answers anything at all, and one that is updated in the middle of the day: nothing unsent is lost. */

const DIST = process.env['DIST_DIR'] ?? join(import.meta.dirname, '..', '..', 'dist');
const TOM = 'Tom Sample';
const SAID = {
  beforeUpdate: 'Written before the new version came',
  half: 'This conversation was never finished',
  answers: 'The clinic moved and the letter came late',
};
const PATIENT_MS = 60_000;

/** What the build wrote down of itself and the ones before it, newest first. */
const builds = (dist: string): { version: string; assets: string[] }[] =>
  JSON.parse(readFileSync(join(dist, 'builds.json'), 'utf8')) as { version: string; assets: string[] }[];

describe('a day with a troublesome server', () => {
  let dist: string;
  let place: Place;
  let link: FaultProxy;
  let tablet: TabletBrowser;
  let page: Page;

  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), 'said-dist-'));
    await cp(DIST, dist, { recursive: true });
    place = await aPlace({ env: { DIST_DIR: dist } });
    await place.desk()('/desk/v1/people', { body: { displayName: TOM, role: 'volunteer' } });
    link = await place.link();
    tablet = await openTablet();
    page = tablet.page;
    page.setDefaultTimeout(PATIENT_MS);
    await person.enrolTablet(page, link.url, place.desk(), 'Tablet 4');
    await page.getByText('Ready without signal').waitFor();
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await place?.close();
    if (dist !== undefined) await rm(dist, { recursive: true, force: true });
  });

  // What it looked like when it went wrong: `test-results/bad-days-and-updates.png`.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: 'test-results/bad-days-and-updates.png' }).catch(() => undefined);
  });

  test('whatever the server answers, the reason is plain and nothing is lost', async () => {
    await page.goto(`${link.url}/home`);
    await person.unlock(page, TOM);
    const answers: readonly { fault: Fault; says: string }[] = [
      { fault: { answer: 401, body: '{"problem":"device-unknown"}' }, says: 'does not know this tablet yet' },
      { fault: { answer: 413, body: '{"problem":"too-large"}' }, says: 'too large to go in one piece' },
      { fault: { answer: 429, body: '{"problem":"too-many-requests"}' }, says: 'Please wait a little' },
      { fault: { answer: 503, body: '{"problem":"server-busy"}' }, says: 'The office is busy just now' },
      { fault: { answer: 401, body: 'Log in first' }, says: 'Sign in to the Wi-Fi or try another place' },
      { fault: 'garbage', says: 'Sign in to the Wi-Fi or try another place' },
      { fault: 'down', says: 'We could not reach the office' },
    ];
    link.mode('down');
    await person.quickNote(page, SAID.answers);
    await person.home(page);
    await page
      .getByText(/^Saved on this tablet \(\d+ waiting\)/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: /What is saved and sent/ }).click();
    for (const { fault, says } of answers) {
      link.mode(({ path }) => (path.startsWith('/sync/') ? fault : 'pass'));
      await person.button(page, 'Send now').click();
      await page.getByText(says).waitFor();
      await page
        .getByText(/^Saved on this tablet \(\d+ waiting\)/)
        .first()
        .waitFor();
    }
    // The server has it, and the link breaks before the tablet hears so: it goes on waiting, and is sent again.
    const before = link.log.length;
    link.mode(({ path }) => (path === PATHS.push ? 'cut-after-commit' : 'pass'));
    await person.button(page, 'Send now').click();
    const committed = () =>
      link.log
        .slice(before)
        .some(({ path, fault, status }) => path === PATHS.push && fault !== 'pass' && status === 200);
    await expect.poll(committed, { timeout: 30_000 }).toBe(true);
    await inbox(SAID.answers);
    await page
      .getByText(/^Saved on this tablet \(\d+ waiting\)/)
      .first()
      .waitFor();
    link.mode('pass');
    await place.desk()('/desk/v1/session', { method: 'DELETE' });
    await person.button(page, 'Send now').click();
    await page
      .getByText(/^All sent/)
      .first()
      .waitFor();
    await place.signInAgain();
    await inbox(SAID.answers);
  });

  test('a new version waits until nothing is open, and starts with the unsent record still there', async () => {
    link.mode(({ path }) => (path.startsWith('/sync/') ? 'down' : 'pass'));
    await page.goto(`${link.url}/home`);
    await person.unlock(page, TOM);
    await person.quickNote(page, SAID.beforeUpdate);
    await person.home(page);
    await bad.startTalking(page, SAID.half);
    const [first] = builds(dist);
    await buildNext(dist, '0.1.1');
    // A page that was opened before still finds its own files.
    expect(builds(dist)[0]?.version).not.toBe(first?.version);
    expect(first?.assets.filter((file) => !existsSync(join(dist, file)))).toEqual([]);
    await place.server.restart();
    await page.reload();
    await person.unlock(page, TOM);
    expect(await page.getByLabel('In their own words').inputValue()).toBe(SAID.half);
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);
    expect(await page.getByText('A newer version is ready').count()).toBe(0);
    await person.button(page, 'Leave for now').click();
    await page.getByRole('link', { name: /^Not finished \(\d\)/ }).waitFor();
    expect(await page.getByText('A newer version is ready').count()).toBe(0);
    await page.getByRole('link', { name: /^Not finished/ }).click();
    await person.button(page, 'Throw away').click();
    await person.button(page, 'Throw it away').click();
    await person.home(page);
    await page.getByText('A newer version is ready').waitFor();
    await Promise.all([page.waitForEvent('load'), person.button(page, 'Update now').click()]);
    await person.unlock(page, TOM);
    await page
      .getByText(/^Saved on this tablet \(\d+ waiting\)/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByText('Version 0.1.1').waitFor();
    link.mode('pass');
    await page.goto(`${link.url}/ready`);
    await page.getByText('Ready without signal').waitFor();
    await place.signInAgain();
    await inbox(SAID.beforeUpdate);
  });

  test('nothing of it all can be read on the disk of the tablet', async () => {
    const words = [...Object.values(SAID).map((said) => said.slice(0, 24)), person.PASSCODE];
    const kept = await bad.allKept(page);
    expect(words.filter((word) => kept.includes(word))).toEqual([]);
    await tablet.close();
    expect(await bad.wordsOnDisk(tablet.profile, words)).toEqual([]);
  });

  /** It has arrived, once. */
  async function inbox(headline: string): Promise<void> {
    const items = await place.inboxShows((all) => all.some((item) => item.headline === headline));
    expect(items.filter((item) => item.headline === headline).length).toBe(1);
  }
});
