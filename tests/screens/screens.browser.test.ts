import { rmSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/set-up.mjs';
import { DIFFERENT } from './album.ts';
import { walkCourse, type Seen } from './course.ts';
import { openOffice, type Office } from './office.ts';
import { READINGS, type Reading } from './readings.ts';
import { buildStaged, type StagedApp } from './staged-app.ts';

/**
 * Every run walks in every reading, and each screen is compared with the one that is kept. `SCREENS=ar`: one reading
 * alone. `SCREENS=redraw` (`redraw:ar`) only draws and keeps.
 */
const ASKED = process.env['SCREENS'] ?? '';
const REDRAW = ASKED.startsWith('redraw');
const ONLY = ASKED.replace(/^redraw:?/, '');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  // Letters of the same shape wherever it runs.
  '--font-render-hinting=none',
  '--disable-lcd-text',
];
const SIDE_BY_SIDE = 2;
const LIMIT_MS = 900_000;

let app: StagedApp;
let office: Office;
let browser: Browser;
const walks = new Map<Reading, Promise<Seen>>();
const readings = READINGS.filter(({ name }) => ONLY === '' || name === ONLY);

beforeAll(async () => {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no browser');
  rmSync(DIFFERENT, { recursive: true, force: true });
  app = await buildStaged();
  office = await openOffice(app.dist);
  browser = await chromium.launch({
    executablePath,
    args: FLAGS,
  });
  // Two tablets beside one another, each with its own reading.
  const lanes: Promise<unknown>[] = Array.from({ length: SIDE_BY_SIDE }, () => Promise.resolve());
  readings.forEach((reading, at) => {
    const before = lanes[at % SIDE_BY_SIDE] ?? Promise.resolve();
    const walk = before.then(() => walkCourse(browser, office, reading, { redraw: REDRAW }));
    walks.set(reading, walk);
    lanes[at % SIDE_BY_SIDE] = walk.catch(() => undefined);
  });
});
afterAll(async () => {
  await browser?.close();
  await office?.server.dispose();
  await app?.dispose();
});

describe.each(readings)('every screen in $name', (reading) => {
  test.skipIf(REDRAW)(
    'is whole, marked rightly, worked by thumb and by keyboard',
    async () => {
      const { faults, screens } = (await walks.get(reading)) as Seen;
      expect(screens).toBeGreaterThan(100);
      expect(faults).toEqual([]);
    },
    LIMIT_MS,
  );

  test.skipIf(REDRAW)(
    'looks as it was kept',
    async () => {
      expect(((await walks.get(reading)) as Seen).changed).toEqual([]);
    },
    LIMIT_MS,
  );
});
