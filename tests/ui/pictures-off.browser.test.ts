import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';

/** With the pictures switched off on a tablet, in a browser that knows the rules: what goes and what stays. */

const CSS = ['src/ui/pictures/picture.css', 'src/record-parts/consent/consent.css']
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const PICTURE = '<svg class="picture" aria-hidden="true" viewBox="0 0 96 96"><path d="M0 0h9"/></svg>';
const NAMED = '<svg class="picture" role="img" aria-label="A cup" viewBox="0 0 96 96"><path d="M0 0h9"/></svg>';
const BODY = `
  <div class="screen">
    <a href="#" id="card"><span id="card-place">${PICTURE}</span><span id="card-words">Conversation</span></a>
    <button id="bare">${PICTURE}</button>
    <div id="named">${NAMED}</div>
    <div class="consent-question"><div class="consent-question__picture" id="consent">${NAMED}</div><p id="asked">May we?</p></div>
  </div>
  <div class="player"><div id="answer">${PICTURE}</div></div>`;
const IDS = ['card', 'card-place', 'card-words', 'bare', 'named', 'consent', 'asked', 'answer'];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await page.setContent(`<style>.picture{width:40px;height:40px}${CSS}</style>${BODY}`);
});
afterAll(() => browser?.close());

const seen = (): Promise<string[]> =>
  page.evaluate((ids) => ids.filter((id) => document.getElementById(id)?.checkVisibility() === true), IDS);

test('a picture beside words goes with its place; words, buttons, named pictures and the player stay', async () => {
  expect(await seen()).toEqual(IDS);
  await page.evaluate(() => (document.documentElement.dataset['pictures'] = 'off'));
  expect(await seen()).toEqual(['card', 'card-words', 'bare', 'named', 'asked', 'answer']);
  await page.evaluate(() => (document.documentElement.dataset['pictures'] = 'on'));
  expect(await seen()).toEqual(IDS);
});
