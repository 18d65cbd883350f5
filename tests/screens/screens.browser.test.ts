import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAsked, openBrowser, REDRAW } from './asked.ts';
import { walkCourse, type Seen } from './course.ts';
import { openOffice, type Office } from './office.ts';
import { READINGS, type Reading } from './readings.ts';
import { buildStaged, type StagedApp } from './staged-app.ts';

const SIDE_BY_SIDE = 2;
const LIMIT_MS = 900_000;

let app: StagedApp;
let office: Office;
let browser: Browser;
const walks = new Map<Reading, Promise<Seen>>();
const readings = READINGS.filter(isAsked);

beforeAll(async () => {
  app = await buildStaged();
  office = await openOffice(app.dist);
  browser = await openBrowser();
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

  // Drawing anew ends here as well.
  test(
    'looks as it was kept',
    async () => {
      expect(((await walks.get(reading)) as Seen).changed).toEqual([]);
    },
    LIMIT_MS,
  );
});
