import type { Page } from 'playwright-core';
import { button } from './field-tablet.ts';

/** What a person does with a survey on a real screen, by touch, in English. */

const question = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? '';

/** Waits until another heading stands there. */
async function pastIt(page: Page, before: string): Promise<void> {
  await page.waitForFunction((was) => (document.querySelector('h1')?.textContent ?? '') !== was, before, {});
}

/** From the list of surveys into somebody's hands. */
export async function handOver(page: Page, survey: RegExp): Promise<void> {
  await page.getByRole('link', { name: /^Picture survey/ }).click();
  await button(page, survey).click();
  await button(page, /^Hand over/).click();
  await page.getByRole('heading', { name: 'Choose your language' }).waitFor();
}

/** From the tiles of languages to the first question, reading. */
export async function begin(page: Page): Promise<void> {
  await button(page, 'English').click();
  await button(page, /^Read/).click();
  await button(page, 'Next').click();
  for (const words of [/hear what you think/, /write down what you say/]) {
    await page.getByRole('heading', { name: words }).waitFor();
    await button(page, 'Yes').click();
    await button(page, 'Next').click();
  }
  await button(page, 'Me').click();
  await page.getByRole('heading', { name: 'Do you like tea?' }).waitFor();
  await button(page, 'Next').click();
  await pastIt(page, 'Do you like tea?');
}

/** Answers the question on the screen with the first thing it offers, or skips it, and goes on. */
export async function answerOne(page: Page): Promise<string> {
  const asked = await question(page);
  const choices = page.locator('.player__answer').locator('input[type=radio], input[type=checkbox]');
  if ((await choices.count()) > 0) {
    await choices.first().check({ force: true });
    await button(page, 'Next').click();
  } else await button(page, 'Skip').click();
  await pastIt(page, asked);
  return asked;
}

/** On and on, with a yes to everything that is asked for, until thanks are said. */
export async function toThanks(page: Page): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const heading = await question(page);
    if (heading === 'Thank you') return;
    if ((await page.locator('.player__answer').count()) > 0) {
      await answerOne(page);
      continue;
    }
    const no = button(page, 'No');
    if ((await no.count()) > 0) {
      await no.click();
      // Where a no alone leads on, there is nothing more to touch here.
      await page.waitForFunction(
        (was) =>
          (document.querySelector('h1')?.textContent ?? '') !== was ||
          document.querySelector('[aria-pressed="true"]') !== null,
        heading,
      );
      if ((await question(page)) !== heading) continue;
    }
    await button(page, 'Next').click();
    await pastIt(page, heading);
  }
  throw new Error('thanks never came');
}

/** Presses and holds what is for the worker, and types the passcode. */
export async function takeBack(page: Page, passcode: string): Promise<void> {
  const hold = page.getByRole('button', { name: /press and hold/ });
  await hold.hover();
  await page.mouse.down();
  await page.getByLabel('Your passcode').waitFor();
  await page.mouse.up();
  await page.getByLabel('Your passcode').fill(passcode);
  await button(page, 'Take it back').click();
}
