import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { MapsAnswer } from '../../src/domain/desk-maps.ts';
import { size } from '../../src/i18n/sizes.ts';
import { forgetProfile, openTablet, WIDE_TABLET, type TabletBrowser } from '../helpers/browser.ts';
import { settled } from '../helpers/map-lab/map-page.ts';
import { LIECHTENSTEIN } from '../helpers/maps/a-map.ts';
import { ADMIN, startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';

/** The desk's room for maps in a real browser: a real file goes up, an area is drawn and typed, and the map is offered. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let server: TestServer;
let desk: DeskFetch;
let browser: TabletBrowser;
let page: Page;
/** Where the page asked; nothing but our own server. */
const asked: string[] = [];

beforeAll(async () => {
  server = await startServer();
  desk = await server.setUp();
  // Drawn in software: machines without a screen have no other way.
  browser = await openTablet({
    viewport: WIDE_TABLET,
    args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  page = browser.page;
  page.setDefaultTimeout(60_000);
  page.on('request', (request) => asked.push(request.url()));
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  if (browser !== undefined) await forgetProfile(browser.profile);
  await server?.dispose();
});

const trouble = async (): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const maps = async () => ((await (await desk('/desk/v1/maps')).json()) as MapsAnswer).maps;
const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a file goes up from this computer, and leads to what to make of it', async () => {
  await page.goto(`${server.url}/desk/maps`);
  await page.getByLabel('Sign-in name').fill(ADMIN.loginName);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await button('Sign in').click();
  await page.getByText('There is no map yet').waitFor();
  expect(await trouble()).toEqual([]);
  await button('Bring a map file in').click();
  await page.locator('.map-file__input').setInputFiles(LIECHTENSTEIN);
  expect(await page.getByLabel('Name of the file').inputValue()).toBe('liechtenstein');
  expect(await trouble()).toEqual([]);
  await button('Bring it in').click();
  await page.getByRole('heading', { name: 'A map of “liechtenstein”' }).waitFor();
});

test('its ground is drawn from parts of it that our own server gives', async () => {
  await page.locator('.map canvas').waitFor();
  await vi.waitFor(
    () => expect(asked.filter((url) => /\/sources\/[0-9a-f-]+\/bytes\?/.test(url)).length).toBeGreaterThan(1),
    { timeout: 60_000, interval: 200 },
  );
  expect(asked.filter((url) => !url.startsWith(server.url) && !/^(data|blob):/.test(url))).toEqual([]);
  await page.getByText('© OpenStreetMap contributors').first().waitFor();
  expect(await trouble()).toEqual([]);
});

test('the edges are typed, the size is told, and the map is made as large as that and offered', async () => {
  for (const [edge, value] of Object.entries({ West: '9.5', South: '47.1', East: '9.55', North: '47.17' })) {
    await page.getByLabel(edge, { exact: true }).fill(value);
  }
  const measured = page.locator('.map-size');
  await measured.getByText(/On a slow connection/).waitFor();
  const told = await measured.innerText();
  expect(await trouble()).toEqual([]);
  await page.getByLabel('Name of the map').fill('Vaduz');
  await page.getByRole('radio', { name: 'Yes' }).check({ force: true });
  await button('Make the map').click();
  await page.getByText('Offered to tablets').waitFor();
  const [map] = await maps();
  expect(map).toMatchObject({ title: 'Vaduz', bounds: [9.5, 47.1, 9.55, 47.17], maxZoom: 14, state: 'offered' });
  expect(told).toContain(`${size('en', map?.bytes ?? 0)}. `);
  expect(await trouble()).toEqual([]);
});

test('an area is drawn on the map by the keyboard, and its edges stand in the fields', async () => {
  await button('Make a map of it').click();
  const ground = page.getByRole('application');
  await page.locator('.map__over').waitFor({ state: 'attached' });
  await settled(page);
  await ground.focus();
  const moves: readonly string[][] = [
    [],
    ['ArrowRight', 'ArrowRight', 'ArrowRight'],
    ['ArrowDown', 'ArrowDown', 'ArrowDown'],
  ];
  for (const keys of moves) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await settled(page);
    }
    await page.keyboard.press('Enter');
    await settled(page);
  }
  await page
    .locator('.map-size')
    .getByText(/On a slow connection/)
    .waitFor();
  const edges = [];
  for (const edge of ['West', 'South', 'East', 'North']) {
    edges.push(Number(await page.getByLabel(edge, { exact: true }).inputValue()));
  }
  const [west = 0, south = 0, east = 0, north = 0] = edges;
  expect([west < east, south < north, west > 9, east < 10.5, south > 46.5, north < 47.8]).toEqual(Array(6).fill(true));
});

test('on a small screen nothing stands out sideways', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(wide).toBeLessThanOrEqual(1);
  await button('Back to all maps').click();
  await page.getByText('Offered to tablets').waitFor();
  await expect.poll(wide).toBeLessThanOrEqual(1);
  expect(await trouble()).toEqual([]);
  expect(browser.complaints.filter((complaint) => /Content Security|TrustedHTML/.test(complaint))).toEqual([]);
});

test('taken back and removed, after being asked', async () => {
  await button('Remove this map').click();
  await button('Remove it').click();
  await page.getByText('There is no map yet').waitFor();
  expect(await maps()).toEqual([]);
  const audit = (await (await desk('/desk/v1/audit')).json()) as { entries: { what: string }[] };
  const did = audit.entries.map(({ what }) => what).filter((what) => what.startsWith('map-'));
  expect(did.toReversed()).toEqual(['map-source-added', 'map-made', 'map-offered', 'map-removed']);
  await page.goto(`${server.url}/desk/audit`);
  await page.getByText('Brought a map file in').waitFor();
});
