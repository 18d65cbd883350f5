import { crc32, deflateSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import type { DeskFetch } from './server.ts';

/** What a person does on a tablet, one sentence each. English words, as they stand on the screen. */

export const PASSCODE = '482915';

/** Types a one-time code, has it approved at the desk, and waits for "Ready without signal". */
export async function enrolTablet(page: Page, url: string, desk: DeskFetch, label: string): Promise<void> {
  const { code } = (await (await desk('/desk/v1/tablets/code', { method: 'POST' })).json()) as { code: string };
  await page.goto(`${url}/enrol#${code}`);
  await page.getByLabel('Name of this tablet').fill(label);
  await button(page, 'Join').click();
  const shown = page.locator('.code-show__code [aria-hidden]');
  await shown.waitFor();
  const { tablets } = (await (await desk('/desk/v1/tablets')).json()) as {
    tablets: { deviceId: string; label: string; check: string; state: string }[];
  };
  const waiting = tablets.find((tablet) => tablet.label === label && tablet.state === 'waiting');
  const same = waiting?.check.replace('-', '') === (await shown.innerText()).replaceAll(/[^0-9A-Z]/g, '');
  if (waiting === undefined || !same) throw new Error('the signs on the two screens are not the same');
  await desk(`/desk/v1/tablets/${waiting.deviceId}`, { body: { action: 'approve' } });
  await heading(page, 'Is this tablet ready?').waitFor();
}

/** First time: chooses the passcode. Later: types it. Ends at whatever screen was asked for. */
export async function unlock(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await heading(page, `Hello ${name}`).waitFor();
  const choosing = page.getByLabel('Choose a passcode');
  if ((await choosing.count()) > 0) {
    await choosing.fill(PASSCODE);
    await page.getByLabel('The same passcode again').fill(PASSCODE);
  } else {
    await page.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
  }
  await button(page, 'Open').click();
  await page.locator('.unlock__form').waitFor({ state: 'detached' });
}

export async function beginVisit(page: Page, place: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Start a visit' }).click();
  await page.getByRole('radio', { name: place }).check();
  await button(page, 'Start the visit').click();
  await page.getByText('Visit going on').waitFor();
}

/** Three taps, a sentence, one yes. Gives the receipt code. */
export async function quickNote(page: Page, said: string): Promise<string> {
  await page.getByRole('link', { name: /^Quick note/ }).click();
  await page.getByRole('radio', { name: 'Damp and mould' }).check();
  await page.getByRole('radio', { name: 'Worried' }).check();
  await page.getByRole('radio', { name: 'Their own words' }).check();
  await page.getByLabel('What was said, in a sentence').fill(said);
  await answer(page, /Can we write down what you say/, 'Yes');
  await button(page, 'Save').click();
  return receiptCode(page);
}

export async function home(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Said & Done: Home' }).click();
  await page.getByRole('link', { name: /^Quick note/ }).waitFor();
}

export async function receiptCode(page: Page): Promise<string> {
  await page.getByText('Your code', { exact: true }).waitFor();
  const code = (await page.locator('.code-show__code [aria-hidden]').innerText()).replaceAll(/[^0-9A-Z]/g, '');
  if (code.length !== 8) throw new Error(`this is no receipt code: ${code}`);
  return code;
}

/** Answers the yes-or-no question whose legend has these words. It may be gone with the answer. */
export async function answer(page: Page, question: RegExp, word: 'Yes' | 'No'): Promise<void> {
  await page.getByRole('group', { name: question }).getByRole('radio', { name: word, exact: true }).click();
}

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name });

/** A real PNG of broad stripes, larger than a tablet may keep, so that it has to be scaled. */
export function stripedPng(width: number, height: number): Buffer {
  const row = Buffer.alloc(width * 3 + 1);
  for (let x = 0; x < width; x += 1) row.set([(x >> 5) & 1 ? 200 : 20, 90, (x >> 8) * 30], 1 + x * 3);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [piece('IHDR', head), piece('IDAT', deflateSync(rows)), piece('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

function piece(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
