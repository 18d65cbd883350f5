import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAsked, openBrowser, REDRAW } from './asked.ts';
import { walkCourse, type Seen } from './course.ts';
import { openDesk, type DeskOffice } from './desk-office.ts';
import { deskScreens } from './desk-screens.ts';
import { READINGS, type Reading } from './readings.ts';
import { buildStaged, type StagedApp } from './staged-app.ts';

/** Every room of the staff desk, walked and compared on each run. Its words are English, and English made long. */
const DESK_READINGS = READINGS.filter(({ name }) => ['en', 'long'].includes(name));
const LIMIT_MS = 900_000;

let app: StagedApp;
let browser: Browser;
const offices: DeskOffice[] = [];
const walks = new Map<Reading, Promise<Seen>>();

beforeAll(async () => {
  app = await buildStaged();
  browser = await openBrowser();
  for (const reading of DESK_READINGS.filter(isAsked)) {
    const office = await openDesk(app.dist);
    offices.push(office);
    const options = { redraw: REDRAW, lines: deskScreens(office), kept: 'desk-' };
    const walk = walkCourse(browser, office, reading, options);
    walk.catch(() => undefined);
    walks.set(reading, walk);
  }
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(offices.map((office) => office.dispose()));
  await app?.dispose();
});

describe.each(DESK_READINGS)('every screen of the desk in $name', (reading) => {
  test.skipIf(REDRAW || !isAsked(reading))(
    'is whole, can be translated, and is worked by keyboard',
    async () => {
      const { faults, screens } = (await walks.get(reading)) as Seen;
      expect(screens).toBeGreaterThan(100);
      expect(faults).toEqual([]);
    },
    LIMIT_MS,
  );

  // Drawing anew ends here as well.
  test.skipIf(!isAsked(reading))(
    'looks as it was kept',
    async () => {
      expect(((await walks.get(reading)) as Seen).changed).toEqual([]);
    },
    LIMIT_MS,
  );
});
