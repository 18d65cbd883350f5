import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snap } from '../../src/domain/place-grid.ts';
import { forgetProfile, openTablet, SMALL_TABLET, type TabletBrowser } from '../helpers/browser.ts';
import { anEntry } from '../helpers/directory.ts';
import * as person from '../helpers/field-tablet.ts';
import { WEBGL_WITHOUT_A_CARD } from '../helpers/map-lab/map-page.ts';
import { startServer, type TestServer } from '../helpers/server.ts';

/** The places of a team on a real map, with no signal: what may stand there, what stands beside it, and the way back. */

const ROOT = join(import.meta.dirname, '..', '..');
const MAP = join(ROOT, 'tests', 'fixtures', 'liechtenstein.pmtiles');
const VADUZ = [9.5215, 47.1399] as const;

describe('places on the map', () => {
  let server: TestServer;
  let tablet: TabletBrowser;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    const desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: 'Maria Example', role: 'champion' } });
    const [lng, lat] = snap('open', ...VADUZ);
    const places = [
      anEntry('library', {
        name: 'Town library',
        grade: 'open',
        where: { as: 'point', grade: 'open', points: [[lng, lat]] },
      }),
      anEntry('refuge', {
        name: 'Blue door',
        grade: 'shielded',
        council: 'Oberland',
        where: { as: 'council', council: 'Oberland' },
      }),
    ];
    const rows = places.map((entry, line) => ({ line, entryId: entry.entryId, entry }));
    const answer = await desk('/desk/v1/places/import', { method: 'POST', body: { try: false, rows } });
    expect(await answer.json()).toMatchObject({ rows: [{ done: 'added' }, { done: 'added' }] });
    await promisify(execFile)(process.execPath, ['server/main.ts', 'map', 'add', MAP, '--title', 'Liechtenstein'], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: server.dataDir },
    });
    tablet = await openTablet({ viewport: SMALL_TABLET, args: WEBGL_WITHOUT_A_CARD });
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    await person.enrolTablet(page, server.url, desk, 'Tablet 1');
    await page.getByText('Ready without signal').waitFor({ timeout: 60_000 });
    await page.goto(server.url);
    await person.unlock(page, 'Maria Example');
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await server?.dispose();
  });

  test('the map comes to the tablet, and is told to be all here', async () => {
    await go('/places/maps');
    await person.heading(page, 'Liechtenstein').waitFor();
    await page.getByText('All here and checked').waitFor({ timeout: 90_000 });
  });

  test('with no signal it is drawn, asking nobody, with the places that may stand on it', async () => {
    await server.stop();
    page.on('request', (request) => asked.push(request.url()));
    await go('/places');
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await page.locator('.map-label__words').first().waitFor({ timeout: 60_000 });
    await page
      .getByRole('button', { name: /Town library/ })
      .first()
      .waitFor();
    expect(await page.locator('.map').innerText()).not.toContain('Blue door');
    await page.getByText('1 is on no map').waitFor();
    expect(await page.getByRole('link', { name: /Blue door/ }).getAttribute('href')).toMatch(/^\/places\//);
    const elsewhere = asked.filter((url) => !url.startsWith(server.url) && !/^(?:data|blob):/.test(url));
    expect(elsewhere).toEqual([]);
    expect(asked.filter((url) => url.includes('/sync/v1/assets/'))).toEqual([]);
  });

  test('a mark leads to the page of its place, and Back to the map; the list is one touch away', async () => {
    await page
      .getByRole('button', { name: /Town library/ })
      .first()
      .click();
    await person.heading(page, 'Town library').waitFor();
    await page.goBack();
    await page.locator('.map').waitFor();
    await page.getByRole('link', { name: 'List', exact: true }).click();
    await page.getByLabel('Find by name or group').waitFor();
    expect(tablet.complaints.filter((complaint) => /Content Security|TrustedScript/.test(complaint))).toEqual([]);
  });

  /** Goes there inside the app: a new load would lock it. */
  async function go(path: string): Promise<void> {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  }
});
