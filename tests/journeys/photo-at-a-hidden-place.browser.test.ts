import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboxDetail } from '../../src/domain/desk.ts';
import type { MapNote } from '../../src/kinds/map-note/schema.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import { eventually } from '../helpers/captures.ts';
import { anEntry } from '../helpers/directory.ts';
import * as person from '../helpers/field-tablet.ts';
import { holding, readAll } from '../helpers/searched.ts';
import { startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';
import { withPlace } from '../helpers/tablet/jpeg-with-place.ts';

/**
 * At a site where people could be harmed, somebody takes a photo of the notice board with a camera that writes down where
 * it stood, and residents draw on it. The picture and the plan reach the office; where it was taken reaches nothing.
 */

const WORKER = 'Maria Example';
const TAKEN_AT = 'GPS 47.139862 9.521347';
const TOLD = /47\.13986|9\.52134/;

describe('a photo of a thing at a hidden place', () => {
  let server: TestServer;
  let desk: DeskFetch;
  let tablet: TabletBrowser;
  let page: Page;
  const sent: string[] = [];

  beforeAll(async () => {
    server = await startServer({ env: { RATE_LIMITS: 'off' } });
    desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    const entry = anEntry('meadow', { name: 'Bluebell', grade: 'shielded', council: 'Oberland' });
    const rows = [{ line: 0, entryId: entry.entryId, entry }];
    await desk('/desk/v1/places/import', { method: 'POST', body: { try: false, rows } });
    tablet = await openTablet();
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    tablet.context.on('request', (request) => {
      sent.push(`${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`);
    });
    await person.enrolTablet(page, server.url, desk, 'Tablet 5');
    await page.getByText('Ready without signal').waitFor({ timeout: 90_000 });
    await page.goto(server.url);
    await person.unlock(page, WORKER);
    await tablet.context.setOffline(true);
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await server?.dispose();
  });

  test('is taken without signal, and residents draw on it', async () => {
    await page.evaluate(() => {
      history.pushState(null, '', '/capture/map-note?about=meadow');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByRole('radio', { name: 'A danger', exact: true }).check();
    await page.getByLabel('In a sentence').fill('The tap by the board is broken.');
    await page.locator('summary', { hasText: 'A photo or a plan' }).click();
    const photo = join(tablet.profile, 'board.jpg');
    const bytes = withPlace(Buffer.from(await page.evaluate(drawJpeg), 'base64'), TAKEN_AT);
    expect(TOLD.test(bytes.toString('latin1'))).toBe(true);
    await writeFile(photo, bytes);
    await page.locator('input[type=file]').first().setInputFiles(photo);
    await page.getByAltText('Photo 1').waitFor();
    // The camera's own file is no part of what the app keeps.
    await writeFile(photo, '');

    await person.button(page, 'Draw on photo 1').click();
    const sheet = page.locator('.sheet__paper').first();
    await sheet.click({ position: { x: 60, y: 40 } });
    await page.getByLabel('1. A spot: what is it?').fill('Tap');
    await person.button(page, 'Save').click();
    await person.heading(page, 'Saved on this tablet').waitFor();
  });

  test('the office has the picture and the plan over it, and nothing of where it was taken', async () => {
    await tablet.context.setOffline(false);
    const { items } = await eventually(
      async () => (await (await desk('/desk/v1/inbox')).json()) as { items: { entityId: string; kind: string }[] },
      (answer) => answer.items?.some(({ kind }) => kind === 'map-note'),
      60_000,
    );
    const entityId = items.find(({ kind }) => kind === 'map-note')?.entityId ?? '';
    const detail = await eventually(
      async () => (await (await desk(`/desk/v1/inbox/${entityId}`)).json()) as InboxDetail,
      (answer) => answer.records[0]?.media[0]?.state === 'here',
      60_000,
    );
    const [media] = detail.records[0]?.media ?? [];
    const body = detail.records[0]?.record?.body as MapNote;
    expect(body).toMatchObject({ grade: 'shielded', where: { as: 'nowhere' } });
    expect(body.sheet).toMatchObject({ photo: media?.id, marks: [{ as: 'pin', says: 'Tap' }] });
    expect(body.sheet?.shape).toBeCloseTo(3 / 4, 1);

    const answer = await desk(media?.url ?? '');
    const picture = Buffer.from(await answer.arrayBuffer());
    expect(picture.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(picture.includes('Exif')).toBe(false);
    expect(TOLD.test(picture.toString('latin1'))).toBe(false);
  });

  test('nor has the disk of the tablet or of the server, or any request', async () => {
    const keeps = await page.evaluate(readAll);
    expect(keeps.includes('Bluebell')).toBe(true);
    expect(TOLD.test(keeps)).toBe(false);
    expect(sent.some((one) => one.includes('/sync/v1/media/'))).toBe(true);
    expect(sent.filter((one) => TOLD.test(one))).toEqual([]);
    expect(TOLD.test(server.output())).toBe(false);
    await tablet.close();
    for (const folder of [tablet.profile, server.dataDir]) expect(holding(folder, TOLD)).toEqual([]);
  });
});

/** A small photo as a camera would make it, in base64. Runs in the page. */
async function drawJpeg(): Promise<string> {
  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('nothing to draw on');
  for (let at = 0; at < 640; at += 16) {
    context.fillStyle = `hsl(${at % 360} 60% 60%)`;
    context.fillRect(at, 0, 16, 480);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
  return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
}
