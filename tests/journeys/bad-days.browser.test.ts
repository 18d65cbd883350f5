import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as bad from '../helpers/bad-day.ts';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import type { FaultProxy } from '../helpers/fault-proxy.ts';
import * as person from '../helpers/field-tablet.ts';
import { aPlace, type Place } from '../helpers/journey/place.ts';

/** One tablet, and everything that goes wrong on it in one long day: each says so plainly, and nothing is lost. */

const MARIA = 'Maria Example';
const TOM = 'Tom Sample';
const SAID = {
  conversation: 'The bus stopped coming and nobody told us',
  first: 'The damp is back behind the wardrobe',
  lost: 'Only half a sentence about the playgr',
  long: 'a bench, a bin, a broken lamp and a gate that never shuts',
  sealed: 'The lift has been out for a month',
};
const PATIENT_MS = 60_000;

describe('a long day on one tablet', () => {
  let place: Place;
  let link: FaultProxy;
  let tablet: TabletBrowser;
  let page: Page;

  beforeAll(async () => {
    place = await aPlace();
    for (const [displayName, role] of [
      [MARIA, 'champion'],
      [TOM, 'volunteer'],
    ]) {
      await place.desk()('/desk/v1/people', { body: { displayName, role } });
    }
    link = await place.link();
    // As when somebody has pressed "Block" once.
    tablet = await openTablet({ args: ['--use-fake-ui-for-media-stream=deny'] });
    page = tablet.page;
    page.setDefaultTimeout(PATIENT_MS);
  });
  afterAll(async () => {
    await tablet?.close();
    if (tablet !== undefined) await forgetProfile(tablet.profile);
    await place?.close();
  });

  // What it looked like when it went wrong: `test-results/bad-days.png`.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await mkdir('test-results', { recursive: true });
    await page.screenshot({ path: 'test-results/bad-days.png' }).catch(() => undefined);
  });

  test('a private window: it captures nothing, and says why and where to go', async () => {
    const hidden = await tablet.newPage();
    await hidden.addInitScript(() => {
      delete (StorageManager.prototype as Partial<StorageManager>).getDirectory;
    });
    await hidden.goto(link.url);
    await person.heading(hidden, 'Records cannot be kept safely in this window').waitFor({ timeout: PATIENT_MS });
    await hidden.getByText('Open Said & Done in an ordinary window').waitFor();
    expect(await hidden.getByRole('link').count()).toBe(0);
    await hidden.close();
  });

  test('the pack is damaged: it says what is missing, and Repair mends it once there is a link', async () => {
    await bad.holdClocks(page);
    await person.enrolTablet(page, link.url, place.desk(), 'Tablet 3');
    await page.getByText('Ready without signal').waitFor();
    await page.evaluate(async () => {
      const name = (await caches.keys()).find((one) => one.includes('precache')) ?? '';
      const cache = await caches.open(name);
      const [gone, altered] = (await cache.keys()).filter(({ url }) => /\/assets\/(?!index).*\.js$/.test(url));
      if (gone === undefined || altered === undefined) throw new Error('the pack has no such files');
      await cache.delete(gone);
      await cache.put(altered, new Response('something else', { headers: { 'content-type': 'text/javascript' } }));
    });
    await person.button(page, 'Check again').click();
    await page.getByText('Not ready yet').waitFor();
    await page.getByText('1 file is missing').waitFor();
    await page.getByText('1 file is damaged').waitFor();
    link.mode('down');
    await person.button(page, 'Repair').click();
    await page.getByText('Not ready yet').waitFor();
    link.mode('pass');
    await person.button(page, 'Repair').click();
    await page.getByText('Ready without signal').waitFor();
  });

  test('no microphone: it says so, and typing goes on', async () => {
    await page.getByRole('link', { name: 'Start using this tablet' }).click();
    await person.unlock(page, MARIA);
    await bad.startTalking(page, 'The bus');
    await person.button(page, 'Or record their voice').click();
    await person.answer(page, /Can we record your voice/, 'Yes');
    await page.getByText('The microphone is switched off for Said & Done.').waitFor();
    await page.getByLabel('In their own words').fill(SAID.conversation);
    await page.getByText('Kept on this tablet').first().waitFor();
  });

  test('the tablet is full: it says so, and the words stay on the screen until there is room', async () => {
    const words = page.getByLabel('In their own words');
    await bad.noRoomInDatabase(page, true);
    await words.fill(`${SAID.conversation}, and a very long story after it: ${SAID.long}`);
    await page.getByText('This tablet is full, and this was not kept yet.').waitFor();
    expect(await words.inputValue()).toContain(SAID.long);
    await bad.noRoomInDatabase(page, false);
    await words.fill(SAID.conversation);
    await page.getByText('Kept on this tablet').first().waitFor();
    await page.getByText('This tablet is full').waitFor({ state: 'detached' });
  });

  test('a picture that is none is told, and finishing on a full tablet keeps the record until there is room', async () => {
    await page.getByText('Is there something you want to show us?').click();
    await person.button(page, 'Photo').click();
    await person.answer(page, /Can we take a photo/, 'Yes');
    const broken = join(tablet.profile, 'door.jpg');
    await writeFile(broken, 'not a picture');
    await page.locator('input[type=file]').first().setInputFiles(broken);
    await page.getByText('This picture could not be read. Take it again, or choose another one.').waitFor();
    const photo = join(tablet.profile, 'door.png');
    await writeFile(photo, person.stripedPng(1200, 800));
    const giveBack = await bad.noRoomForFiles(page);
    await page.locator('input[type=file]').first().setInputFiles(photo);
    await page.getByText('This tablet is full, and this was not kept yet.').waitFor();
    expect(await page.getByAltText('Photo 1').count()).toBe(0);
    await giveBack();
    await page.locator('input[type=file]').first().setInputFiles(photo);
    await page.getByAltText('Photo 1').waitFor();
    await page.getByText('This tablet is full').waitFor({ state: 'detached' });
    await bad.goOnTo(page, person.button(page, 'Finish'));
    await bad.noRoomInDatabase(page, true);
    await person.button(page, 'Finish').click();
    await page.getByText('This tablet is full, and this was not kept yet.').waitFor();
    await bad.noRoomInDatabase(page, false);
    await person.button(page, 'Finish').click();
    await person.receiptCode(page);
    await person.home(page);
    await inbox(SAID.conversation);
  });

  test('the tablet locks when it is left alone, and opens at the very same place', async () => {
    await bad.startTalking(page, SAID.lost);
    await bad.moveOn(page, 105);
    await page.getByText(/Locking in \d+ seconds?/).waitFor();
    await page.getByText('What you have done is saved.').waitFor();
    await person.button(page, 'Stay here').click();
    await page.getByText(/Locking in \d+ seconds?/).waitFor({ state: 'detached' });
    const address = page.url();
    await bad.moveOn(page, 121);
    await page.getByText('Who has the tablet?').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(SAID.lost);
    await person.unlock(page, MARIA);
    expect(await page.getByLabel('In their own words').inputValue()).toBe(SAID.lost);
    expect(page.url()).toBe(address);

    await page.getByLabel('In their own words').fill(`${SAID.lost}ound`);
    await bad.turn(page, 'hidden');
    await bad.moveOn(page, 25);
    await page.getByText('Who has the tablet?').waitFor();
    await bad.turn(page, 'visible');
    await person.unlock(page, MARIA);
    expect(await page.getByLabel('In their own words').inputValue()).toBe(`${SAID.lost}ound`);
  });

  test('a second tab says so; "Use it here" takes over with the draft as it is, and back again', async () => {
    const words = `${SAID.lost}ound by the water`;
    await page.getByLabel('In their own words').fill(words);
    const second = await tablet.newPage();
    second.setDefaultTimeout(PATIENT_MS);
    await second.goto(`${link.url}/drafts`);
    await person.heading(second, 'Said & Done is already open on this tablet').waitFor();
    await person.button(second, 'Use it here').click();
    await person.unlock(second, MARIA);
    await second.getByRole('link', { name: 'Carry on' }).click();
    expect(await second.getByLabel('In their own words').inputValue()).toBe(words);
    await person.heading(page, 'Said & Done is already open on this tablet').waitFor();
    await person.button(page, 'Use it here').click();
    await person.heading(second, 'Said & Done is already open on this tablet').waitFor();
    await person.unlock(page, MARIA);
    expect(await page.getByLabel('In their own words').inputValue()).toBe(words);
    await second.close();
  });

  test('the next person finds no trace: not by going back, by reloading, or among the unfinished', async () => {
    const address = page.url();
    await bad.moveOn(page, 121);
    await person.unlock(page, TOM);
    await page.getByRole('heading', { name: `Hello ${TOM}` }).waitFor();
    expect(await page.locator('body').innerText()).toContain('Not finished');
    expect(await page.getByRole('link', { name: /^Not finished/ }).innerText()).toBe('Not finished');
    const seen: string[] = [];
    const look = async () => seen.push(await page.locator('body').innerText());
    await person.quickNote(page, SAID.first);
    await person.home(page);
    await page.goBack();
    await page.locator('h1').waitFor();
    await look();
    await page.goto(address);
    await person.unlock(page, TOM);
    await page.locator('h1').waitFor();
    await look();
    await page.getByText('could not be opened').waitFor();
    for (const screen of seen) expect(screen).not.toMatch(/playgr|wardrobe/);
  });

  test('wrong passcodes: a warning, a wait, then the drafts are gone for good; sealed records still go', async () => {
    link.mode('down');
    await page.goto(`${link.url}/home`);
    await person.unlock(page, MARIA);
    await person.quickNote(page, SAID.sealed);
    await person.home(page);
    await person.button(page, 'Hand to the next person').click();
    await page.getByRole('button', { name: new RegExp(MARIA) }).click();
    const tryOne = async (passcode: string) => {
      await page.getByLabel('Passcode', { exact: true }).fill(passcode);
      await person.button(page, 'Open').click();
    };
    for (let left = 9; left > 0; left -= 1) {
      await tryOne(`80461${left}`);
      await page.getByText(left === 1 ? 'You have 1 more try.' : `You have ${left} more tries.`).waitFor();
      if (left === 7) {
        await tryOne('804610');
        await page.getByText(/Wait \d seconds?, then try again./).waitFor();
      }
      await bad.moveOn(page, 301);
      await page.getByText(/Wait \d/).waitFor({ state: 'detached' });
    }
    await tryOne('804610');
    await page.getByText(`The unfinished work of ${MARIA} is closed for good`).waitFor();
    await page.getByText('Finished records are sealed, safe, and still go to staff.').waitFor();
    await person.button(page, 'Choose a new passcode').click();
    await person.unlock(page, MARIA);
    await page
      .getByText(/^Saved on this tablet \(\d+ waiting\)/)
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: /^Not finished/ }).innerText()).toBe('Not finished');
    link.mode('pass');
    await page.getByRole('link', { name: /What is saved and sent/ }).click();
    await person.button(page, 'Send now').click();
    await inbox(SAID.sealed);
  });

  test('nothing of it all can be read on the disk of the tablet', async () => {
    const words = [...Object.values(SAID).map((said) => said.slice(0, 24)), person.PASSCODE];
    const kept = await bad.allKept(page);
    expect(words.filter((word) => kept.includes(word))).toEqual([]);
    await tablet.close();
    expect(await bad.wordsOnDisk(tablet.profile, words)).toEqual([]);
  });

  /** It has arrived, once. */
  async function inbox(headline: string): Promise<void> {
    const items = await place.inboxShows((all) => all.some((item) => item.headline === headline));
    expect(items.filter((item) => item.headline === headline).length).toBe(1);
  }
});
