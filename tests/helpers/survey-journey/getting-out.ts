import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { wordsOf, type Reader } from './words.ts';

const HOLD_MS = 3200;

/** Nothing of the app behind is on the glass: no frame, no way home, no name. */
async function onlyTheSurvey(page: Page, asked: string): Promise<void> {
  expect(await page.locator('.frame__bar, a[href="/home"]').count()).toBe(0);
  expect(await page.locator('h1').innerText()).toBe(asked);
  expect(await page.getByText('Maria Example').count()).toBe(0);
}

/** Whatever a person presses, the question stays; what is held long enough asks for a passcode, and a wrong one covers. */
export async function tryToGetOut(page: Page, reader: Reader): Promise<void> {
  const asked = await page.locator('h1').innerText();
  const tries = [
    () => page.keyboard.press('Escape'),
    () => page.keyboard.press('Alt+ArrowLeft'),
    () => page.keyboard.press('Alt+Home'),
    () => page.goBack({ timeout: 2000 }),
    () => page.goBack({ timeout: 2000 }),
    () => page.goForward({ timeout: 2000 }),
  ];
  for (const attempt of tries) {
    await attempt().catch(() => undefined);
    await onlyTheSurvey(page, asked);
  }
  const text = (key: string): string => wordsOf(reader, 'answer', key).words;
  const hold = page.getByRole('button', { name: text('worker.hold') });
  // Let go too early: nothing.
  await hold.hover();
  await page.mouse.down();
  await page.clock.runFor(HOLD_MS / 2);
  await page.mouse.up();
  await page.clock.runFor(HOLD_MS);
  await onlyTheSurvey(page, asked);

  await page.mouse.down();
  await page.clock.runFor(HOLD_MS);
  await page.mouse.up();
  const passcode = page.getByLabel('Your passcode', { exact: true });
  await passcode.waitFor();
  expect(await page.getByText(asked).count()).toBe(0);
  await passcode.fill('111222');
  await page.getByRole('button', { name: 'Take it back', exact: true }).click();
  await page.locator('.cover').waitFor();
  expect(await page.locator('body').innerText()).not.toContain(asked);
}
