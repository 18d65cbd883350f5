import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { MapsAnswer } from '../../src/domain/desk-maps.ts';
import { MAP_PIECE_BYTES } from '../../src/domain/directory.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import type { FaultProxy } from '../helpers/fault-proxy.ts';
import * as worker from '../helpers/field-tablet.ts';
import { aPlace, type Place } from '../helpers/journey/place.ts';
import { aMap, LIECHTENSTEIN, otherReader } from '../helpers/maps/a-map.ts';

/**
 * Base maps on their way: brought in with the command beside the running server, fetched by a real tablet over a link that
 * breaks in the middle, whole with no signal, mended where a piece is damaged, and gone when they are taken back.
 */

const ASSETS = '/sync/v1/assets/';
const PIECES = 5;
const WORKER = 'Maria Example';

let place: Place;
let link: FaultProxy;
let tablet: TabletBrowser;
let page: Page;
let folder: string;
let file: Buffer;

beforeAll(async () => {
  place = await aPlace();
  await place.desk()('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
  folder = await mkdtemp(join(tmpdir(), 'said-map-'));
  file = aLargeMap();
  link = await place.link();
  tablet = await openTablet();
  page = tablet.page;
  page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await tablet?.close();
  if (tablet !== undefined) await forgetProfile(tablet.profile);
  await place?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Five mebibytes of a map, none of which packs well. */
function aLargeMap(): Buffer {
  let chance = 11;
  const signs = (length: number): string =>
    Array.from({ length }, () => String.fromCharCode(33 + ((chance = (chance * 48_271) % 2_147_483_647) % 90))).join(
      '',
    );
  return aMap(
    Array.from({ length: 110 }, (_, i) => ({
      z: 9,
      x: 200 + (i % 11),
      y: 160 + Math.floor(i / 11),
      content: signs(50_000),
    })),
  );
}

/** `npm run map -- …`, on the data of the running server. */
async function command(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['server/main.ts', 'map', ...args], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: place.server.dataDir },
  });
  return stdout;
}
const maps = async () => (await (await place.desk()('/desk/v1/maps')).json()) as MapsAnswer;

/** What the tablet holds: every file of its cache with the hash of what is really in it. */
const held = () =>
  page.evaluate(async () => {
    const cache = await caches.open('survey-assets');
    const files: { named: string; is: string; bytes: number }[] = [];
    for (const request of await cache.keys()) {
      const bytes = await (await cache.match(request))!.arrayBuffer();
      const is = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
      files.push({
        named: request.url.split('/').at(-1) ?? '',
        is: is.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
        bytes: bytes.byteLength,
      });
    }
    return files;
  });
const holds = async (count: number) => {
  await vi.waitFor(async () => expect(await held()).toHaveLength(count), { timeout: 60_000, interval: 200 });
};
/** The page opens anew, and with it the sending. */
const openAgain = () => page.goto(link.url);

test('the command brings a map in while the server runs, and refuses in plain words what is none', async () => {
  const path = join(folder, 'riverside.pmtiles');
  await writeFile(path, file);
  expect(await command('add', path, '--title', 'Riverside')).toContain('It is offered');
  const [map] = (await maps()).maps;
  expect(map).toMatchObject({ title: 'Riverside', state: 'offered', bytes: file.length, made: file.length });
  expect(Math.ceil(file.length / MAP_PIECE_BYTES)).toBe(PIECES);
  const refused = await command('add', join(import.meta.dirname, 'base-maps.browser.test.ts'), '--title', 'x').catch(
    (thrown: { code: number; stdout: string }) => thrown,
  );
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('This is not a PMTiles file') });
  expect((await maps()).maps).toHaveLength(1);
});

test('a link that breaks in the middle of a piece: what came stays, and the rest comes without asking twice', async () => {
  let served = 0;
  link.mode(({ path }) => (path.startsWith(ASSETS) && ++served > 2 ? 'cut-coming' : 'pass'));
  await worker.enrolTablet(page, link.url, place.desk(), 'Tablet 3');
  // Without its maps a tablet is ready all the same.
  await page.getByText('Ready without signal').waitFor();
  await holds(2);
  await expect
    .poll(() => link.log.some(({ path, fault }) => path.startsWith(ASSETS) && fault === 'cut-coming'))
    .toBe(true);
  // Nobody asks any more: else the page that goes could ask for a piece that the next one asks for again.
  await page.goto('about:blank');
  const asked = (fault: string) =>
    link.log.flatMap((one) => (one.path.startsWith(ASSETS) && one.fault === fault ? [one.path] : []));
  const before = asked('pass');
  link.mode('pass');
  await openAgain();
  await holds(PIECES);
  const after = asked('pass').slice(before.length);
  expect(new Set(after).size).toBe(after.length);
  for (const path of before) expect(after).not.toContain(path);
  expect(before.length + after.length).toBe(PIECES);
});

test('with no signal every piece is there, is what its hash says, and together they are the file', async () => {
  link.mode('down');
  await openAgain();
  const files = await held();
  expect(files.map(({ named, is }) => named === is)).toEqual(Array(PIECES).fill(true));
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(file.length);
  const order = await place.desk()(`/desk/v1/maps/${(await maps()).maps[0]?.mapId}/bytes?from=0&length=4194304`);
  expect(Buffer.from(await order.arrayBuffer()).equals(file.subarray(0, 4_194_304))).toBe(true);
});

test('a damaged piece is found when everything is checked, and fetched again', async () => {
  const [victim] = await held();
  await page.evaluate(async (named) => {
    const cache = await caches.open('survey-assets');
    await cache.put(`/sync/v1/assets/${named}`, new Response('damaged'));
  }, victim?.named ?? '');
  expect((await held()).filter(({ named, is }) => named !== is)).toHaveLength(1);
  link.mode('pass');
  await page.goto(`${link.url}/ready`);
  const repair = worker.button(page, 'Repair');
  await repair.waitFor();
  await repair.click();
  await vi.waitFor(async () => expect((await held()).filter(({ named, is }) => named === is)).toHaveLength(PIECES), {
    timeout: 60_000,
    interval: 200,
  });
});

test('the desk learns which tablets hold it whole', async () => {
  await openAgain();
  await vi.waitFor(async () => expect((await maps()).maps[0]?.wholeOn).toEqual(['Tablet 3']), {
    timeout: 60_000,
    interval: 300,
  });
});

test('taken back, its pieces leave the tablet; a smaller one of a real place takes its place', async () => {
  const [{ mapId } = { mapId: '' }] = (await maps()).maps;
  await command('take-back', mapId.slice(0, 8));
  await openAgain();
  await holds(0);
  const said = await command('cut', LIECHTENSTEIN, '--bounds', '9.5,47.1,9.55,47.17', '--title', 'Vaduz');
  expect(said).toContain('It is offered');
  await openAgain();
  await holds(1);
  const bytes = await page.evaluate(async () => {
    const cache = await caches.open('survey-assets');
    const [only] = await cache.keys();
    const answer = await cache.match(only!);
    return [...new Uint8Array(await answer!.arrayBuffer())];
  });
  const header = await otherReader(Buffer.from(bytes)).getHeader();
  expect([header.minLon, header.maxLat, header.maxZoom]).toEqual([9.5, 47.17, 14]);
  expect(tablet.complaints.filter((complaint) => /Content Security/.test(complaint))).toEqual([]);
});
