import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { FieldPack } from '../../src/domain/field-pack.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import * as worker from '../helpers/field-tablet.ts';
import { buildNext } from '../helpers/next-build.ts';
import { addVisited } from '../helpers/visited-places.ts';
import { startServer, type TestServer } from '../helpers/server.ts';

/**
 * What draws maps is large, and most tablets never open one: it comes to those that are offered a base map, stays through
 * updates, works with no signal, and nobody else carries a byte of it.
 */

const WORKER = 'Maria Example';
const CACHE = 'said-and-done-map';
const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'liechtenstein.pmtiles');

let dist: string;
let server: TestServer;
let tablet: TabletBrowser;
let page: Page;
let engine: readonly string[];
const asked: string[] = [];

const pack = async (): Promise<FieldPack> =>
  JSON.parse(await readFile(join(dist, 'field-pack.json'), 'utf8')) as FieldPack;
const namesOf = async () => ((await pack()).map ?? []).map(({ url }) => url).sort();
const held = () =>
  page.evaluate(async (name) => {
    if (!(await caches.has(name))) return null;
    const keys = await (await caches.open(name)).keys();
    return keys.map(({ url }) => new URL(url).pathname).sort();
  }, CACHE);

beforeAll(async () => {
  const root = join(import.meta.dirname, '..', '..');
  dist = await mkdtemp(join(tmpdir(), 'said-dist-'));
  await cp(process.env['DIST_DIR'] ?? join(root, 'dist'), dist, { recursive: true });
  server = await startServer({ env: { DIST_DIR: dist } });
  const desk = await server.setUp();
  await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
  await addVisited(desk, [
    { venueId: 'hall', placeName: 'Mill Lane hall', groupName: '', setting: 'library', grade: 'open', notes: '' },
  ]);
  engine = await namesOf();
  tablet = await openTablet();
  page = tablet.page;
  page.setDefaultTimeout(60_000);
  tablet.context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await worker.enrolTablet(page, server.url, desk, 'Tablet 4');
  await page.getByText('Ready without signal').waitFor();
});
afterAll(async () => {
  await tablet?.close();
  if (tablet !== undefined) await forgetProfile(tablet.profile);
  await server?.dispose();
  await rm(dist, { recursive: true, force: true });
});

test('a tablet without a map installs, is ready, and holds and fetches nothing of what draws maps', async () => {
  expect(engine.length).toBeGreaterThan(1);
  const { files, map = [] } = await pack();
  expect(files.some(({ url }) => engine.includes(url))).toBe(false);
  expect(map.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(500_000);
  await page.goto(server.url);
  await worker.unlock(page, WORKER);
  await page.locator('a[href="/places"]').first().click();
  await page.locator('a[href="/places/map"]').first().waitFor();
  expect(asked.filter((path) => engine.includes(path))).toEqual([]);
  expect(await held()).toBeNull();
});

test('offered a map, the tablet fetches what draws it, and draws it with no signal', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['server/main.ts', 'map', 'add', FIXTURE, '--title', 'Liechtenstein'],
    { cwd: join(import.meta.dirname, '..', '..'), env: { PATH: process.env['PATH'] ?? '', DATA_DIR: server.dataDir } },
  );
  expect(stdout).toContain('It is offered');
  await page.goto(server.url);
  await vi.waitFor(async () => expect(await held()).toEqual(engine), { timeout: 60_000, interval: 250 });
  await vi.waitFor(
    async () =>
      expect(await page.evaluate(async () => (await (await caches.open('survey-assets')).keys()).length)).toBe(1),
    { timeout: 60_000, interval: 250 },
  );
  await server.stop();
  await opensTheMap();
});

test('an update brings its own engine along before it takes over, and drops what is of another', async () => {
  // As if this version's engine had other names than the next one's: one is missing here, and one is nobody's any more.
  await page.evaluate(
    async ({ name, missing }) => {
      const cache = await caches.open(name);
      await cache.delete(missing);
      await cache.put('/assets/of-an-older-version.js', new Response('old'));
    },
    { name: CACHE, missing: engine[0] ?? '' },
  );
  const before = engine.slice(1);
  await buildNext(dist, '9.9.9');
  engine = await namesOf();
  await server.restart();
  await page.reload();
  await worker.unlock(page, WORKER);
  const waits = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state ?? 'none');
  await vi.waitFor(async () => expect(await waits()).toBe('installed'), { timeout: 90_000, interval: 500 });
  const both = await held();
  for (const url of [...before, ...engine]) expect(both).toContain(url);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
  });
  await vi.waitFor(async () => expect(await held()).toEqual(engine), { timeout: 60_000, interval: 250 });
  await server.stop();
  await opensTheMap();
});

/** From a new start of the page, with the server gone. */
async function opensTheMap(): Promise<void> {
  await page.goto(server.url);
  await worker.unlock(page, WORKER);
  await page.locator('a[href="/places"]').first().click();
  await page.locator('a[href="/places/map"]').first().click();
  await page.locator('canvas').first().waitFor();
  await page.getByText('OpenStreetMap').first().waitFor();
  expect(await page.getByText('The map could not be opened').count()).toBe(0);
}
