import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SoundsAnswer } from '../../src/domain/app-sounds.ts';
import { atRest } from '../helpers/at-rest.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import * as worker from '../helpers/field-tablet.ts';
import { ADMIN, startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';

/** The voice of a question about consent, from the microphone of the office to a tablet with no signal. */

const WORKER = 'Maria Example';
const QUESTION = /^Can we write down what you say/;
const KEY = 'consent:layers.use.question';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let server: TestServer;
let desk: DeskFetch;
let tablet: TabletBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  desk = await server.setUp();
  await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
  tablet = await openTablet();
  page = tablet.page;
  page.setDefaultTimeout(60_000);
  // What really came to its end, with its length in seconds; silence that only wakes the device is shorter than this.
  await tablet.context.addInitScript(() => {
    const told = globalThis as unknown as { heard: number[] };
    told.heard = [];
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function listened(this: HTMLMediaElement) {
      this.addEventListener('ended', () => this.duration > 0.2 && told.heard.push(this.duration), { once: true });
      return play.call(this);
    };
  });
});
afterAll(async () => {
  await tablet?.close();
  if (tablet !== undefined) await forgetProfile(tablet.profile);
  await server?.dispose();
});

const heard = (): Promise<number[]> => page.evaluate(() => (globalThis as unknown as { heard: number[] }).heard);
const listed = async (): Promise<SoundsAnswer> => (await (await desk('/desk/v1/sounds')).json()) as SoundsAnswer;

test('at the desk it is said, listened to and taken', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${server.url}/desk/sounds`);
  await page.getByLabel('Sign-in name').fill(ADMIN.loginName);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.getByText(/^0 of \d+ recorded$/).waitFor();
  await page.getByRole('button', { name: QUESTION }).click();
  await worker.button(page, 'Record').click();
  await page.getByText(/^Recording 0:0[2-9]/).waitFor();
  await worker.button(page, 'Stop').click();
  await worker.button(page, 'Take this one').waitFor();
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  await worker.button(page, 'Take this one').click();
  await page.getByText(/^1 of \d+ recorded$/).waitFor();
  const [sounds] = (await listed()).sounds;
  expect(sounds?.language).toBe('en');
  expect(Object.keys(sounds?.sounds.standard ?? {})).toEqual([KEY]);
  expect(sounds?.sounds.standard[KEY]?.mime).toMatch(/^audio\/(?:ogg|webm)/);
  await page.setViewportSize({ width: 320, height: 640 });
  await atRest(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(321);
});

test('a tablet is ready only with it, and says it with no signal, and nothing else', async () => {
  await page.setViewportSize({ width: 360, height: 640 });
  await worker.enrolTablet(page, server.url, desk, 'Tablet 5');
  await page.getByText('Ready without signal').waitFor();
  const wanted = (await listed()).sounds[0]?.sounds.standard[KEY]?.sha256 ?? 'none';
  const held = await page.evaluate(async () => {
    const keys = await (await caches.open('survey-assets')).keys();
    return keys.map(({ url }) => url.split('/').at(-1) ?? '');
  });
  expect(held).toContain(wanted);

  await server.stop();
  await page.goto(server.url);
  await worker.unlock(page, WORKER);
  await page.getByRole('link', { name: /^Quick note/ }).click();
  const listen = page.getByRole('button', { name: /^Listen to: Can we write down|^Listen.*Can we write down/ });
  await listen.scrollIntoViewIfNeeded();
  const box = await listen.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(64);
  expect(await heard()).toEqual([]);
  // By keyboard.
  await listen.focus();
  await page.keyboard.press('Enter');
  await expect.poll(heard).toHaveLength(1);
  expect((await heard())[0]).toBeGreaterThan(0.3);
  // It was only listened to.
  expect(await page.getByRole('group', { name: QUESTION }).getByRole('radio', { checked: true }).count()).toBe(0);
  expect(tablet.complaints.filter((complaint) => /Content Security/.test(complaint))).toEqual([]);
});
