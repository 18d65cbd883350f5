import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSnapped } from '../../src/domain/place-grid.ts';
import type { MapNote } from '../../src/kinds/map-note/schema.ts';
import type { Place } from '../../src/kinds/place/schema.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import { eventually } from '../helpers/captures.ts';
import { enrolTablet, unlock } from '../helpers/field-tablet.ts';
import { holding, readAll } from '../helpers/searched.ts';
import { startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';

/**
 * A worker without signal finds a place, writes it down by finger where they stand, and a note about it. Later it goes to
 * the office and to the other tablets. Where they stood exactly is on no disk, in no request and in no answer.
 */

const WORKER = 'Maria Example';
const EXACT = { latitude: 47.139862, longitude: 9.521347 };
/** About a metre, as they would be written anywhere. */
const TOO_FINE = /9\.52134|47\.13986/;

describe('places written down without signal', () => {
  let server: TestServer;
  let desk: DeskFetch;
  let tablet: TabletBrowser;
  let page: Page;
  const sent: string[] = [];

  beforeAll(async () => {
    server = await startServer({ env: { RATE_LIMITS: 'off' } });
    desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    tablet = await openTablet({ touch: true });
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    tablet.context.on('request', (request) => {
      sent.push(`${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`);
    });
    await enrolTablet(page, server.url, desk, 'Tablet 3');
    await page.getByText('Ready without signal').waitFor({ timeout: 60_000 });
    await page.goto(server.url);
    await unlock(page, WORKER);
    await tablet.context.grantPermissions(['geolocation']);
    await tablet.context.setGeolocation(EXACT);
    // As after a map was opened with a connection: what draws it stays.
    await page.evaluate(async () => {
      const { map } = (await (await fetch('/field-pack.json')).json()) as { map: { url: string }[] };
      await Promise.all(map.map(({ url }) => fetch(url)));
    });
    await tablet.context.setOffline(true);
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await server?.dispose();
  });

  test('a new place: a code of what it is first, then its square, by finger', async () => {
    await go(page, '/capture/place?type=venue');
    await choose(page, 'Library');
    await page.getByLabel('Name', { exact: true }).fill('Reading room');
    await press(page, 'Next');
    await choose(page, 'It is where I am now');
    await press(page, 'Take the square I am in');
    await page.getByText('A square of 250 metres is kept.').waitFor();
    await page.getByLabel('Council area').fill('Example Borough');
    await press(page, 'Next');
    await page.getByRole('heading', { name: 'What is good to know?' }).waitFor();
    await press(page, 'Next');
    await press(page, 'Finish');
    await saved(page);
  });

  test('a note about it: two touches and a sentence, in far less than 40 seconds', async () => {
    await go(page, '/home');
    await go(page, '/capture/map-note');
    const began = Date.now();
    // Without a visit the place is chosen; it is there already, although it has not been sent.
    await choose(page, /Reading room/);
    await choose(page, 'A danger');
    await page.getByLabel('In a sentence').fill('The ramp is broken.');
    await press(page, 'Save');
    await saved(page);
    expect(Date.now() - began).toBeLessThan(40_000);
  });

  test('a spot that is no place, chosen on the map, at a kilometre', async () => {
    await go(page, '/home');
    await go(page, '/capture/map-note');
    await choose(page, 'Something in the way');
    await choose(page, /^Area only/);
    await page.getByLabel('In a sentence').fill('The path is under water.');
    await page.locator('summary', { hasText: 'Where exactly' }).tap();
    await choose(page, 'On the map');
    await press(page, 'Set it under the cross');
    await page.getByText('A square of 1 kilometre is kept.').waitFor();
    await press(page, 'Save');
    await saved(page);
  });

  test('back in reach, the office reads it in words, and another tablet has the place and the note', async () => {
    await tablet.context.setOffline(false);
    const { items } = await eventually(
      async () => (await (await desk('/desk/v1/inbox')).json()) as { items: { entityId: string; kind: string }[] },
      (answer) => answer.items?.filter(({ kind }) => kind === 'place' || kind === 'map-note').length === 3,
      60_000,
    );
    const bodies = await Promise.all(
      items.map(async ({ entityId }) => {
        const answer = await (await desk(`/desk/v1/inbox/${entityId}`)).text();
        expect(answer).not.toMatch(TOO_FINE);
        return (JSON.parse(answer) as { records: { record: { kind: string; body: unknown } }[] }).records[0]?.record;
      }),
    );
    const found = bodies.find((record) => record?.kind === 'place')?.body as Place;
    if (found.where.as !== 'point') throw new Error('the place has no square');
    expect(isSnapped('open', found.where.points[0] ?? [0, 0])).toBe(true);
    const notes = bodies.flatMap((record) => (record?.kind === 'map-note' ? [record.body as MapNote] : []));
    expect(notes).toContainEqual(
      expect.objectContaining({ said: 'The ramp is broken.', where: { as: 'nowhere' }, grade: 'open' }),
    );
    expect(notes).toContainEqual(
      expect.objectContaining({ about: null, grade: 'area', where: expect.objectContaining({ grade: 'area' }) }),
    );

    const other = await server.approveTablet(desk, 'Tablet 4');
    const pulled = await eventually(
      async () => JSON.stringify(await other.pull()),
      (rows) => rows.includes('Reading room') && rows.includes('The ramp is broken.'),
      20_000,
    );
    expect(TOO_FINE.test(pulled)).toBe(false);
    // A spot that is no place of the list is for the office.
    expect(pulled).not.toContain('The path is under water.');
  });

  test('where the worker stood is nowhere: not in what the page keeps, not on the disk, not in a request', async () => {
    const keeps = await page.evaluate(readAll);
    // Said by yes and no: what the page keeps would fill a failed test.
    expect(keeps.includes('Reading room')).toBe(true);
    expect(TOO_FINE.test(keeps)).toBe(false);
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.filter((one) => TOO_FINE.test(one))).toEqual([]);
    expect(TOO_FINE.test(server.output())).toBe(false);
    await tablet.close();
    for (const folder of [tablet.profile, server.dataDir]) expect(holding(folder, TOO_FINE)).toEqual([]);
  });
});

/** Goes there inside the app: a new load would lock it. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.locator('main').waitFor();
}

/** Touches the tile of a choice. */
async function choose(page: Page, name: RegExp | string): Promise<void> {
  const radio = page.getByRole('radio', typeof name === 'string' ? { name, exact: true } : { name });
  await radio.locator('xpath=ancestor::label').tap();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).tap();
}

async function saved(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Saved on this tablet' }).waitFor();
}
