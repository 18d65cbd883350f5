import type { Page } from 'playwright-core';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import * as person from '../helpers/field-tablet.ts';
import { startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';
import { addVisited } from '../helpers/visited-places.ts';

/** One field day, from the office to the office, in a real browser: no signal, a dead battery, and nothing lost. */

const WORKER = 'Maria Example';
const VENUE = {
  venueId: 'long-lane',
  placeName: 'Long Lane site',
  groupName: 'Long Lane families',
  setting: 'traveller-site',
  grade: 'shielded',
  notes: 'Ask first at the white gate.',
};

interface Item {
  entityId: string;
  kind: string;
  lane: string;
  headline: string;
  withdrawn: boolean;
  hasVoice: boolean;
  hasPhoto: boolean;
  mediaMissing: number;
  recordedBy: string;
}

describe('a field day', () => {
  let server: TestServer;
  let desk: DeskFetch;
  let tablet: TabletBrowser;
  let page: Page;
  let withdrawn = '';

  beforeAll(async () => {
    server = await startServer();
    desk = await server.setUp();
    await desk('/desk/v1/people', { body: { displayName: WORKER, role: 'champion' } });
    await addVisited(desk, [VENUE]);
    tablet = await openTablet();
    page = tablet.page;
    page.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await server?.dispose();
  });

  // What it looked like when it went wrong: `test-results/field-day.png`.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: 'test-results/field-day.png' }).catch(() => undefined);
  });

  test('the tablet joins, and proves that it is ready without a signal', async () => {
    await person.enrolTablet(page, server.url, desk, 'Tablet 3');
    await page.getByText('Ready without signal').waitFor();
    expect(page.url()).toBe(`${server.url}/ready`);
  });

  test('the server is gone: the app opens cold, and the champion unlocks and starts the visit', async () => {
    await server.stop();
    await tablet.close();
    tablet = await openTablet({ profile: tablet.profile });
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    await page.goto(server.url);
    await person.unlock(page, WORKER);
    await person.beginVisit(page, /Long Lane site/);
    await page.getByText('Saved on this tablet (1 waiting)').first().waitFor();
  });

  test('a quick note in three taps and a sentence, with a code to take away', async () => {
    withdrawn = await person.quickNote(page, 'The damp is back behind the wardrobe');
    await person.home(page);
    await page.getByText('Saved on this tablet (2 waiting)').first().waitFor();
  });

  test('an immediate need', async () => {
    await page.getByRole('link', { name: /^Immediate need/ }).click();
    await page.getByRole('radio', { name: 'See a doctor or nurse' }).check();
    await page.getByLabel(/What do they need/).fill('The baby has been coughing for a week');
    await person.button(page, 'Next').click();
    await page.getByRole('radio', { name: /Today/ }).check();
    await page.getByRole('radio', { name: 'I will', exact: true }).check();
    await page.getByRole('radio', { name: 'No contact agreed' }).check();
    await toReceipt(page);
    await person.home(page);
  });

  test('a conversation with a photo of a thing and a recorded voice', async () => {
    await page.getByRole('link', { name: /^Conversation/ }).click();
    await page.getByRole('radio', { name: 'Yes', exact: true }).first().check();
    await page.getByLabel('In their own words').fill('The bus stopped coming and nobody told us');
    await person.button(page, 'Or record their voice').click();
    await person.answer(page, /Can we record your voice/, 'Yes');
    await page.locator('.voice-note__elapsed', { hasText: /^0:0[2-9]/ }).waitFor();
    await person.button(page, 'Stop recording').click();
    await page.locator('audio').first().waitFor();
    await page.getByText('Is there something you want to show us?').click();
    await person.button(page, 'Photo').click();
    await person.answer(page, /Can we take a photo/, 'Yes');
    // By path: the content security policy would not let the page make a file from text.
    const photo = join(tablet.profile, 'door.png');
    await writeFile(photo, person.stripedPng(2400, 1200));
    await page.locator('input[type=file]').first().setInputFiles(photo);
    await page.getByAltText('Photo 1').waitFor();
    await toReceipt(page);
    await person.home(page);
  });

  test('a promise and a no-thanks', async () => {
    await page.getByRole('link', { name: /^Promise/ }).click();
    await page.getByLabel('What will happen').fill('We ask the bus company and come back');
    await person.button(page, 'Save').click();
    await page.getByText('The promise is saved on this tablet').waitFor();
    await person.home(page);
    await page.getByRole('link', { name: /^No thanks/ }).click();
    await page.getByRole('radio', { name: 'Did not say' }).check();
    await person.button(page, 'Save').click();
    await page.getByText(/Counted/).waitFor();
    await person.home(page);
  });

  test('somebody changes their mind: their code empties the note here and now', async () => {
    await page.getByRole('link', { name: /^Withdraw by code/ }).click();
    await page.getByLabel('The code', { exact: true }).fill(withdrawn);
    await page.getByRole('radio', { name: /Stop using my words/ }).check();
    await person.button(page, 'Withdraw').click();
    await page.getByText('It was still on this tablet. It has been emptied.').waitFor();
    await person.home(page);
  });

  test('the battery dies in the middle of a conversation, and what was said is still there', async () => {
    await page.getByRole('link', { name: /^Conversation/ }).click();
    await page.getByRole('radio', { name: 'Yes', exact: true }).first().check();
    await page.getByLabel('In their own words').fill('They listened this time');
    await page.getByText('Kept on this tablet').waitFor();
    await tablet.kill();
    tablet = await openTablet({ profile: tablet.profile });
    page = tablet.page;
    page.setDefaultTimeout(60_000);
    await page.goto(server.url);
    await person.unlock(page, WORKER);
    const unfinished = page.getByRole('link', { name: /^Not finished \(\d/ });
    await unfinished.waitFor();
    expect((await unfinished.innerText()).trim()).toBe('Not finished (1)');
    await unfinished.click();
    await page.getByRole('link', { name: 'Carry on' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Carry on' }).count(), await page.locator('main').innerText()).toBe(1);
    await page.getByRole('link', { name: 'Carry on' }).click();
    expect(await page.getByLabel('In their own words').inputValue()).toBe('They listened this time');
    await toReceipt(page);
    await person.home(page);
  });

  test('the connection comes back, and everything arrives whole, once', async () => {
    await server.restart();
    await page.getByRole('link', { name: /What is saved and sent/ }).click();
    await person.button(page, /^Send/).click();
    await page
      .getByText(/^All sent/)
      .first()
      .waitFor({ timeout: 60_000 });
    desk = await server.signIn((await import('../helpers/server.ts')).ADMIN);
    const items = await filed(desk, 4);
    const of = (kind: string) => items.filter((item) => item.kind === kind);
    expect(of('immediate-need').map(({ lane }) => lane)).toEqual(['urgent']);
    expect(of('promise').map(({ lane }) => lane)).toEqual(['promises']);
    expect(
      of('conversation')
        .map(({ headline }) => headline)
        .sort(),
    ).toEqual(['The bus stopped coming and nobody told us', 'They listened this time']);
    const whole = of('conversation').find(({ hasVoice }) => hasVoice);
    expect(whole).toMatchObject({ hasVoice: true, hasPhoto: true, mediaMissing: 0, recordedBy: WORKER });
    const words = JSON.stringify(await (await desk(`/desk/v1/inbox/${whole?.entityId}`)).json());
    expect(words).toContain('The bus stopped coming and nobody told us');
    expect(words).toContain('"state":"here"');
    expect(JSON.stringify(items)).not.toContain('The damp is back');
  });
});

/** Goes on to the end with the fewest answers that are asked for, and reads the code there. */
async function toReceipt(page: Page): Promise<string> {
  for (let step = 0; step < 16; step += 1) {
    if ((await page.getByText('Your code', { exact: true }).count()) > 0) return person.receiptCode(page);
    await chooseWhatIsNeeded(page);
    const finish = page.getByRole('button', { name: /^(Finish|Save)$/ });
    const before = await page.locator('h1').innerText();
    await ((await finish.count()) > 0 ? finish : person.button(page, 'Next')).click();
    // The next step, or the card with the code: another heading.
    await page.waitForFunction((was) => (document.querySelector('h1')?.innerText ?? was) !== was, before);
  }
  throw new Error('the receipt did not come');
}

async function chooseWhatIsNeeded(page: Page): Promise<void> {
  const own = page.getByRole('radio', { name: 'Their own words', exact: true });
  if ((await own.count()) > 0) await own.check();
  for (const question of [/Can we write down what you say/, /Can we record your voice/, /Can we take a photo/]) {
    const group = page.getByRole('group', { name: question });
    if ((await group.count()) > 0) await person.answer(page, question, 'Yes');
  }
}

/** The inbox once it holds so many and every part of each has come. */
async function filed(desk: DeskFetch, count: number): Promise<Item[]> {
  let items: Item[] = [];
  for (let turn = 0; turn < 120; turn += 1) {
    const page = (await (await desk('/desk/v1/inbox?limit=100')).json()) as { items: Item[] };
    items = page.items.filter((item) => !item.withdrawn);
    if (items.length >= count && items.every((item) => item.mediaMissing === 0)) return items;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the inbox holds ${JSON.stringify(items)}`);
}
