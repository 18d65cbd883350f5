import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_PASSWORD } from '../../server/example/people-and-places.ts';
import type { OpenPlace, PlaceLine } from '../../src/domain/desk-places.ts';
import { fromCsv } from '../../src/domain/csv.ts';
import { isSnapped } from '../../src/domain/place-grid.ts';
import { forgetProfile, openTablet, WIDE_TABLET, type TabletBrowser } from '../helpers/browser.ts';
import { focused, tabTo } from '../helpers/keyboard.ts';
import { startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';

/**
 * The desk's room of places in a real browser, over the example organisation: a file with exact positions comes in,
 * entries are found, changed by two people at once, brought together and taken apart, and go out no finer than they may.
 */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** As exact as a phone knows them; none may leave the page. */
const EXACT = ['51.4612347', '-2.5912347', '51.4698761', '-2.5987653', '51.4512345', '-2.5812345'];
const FILE = [
  'name,type,grade,council,latitude,longitude',
  `Seaview library,venue,open,Bristol,${EXACT[0]},${EXACT[1]}`,
  ',venue,open,Bristol,51.46,-2.59',
  'Allotment sheds,spaceship,open,Bristol,51.46,-2.59',
  `Weekly drop-in,group,,Bristol,${EXACT[2]},${EXACT[3]}`,
  `Night shelter,venue,shielded,Bristol,${EXACT[4]},${EXACT[5]}`,
].join('\n');

let server: TestServer;
/** A second person at the desk. */
let lee: DeskFetch;
let browser: TabletBrowser;
let page: Page;
/** All that the page sent. */
const sent: string[] = [];

beforeAll(async () => {
  server = await startServer({ command: 'example', env: { RATE_LIMITS: 'off' } });
  lee = await server.signIn({ loginName: 'lee', password: EXAMPLE_PASSWORD, displayName: 'Lee Example' });
  // Drawn in software: machines without a screen have no other way.
  browser = await openTablet({
    viewport: WIDE_TABLET,
    args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  page = browser.page;
  page.setDefaultTimeout(60_000);
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.addInitScript(() => {
    globalThis.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/desk/places`);
  await page.getByLabel('Sign-in name').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill(EXAMPLE_PASSWORD);
  await button('Sign in').click();
  await page.getByRole('link', { name: 'Elm Tree Park' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  if (browser !== undefined) await forgetProfile(browser.profile);
  await server?.dispose();
});

const trouble = async (): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const way = (name: string) => page.getByRole('navigation', { name: 'Parts of this room' }).getByRole('link', { name });
const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const places = async () => ((await (await lee('/desk/v1/places')).json()) as { places: PlaceLine[] }).places;
const named = async (name: string): Promise<PlaceLine> => {
  const line = (await places()).find(({ entry }) => entry.name === name);
  if (line === undefined) throw new Error(`${name} is not in the directory`);
  return line;
};
const draftOf = ({ entry }: Pick<OpenPlace, 'entry'>) => {
  const { entryId: _id, mergedInto: _into, closed: _closed, checked: _checked, since: _since, ...draft } = entry;
  return draft;
};
const saved = async (press: () => Promise<void>): Promise<string> => {
  const coming = page.waitForEvent('download');
  await press();
  return readFile(await (await coming).path(), 'utf8');
};

test('on a wide screen the map stands beside the list, and what is hidden is in the list alone', async () => {
  await page.locator('.map canvas').waitFor();
  const list = await page.getByRole('list', { name: 'Places and groups' }).boundingBox();
  const map = await page.locator('.map').boundingBox();
  expect(map!.x).toBeGreaterThan(list!.x + list!.width - 1);
  expect(await page.locator('.places-both__map').innerText()).not.toContain('Elm Tree Park');
  expect(await trouble()).toEqual([]);
});

test('a file is read here, told about line by line, and goes up without any exact position', async () => {
  await way('Files').click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'places.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  });
  await page.getByText('3 can be added, 0 are there already, 2 cannot be taken.').waitFor();
  await page.getByText('Line 3').waitFor();
  await page.getByText(/Nobody knows this kind of entry: .*spaceship/).waitFor();
  await page.getByText('It does not say how closely it may be shown').waitFor();
  expect(await places()).not.toContainEqual(
    expect.objectContaining({ entry: expect.objectContaining({ name: 'Seaview library' }) }),
  );
  expect(await trouble()).toEqual([]);
  const rest = fromCsv(await saved(() => button('Keep a list of what was not taken').click()));
  expect(rest.map(([line]) => line)).toEqual(['line', '3', '4']);
  await button('Add 3').click();
  await page.getByText('3 were added, 0 were there already, 2 were not taken.').waitFor();
  expect((await named('Seaview library')).entry.where).toMatchObject({ as: 'point', grade: 'open' });
  for (const hidden of ['Weekly drop-in', 'Night shelter'])
    expect((await named(hidden)).entry).toMatchObject({ grade: 'shielded', where: { as: 'council' } });
  expect(sent.filter((request) => EXACT.some((exact) => request.includes(exact.slice(0, -2))))).toEqual([]);
});

test('by the keyboard alone: found, opened, changed, kept, and back', async () => {
  await way('List and map').click();
  await page.getByRole('heading', { name: 'Places', exact: true }).waitFor();
  await tabTo(page, /^Name or council area/);
  await page.keyboard.type('seaview');
  await page.getByText('1 found').waitFor();
  await tabTo(page, /^Seaview library/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Seaview library' }).waitFor();
  await tabTo(page, /^Change it/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await focused(page))?.name).toMatch(/^Change .*Seaview library/);
  await tabTo(page, /^Also called/, 'past');
  await page.keyboard.type('The glass library');
  await tabTo(page, /^Keep this/, 'past');
  await page.keyboard.press('Enter');
  await page.getByText('Kept. Tablets have it after their next sync.').waitFor();
  await expect.poll(async () => (await focused(page))?.name).toBe('Change it');
  expect((await named('Seaview library')).entry.alsoCalled).toEqual(['The glass library']);
  await page.getByRole('link', { name: 'Back to the list' }).press('Enter');
  // What was looked for is still looked for.
  await page.getByText('1 found').waitFor();
});

test('two people at once: both changes stand, and what both changed is chosen', async () => {
  const before = await named('Seaview library');
  await page.getByRole('link', { name: 'Seaview library' }).click();
  await button('Change it').click();
  expect(await trouble()).toEqual([]);
  await page.getByLabel('Council area', { exact: true }).fill('South');
  const theirs = { ...draftOf(before), council: 'North', notes: 'Ring at the side door.' };
  const answer = await lee(`/desk/v1/places/${before.entry.entryId}`, {
    method: 'PUT',
    body: { rev: before.rev, entry: theirs },
  });
  expect(answer.status).toBe(200);
  await button('Keep this').click();
  const notice = page.getByRole('region', { name: 'Somebody else changed it' });
  await notice.getByText(/These you changed both/).waitFor();
  expect((await named('Seaview library')).entry.council).toBe('North');
  expect(await page.getByLabel('Council area', { exact: true }).inputValue()).toBe('South');
  expect(await page.getByLabel('What the team knows').inputValue()).toBe('Ring at the side door.');
  expect(await trouble()).toEqual([]);
  await notice.getByRole('button').click();
  await expect.poll(() => page.getByLabel('Council area', { exact: true }).inputValue()).toBe('North');
  await page.getByLabel('Council area', { exact: true }).fill('South');
  await button('Keep this').click();
  await page.getByText('Kept.', { exact: false }).waitFor();
  expect((await named('Seaview library')).entry).toMatchObject({ council: 'South', notes: 'Ring at the side door.' });
});

test('what is twice there is brought together, and taken apart again', async () => {
  await page.goto(`${server.url}/desk/places/same`);
  await page.getByText('Nearly the same name, in the same place').waitFor();
  expect(await trouble()).toEqual([]);
  const stays = page.locator('.places-pair__side', { hasText: 'Mill Lane Community Centre' });
  await stays.getByRole('button', { name: 'They are the same: keep this one' }).click();
  await page.getByText(/Mill Lane Centre.* now counts as .*Mill Lane Community Centre/).waitFor();
  const { entry } = await named('Mill Lane Centre');
  expect(entry.mergedInto).toBe((await named('Mill Lane Community Centre')).entry.entryId);
  await page.getByRole('link', { name: 'Look at it, or take them apart again' }).click();
  await button('It is not the same: take them apart').click();
  await page.getByText('They stand apart again, each with its own notes.').waitFor();
  expect((await named('Mill Lane Centre')).entry.mergedInto).toBeNull();
});

test('both files tell each place as its grade allows, and no more', async () => {
  await page.goto(`${server.url}/desk/places/files`);
  const table = await saved(() => button('As a table (CSV)').click());
  const json = await saved(() => button('As GeoJSON').click());
  const [heading = [], ...rows] = fromCsv(table);
  const cell = (row: string[], name: string): string => row[heading.indexOf(name)] ?? '';
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const spot: [number, number] = [Number(cell(row, 'longitude')), Number(cell(row, 'latitude'))];
    const grade = cell(row, 'grade');
    if (grade === 'shielded') expect(cell(row, 'longitude') + cell(row, 'latitude') + cell(row, 'notes')).toBe('');
    else if (cell(row, 'longitude') !== '') expect(isSnapped(grade as 'open' | 'area', spot)).toBe(true);
  }
  const { features } = JSON.parse(json) as {
    features: { geometry: { coordinates: unknown } | null; properties: { name: string; grade: string } }[];
  };
  const pairs = (at: unknown): [number, number][] =>
    Array.isArray(at) ? (typeof at[0] === 'number' ? [at as [number, number]] : at.flatMap(pairs)) : [];
  for (const { geometry, properties } of features) {
    if (properties.grade === 'shielded') expect(geometry).toBeNull();
    else
      for (const pair of pairs(geometry?.coordinates))
        expect(isSnapped(properties.grade as 'open' | 'area', pair)).toBe(true);
  }
  expect(features.some(({ properties }) => properties.name === 'Elm Tree Park')).toBe(true);
  for (const exact of EXACT) expect(table + json).not.toContain(exact.slice(0, -2));
});

test('a profile for paper: promises with their state, no position, no way to what is hidden, nobody’s name', async () => {
  await page.goto(`${server.url}/desk/places/profile/example-elm-tree`);
  await page.getByText('Bring the answer about the damp').waitFor();
  expect(await trouble()).toEqual([]);
  await button('Print it').click();
  await page.locator('[data-printed]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  expect(paper).toMatch(/Bring the answer about the damp[^]*Due /);
  expect(paper).not.toMatch(/\d\.\d{3}|Second gate|Bea|Print it|Inbox|to be confirmed/);
  // A long one goes on over the next sheets: nothing is cut off at the end of the first.
  await page.evaluate(() => {
    const notes = document.querySelector('.profile__notes');
    for (let more = 0; more < 120; more += 1) notes?.append(document.createElement('li'));
    for (const one of notes?.children ?? []) if (one.textContent === '') one.textContent = 'One more.';
  });
  const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(sheets.length).toBeGreaterThan(2);
  await page.emulateMedia({ media: 'screen' });
});

test('on a small screen nothing stands out sideways, and every part stays usable', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [path, heading] of [
    ['', 'Places'],
    ['/news', 'What changed'],
    ['/coverage', 'Who was asked'],
    ['/same', 'Twice there?'],
    ['/files', 'Files'],
    ['/entry/example-elm-tree-families', 'Elm Tree families'],
    ['/profile/example-elm-tree-families', 'Elm Tree families'],
  ] as const) {
    await page.goto(`${server.url}/desk/places${path}`);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await wide(), path).toBeLessThanOrEqual(1);
    expect(await trouble(), path).toEqual([]);
  }
  expect(browser.complaints.filter((complaint) => /Content Security|TrustedHTML/.test(complaint))).toEqual([]);
});

test('the audit log says in words who did what', async () => {
  await page.goto(`${server.url}/desk/audit`);
  for (const words of [
    'Took places in from a file',
    'Changed a place',
    'Brought two places together',
    'Took two places apart',
    'Saved places as a file',
  ])
    await page.getByText(words).first().waitFor();
});
