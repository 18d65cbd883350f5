import type { Page } from 'playwright-core';
import { forgetProfile, openTablet, type TabletBrowser } from '../tests/helpers/browser.ts';
import * as person from '../tests/helpers/field-tablet.ts';
import { startServer } from '../tests/helpers/server.ts';
import { serveBarePage } from './bare-page.ts';
import type { Row } from './report.ts';
import { median, round } from './statistics.ts';

const WORKER = 'Maria Example';
const TIMES = 5;
const SLOWER = 4;

/**
 * Opening the app with the server stopped, on a processor four times slower: cold (a new browser) and again (a reload),
 * to a lock screen that can be used, from the passcode to home, from home to the first question of a quick note.
 * Beside a bare Preact page that its own service worker opens in the same browsers.
 */
export async function measureStart(): Promise<Row[]> {
  const server = await startServer();
  const bare = await serveBarePage();
  let tablet = await openTablet();
  const took = new Map<string, number[]>();
  const note = (name: string, ms: number) => took.set(name, [...(took.get(name) ?? []), ms]);
  try {
    const desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    await person.enrolTablet(tablet.page, server.url, desk, 'Bench tablet');
    await tablet.page.getByText('Ready without signal').waitFor();
    await tablet.page.goto(server.url);
    await person.unlock(tablet.page, WORKER);
    await tablet.page.goto(bare.url);
    await tablet.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await server.stop();
    bare.close();

    for (let i = 0; i < TIMES; i += 1) {
      tablet = await reopened(tablet);
      note('bare page, cold', await opened(tablet.page, bare.url, 'button'));
      note('bare page, again', await opened(tablet.page, null, 'button'));
      tablet = await reopened(tablet);
      const { page } = tablet;
      const name = 'button.name-tile';
      note('lock screen, cold', await opened(page, server.url, name));
      note('lock screen, again', await opened(page, null, name));
      await page.getByRole('button', { name: new RegExp(WORKER) }).click();
      await page.getByLabel('Passcode', { exact: true }).fill(person.PASSCODE);
      const link = 'a[href="/capture/quick-note"]';
      note('passcode to home (600,000 rounds of PBKDF2 in it)', await until(page, '.unlock__form [type=submit]', link));
      note('home to the first question of a quick note', await until(page, link, 'input[type=radio]'));
    }
  } finally {
    await tablet.kill();
    await forgetProfile(tablet.profile);
    await server.dispose();
  }
  const rows = [...took].map(([name, values]) => ({ name, value: round(median(values)), unit: 'ms' }));
  const of = (name: string) => median(took.get(name) ?? []);
  return [
    ...rows,
    { name: 'lock screen, cold: times bare', value: round(of('lock screen, cold') / of('bare page, cold')), unit: 'x' },
    {
      name: 'lock screen, again: times bare',
      value: round(of('lock screen, again') / of('bare page, again')),
      unit: 'x',
    },
  ];
}

/** A new browser process over the same profile, slowed down. */
async function reopened(before: TabletBrowser): Promise<TabletBrowser> {
  await before.close();
  const tablet = await openTablet({ profile: before.profile });
  const control = await tablet.context.newCDPSession(tablet.page);
  await control.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return tablet;
}

/** From the start of the navigation until what is looked for is painted, by the page's own clock. */
async function opened(page: Page, url: string | null, selector: string): Promise<number> {
  await (url === null ? page.reload({ waitUntil: 'commit' }) : page.goto(url, { waitUntil: 'commit' }));
  return page.evaluate(paintedAt, selector);
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
