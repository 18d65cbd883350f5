import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { ruleFaults } from './by-rule.ts';
import { faultsOf } from './faults.ts';
import { differing, greysOf, type Sight } from './greys.ts';
import { readPng } from './png.ts';
import { PSEUDO_LONG } from './pseudo-long.ts';
import { SIZES, type Reading } from './readings.ts';
import { tabFaults } from './tab-order.ts';

/** Those who look at every screen, shown one that is well and then one broken on purpose: each fault is found, and only it. */

const EN: Reading = { name: 'en', language: 'en', readingMode: 'standard', dir: 'ltr', said: '' };
const LONG: Reading = { name: 'long', language: PSEUDO_LONG, readingMode: 'standard', dir: 'ltr', said: '' };
const WELL = `<!doctype html><html lang="en" dir="ltr"><head><title>Well</title><style>
  body { margin: 0; font: 18px/1.5 sans-serif; background: #faf4e8; color: #131d21; }
  main { padding: 16px; }
  button { display: block; min-height: 64px; min-width: 200px; margin: 8px 0; background: #fff; color: #131d21; font: inherit; }
  button:focus-visible { outline: 4px solid #004; }
  footer { position: fixed; inset: auto 0 0 0; height: 60px; background: #fff; }
</style></head><body><main>
  <h1>How are you?</h1>
  <p id="text">We would like to hear it.</p>
  <p id="name"><bdi>نور مثال</bdi></p>
  <button id="good" type="button">Good</button>
  <button id="bad" type="button">Not so good</button>
</main><footer></footer></body></html>`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 360, height: 740 } });
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  await page.setContent(WELL);
});

const everything = async (reading: Reading): Promise<string[]> => [
  ...(await faultsOf(page, reading)),
  ...(await ruleFaults(page, true)),
  ...(await tabFaults(page)),
];

test('nothing is found where all is well', async () => {
  expect(await everything(EN)).toEqual([]);
});

const BROKEN: readonly (readonly [string, () => void, RegExp])[] = [
  ['the page says another language', () => (document.documentElement.lang = 'fr'), /says it is in fr/],
  ['the page runs the other way', () => (document.documentElement.dir = 'rtl'), /says it runs rtl/],
  ['Arabic words that say they are English', () => write('text', 'أهلا وسهلا'), /is marked en/],
  ['English words that say they are Arabic', () => mark('text', 'ar', 'rtl'), /is marked ar/],
  ['Arabic words that run from the left', () => (write('text', 'أهلا وسهلا'), mark('text', 'ar', 'ltr')), /runs ltr/],
  ['a key in the place of its words', () => write('text', 'home:visit.none'), /is a piece of code/],
  ['a place where a name should be', () => write('text', 'Hello {{name}}'), /is a piece of code/],
  ['a button too small for a thumb', () => style('good', 'min-height', '40px'), /button "Good" is \d+ x \d+, not 48/],
  ['words cut off', () => (style('text', 'overflow', 'hidden'), style('text', 'height', '9px')), /is cut off by p/],
  ['words beyond the edge', () => style('text', 'margin-left', '300px'), /stands out of the glass|px wide|wider than/],
  ['pale letters', () => style('text', 'color', '#e0d8c8'), /axe: color-contrast/],
  ['a button that Tab comes to too late', () => reverse(), /"Not so good" comes after "Good/],
  ['a button that Tab passes by', () => (element('good').tabIndex = -1), /"Good \(button\)" is never reached/],
  ['no ring round what the keyboard is at', () => style('good', 'outline', 'none'), /"Good" has no ring/],
  ['a bar over what the keyboard is at', () => style('good', 'z-index', '-1', 'absolute'), /is hidden behind/],
];

/** Runs in the page, with what the cases above use. */
const HANDS = `
  const element = (id) => document.getElementById(id);
  const write = (id, words) => { element(id).textContent = words; };
  const mark = (id, lang, dir) => { element(id).lang = lang; element(id).dir = dir; };
  const reverse = () => Object.assign(document.querySelector('main').style, { display: 'flex', flexDirection: 'column-reverse' });
  const style = (id, name, value, position) => {
    element(id).style.setProperty(name, value, 'important');
    if (position !== undefined) Object.assign(element(id).style, { position, insetBlockEnd: '4px' });
  };
`;
declare const element: (id: string) => HTMLElement;
declare const reverse: () => void;
declare const write: (id: string, words: string) => void;
declare const mark: (id: string, lang: string, dir: string) => void;
declare const style: (id: string, name: string, value: string, position?: string) => void;
const breakBy = (how: () => void): Promise<unknown> => page.evaluate(`{ ${HANDS} (${String(how)})(); }`);

test.each(BROKEN)('%s: found', async (_, how, found) => {
  await breakBy(how);
  expect((await everything(EN)).join('\n')).toMatch(found);
});

test('words that were never translated stand out in English made long', async () => {
  await page.evaluate((tag) => {
    document.documentElement.lang = tag;
    for (const one of document.querySelectorAll('h1, button')) one.textContent = `[${one.textContent}]`;
  }, PSEUDO_LONG);
  expect(await faultsOf(page, LONG)).toEqual(['"We would like to hear it." cannot be translated']);
});

test.each<readonly [string, string, readonly RegExp[]]>([
  ['what somebody wrote may end in dots inside a button that shows all of it', 'bdi', []],
  ['words of the app may not', 'span', [/is cut off by button/]],
])('%s', async (_, tag, found) => {
  await page.evaluate((inner) => {
    const button = document.querySelector<HTMLElement>('#good');
    const words = document.createElement(inner);
    words.textContent = 'It comes through the wall by the bed, and we wash it off, and it comes back';
    button?.replaceChildren(words);
    Object.assign(button?.style ?? {}, {
      inlineSize: '200px',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      textOverflow: 'ellipsis',
    });
  }, tag);
  const faults = await faultsOf(page, EN);
  if (found.length === 0) expect(faults).toEqual([]);
  for (const one of found) expect(faults.join('\n')).toMatch(one);
});

describe('the picture of a screen', () => {
  const draw = async (): Promise<Sight> => greysOf(readPng(await page.screenshot()), SIZES[0].block);

  test('is the same twice, and where letters are smoothed another way', async () => {
    const before = await draw();
    expect(differing(before, await draw())).toBeNull();
    await page.addStyleTag({ content: '* { text-rendering: geometricPrecision; -webkit-text-stroke: 0.15px; }' });
    expect(differing(before, await draw())).toBeNull();
  });

  test.each<readonly [string, () => void]>([
    ['all stands three pixels lower', () => style('good', 'margin-top', '11px')],
    ['words are set a little wider', () => (document.body.style.letterSpacing = '0.1px')],
    ['words are set a little larger', () => (document.body.style.fontSize = '18.2px')],
  ])('is the same where %s', async (_, how) => {
    const before = await draw();
    await breakBy(how);
    expect(differing(before, await draw())).toBeNull();
  });

  test.each<readonly [string, () => void]>([
    ['a button is gone', () => style('bad', 'visibility', 'hidden')],
    ['a line of words is gone', () => write('text', '')],
    ['a short name is gone', () => style('name', 'visibility', 'hidden')],
    ['lines run the other way', () => (document.documentElement.dir = 'rtl')],
    ['a button moved by half a block', () => style('good', 'margin-top', '28px')],
    ['a button is wider', () => style('good', 'min-width', '240px')],
  ])('is another one when %s', async (_, how) => {
    const before = await draw();
    await breakBy(how);
    expect(differing(before, await draw())).not.toBeNull();
  });
});
