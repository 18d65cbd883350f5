import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { snap } from '../src/domain/place-grid.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../tests/helpers/browser.ts';
import * as person from '../tests/helpers/field-tablet.ts';
import { openMapLab, settled, WEBGL_WITHOUT_A_CARD, type MapLab } from '../tests/helpers/map-lab/map-page.ts';
import { servePage } from '../tests/helpers/serve-page.ts';
import { startServer, type TestServer } from '../tests/helpers/server.ts';
import type { Row } from './report.ts';
import { median, quantile, round } from './statistics.ts';

const ROOT = join(import.meta.dirname, '..');
const DIST = process.env['DIST_DIR'] ?? join(ROOT, 'dist');
const MAP = join(ROOT, 'tests', 'fixtures', 'liechtenstein.pmtiles');
const WORKER = 'Maria Example';
const SLOWER = 4;
const TIMES = 5;
const MARKS = 10_000;
const OF_MAPS = /\/(?:map-view|maplibre-gl-worker)[\w.-]*\.(?:js|css)$/;

/**
 * What the map costs: bytes for those who never open it and for those who do; opening it with the server stopped on a
 * processor four times slower, beside the library alone with the same tiles and layers; ten thousand marks, to show and
 * while the map is dragged, beside the same map with none. All drawn on the processor, as on a tablet with a poor card.
 */
export async function measureMaps(): Promise<Row[]> {
  const opening = await measureOpening();
  const lab = await openMapLab();
  try {
    return [...opening, ...(await measureMarks(lab))];
  } finally {
    await lab.close();
  }
}

async function measureOpening(): Promise<Row[]> {
  const server = await startServer();
  const bare = await servePage('bench/bare-map/page.html', { files: { '/liechtenstein.pmtiles': MAP } });
  let tablet = await openTablet({ args: WEBGL_WITHOUT_A_CARD });
  const took = { ours: [] as number[], bare: [] as number[] };
  try {
    await prepare(tablet, server);
    await tablet.page.goto(server.url);
    await person.unlock(tablet.page, WORKER);
    await tablet.page.getByRole('link', { name: /^Places/ }).click();
    await tablet.page.waitForTimeout(3000);
    const before = await askedFor(tablet.page);
    await tablet.page.locator('a[href="/places/map"]').click();
    await tablet.page.locator('.map-label__words').first().waitFor();
    const after = await askedFor(tablet.page);
    await server.stop();
    for (let i = 0; i < TIMES; i += 1) {
      tablet = await reopened(tablet);
      await tablet.page.goto(server.url);
      await person.unlock(tablet.page, WORKER);
      await tablet.page.getByRole('link', { name: /^Places/ }).click();
      await tablet.page.locator('a[href="/places/map"]').waitFor();
      took.ours.push(await until(tablet.page, 'a[href="/places/map"]', '.map-label__words'));
      tablet = await reopened(tablet);
      await tablet.page.goto(bare.url, { waitUntil: 'networkidle' });
      took.bare.push(await until(tablet.page, 'button', '.drawn'));
    }
    return [
      ...(await weigh(before, after)),
      { name: 'map opened, no server, 4x, to the first names on it', value: round(median(took.ours)), unit: 'ms' },
      { name: 'the library alone, 4x, to all tiles drawn', value: round(median(took.bare)), unit: 'ms' },
      { name: 'map opened: times the library alone', value: round(median(took.ours) / median(took.bare)), unit: 'x' },
    ];
  } finally {
    await tablet.kill();
    await forgetProfile(tablet.profile);
    await bare.close();
    await server.dispose();
  }
}

/** Two places at the ends of the country, so that the map opens on all of it, as the bare one does. */
const CORNERS = [
  [9.48, 47.06],
  [9.63, 47.26],
] as const;

const placeAt = (lng: number, lat: number) => ({
  type: 'venue',
  name: `Hall ${lng}`,
  alsoCalled: [],
  setting: null,
  grade: 'open',
  where: { as: 'point', grade: 'open', points: [snap('open', lng, lat)] },
  council: '',
  status: null,
  facts: {},
  size: null,
  notes: '',
  culture: [],
  askable: [],
  links: [],
});

/** A tablet that is enrolled and holds the base map. */
async function prepare(tablet: TabletBrowser, server: TestServer): Promise<void> {
  const desk = await server.setUp();
  await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
  for (const [lng, lat] of CORNERS) await desk('/desk/v1/places', { body: { entry: placeAt(lng, lat) } });
  await promisify(execFile)(process.execPath, ['server/main.ts', 'map', 'add', MAP, '--title', 'Liechtenstein'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: server.dataDir },
  });
  await person.enrolTablet(tablet.page, server.url, desk, 'Bench tablet');
  await tablet.page.getByText('Ready without signal').waitFor();
  await tablet.page.goto(server.url);
  await person.unlock(tablet.page, WORKER);
  await tablet.page.waitForFunction(
    async () => (await (await caches.open('survey-assets')).keys()).length > 0,
    undefined,
    { timeout: 60_000 },
  );
}

async function measureMarks(lab: MapLab): Promise<Row[]> {
  const rows: Row[] = [];
  const slowest: number[] = [];
  for (const marks of [0, MARKS]) {
    const shown: number[] = [];
    const frames: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { page } = await lab.open({ tiles: 'liechtenstein', marks: String(marks), wait: '1' }, VIEWPORT);
      await page.evaluate(() => window.dispatchEvent(new Event('go')));
      const selector = marks === 0 ? '.map-label' : '.map-spot';
      const painted = await page.evaluate(paintedAt, selector);
      shown.push(painted - (await page.evaluate(() => performance.getEntriesByName('opening')[0]?.startTime ?? 0)));
      await settled(page);
      frames.push(...(await framesWhileDragging(page)));
      await lab.clear();
    }
    const what = marks === 0 ? 'no marks' : `${marks.toLocaleString('en')} marks`;
    rows.push(
      { name: `${what}: map to the first ${marks === 0 ? 'names' : 'marks'}`, value: round(median(shown)), unit: 'ms' },
      { name: `${what}: a frame while dragged, p50`, value: round(median(frames)), unit: 'ms' },
      { name: `${what}: a frame while dragged, p95`, value: round(quantile(frames, 0.95)), unit: 'ms' },
    );
    slowest.push(quantile(frames, 0.95));
  }
  const [without = 1, withMarks = 1] = slowest;
  return [...rows, { name: 'frames with marks: times without, p95', value: round(withMarks / without), unit: 'x' }];
}

const VIEWPORT = { viewport: { width: 800, height: 1100 } };

/** Milliseconds between frames while a finger draws the map to and fro. */
async function framesWhileDragging(page: Page): Promise<number[]> {
  const frame = await page.locator('.map__window').boundingBox();
  if (frame === null) throw new Error('no map');
  await page.evaluate(() => {
    const times: number[] = [];
    const look = (at: number): void => {
      times.push(at);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { frameTimes: times });
  });
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.move(middle.x + Math.sin(step / 12) * 150, middle.y + Math.cos(step / 18) * 150);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

async function weigh(before: readonly string[], after: readonly string[]): Promise<Row[]> {
  const brotli = async (paths: readonly string[]): Promise<number> => {
    const files = await Promise.all(paths.map((path) => readFile(join(DIST, path))));
    return round(files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0) / 1000);
  };
  return [
    {
      name: 'of maps, in the pack that every tablet keeps, brotli',
      value: await brotli(await packedMaps()),
      unit: 'kB',
    },
    {
      name: 'of maps, read before a map is opened',
      value: before.filter((path) => OF_MAPS.test(path)).length,
      unit: 'files',
    },
    {
      name: 'read when a map is opened, brotli',
      value: await brotli(after.filter((path) => !before.includes(path))),
      unit: 'kB',
    },
  ];
}

/** The files of maps in the pack that every tablet keeps. */
async function packedMaps(): Promise<string[]> {
  const pack = JSON.parse(await readFile(join(DIST, 'field-pack.json'), 'utf8')) as { files: { url: string }[] };
  return pack.files.map(({ url }) => url).filter((url) => OF_MAPS.test(url));
}

/** Paths of the scripts and styles the page and its workers asked for. */
async function askedFor(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return [...new Set(names.map((name) => new URL(name).pathname).filter((path) => /\.(?:js|css)$/.test(path)))];
}

/** A new browser process over the same profile, slowed down. */
async function reopened(before: TabletBrowser): Promise<TabletBrowser> {
  await before.close();
  const tablet = await openTablet({ profile: before.profile, args: WEBGL_WITHOUT_A_CARD });
  const control = await tablet.context.newCDPSession(tablet.page);
  await control.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  tablet.page.setDefaultTimeout(60_000);
  return tablet;
}

/** From a tap until what is looked for is painted. */
async function until(page: Page, tap: string, selector: string): Promise<number> {
  const started = await page.evaluate((on) => {
    const at = performance.now();
    document.querySelector<HTMLElement>(on)?.click();
    return at;
  }, tap);
  return (await page.evaluate(paintedAt, selector)) - started;
}

/** Runs in the page: when the next frame after the element is there has begun, in milliseconds of the page's clock. */
function paintedAt(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(selector) === null) return requestAnimationFrame(look);
      return requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    look();
  });
}
