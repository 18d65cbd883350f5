import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { PICTURE_NAMES, PICTURES } from '../../src/ui/pictures/set.ts';
import { servePage } from '../helpers/serve-page.ts';

/** Where to leave the sheets, when somebody wants to look at them or put them into the docs. */
const SHOTS = process.env['SHOTS'];
/** Of 255, averaged over the picture: less than this and two pictures are told apart by their words alone. */
const APART = 3;

let browser: Browser;
let served: Awaited<ReturnType<typeof servePage>>;

beforeAll(async () => {
  served = await servePage('tests/ui/contact-sheet/page.html');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

interface Drawn {
  readonly name: string;
  /** The share of its place that is not paper, and the share that is as dark as the pen. */
  readonly covered: number;
  readonly dark: number;
  /** The picture in 24 by 24 greys, as somebody sees it who does not look closely. */
  readonly greys: readonly number[];
}

const sheets = new Map<string, Promise<Drawn[]>>();

/** Every picture of a sheet as it came out on the glass. */
function draw(look: string, size: number): Promise<Drawn[]> {
  const key = `${look} ${size}`;
  const known = sheets.get(key) ?? drawSheet(look, size);
  sheets.set(key, known);
  return known;
}

async function drawSheet(look: string, size: number): Promise<Drawn[]> {
  const page = await browser.newPage({ viewport: { width: size === 96 ? 1360 : 1020, height: 800 } });
  await page.goto(`${served.url}?${new URLSearchParams({ look, size: String(size) })}`);
  await page.waitForSelector('[data-picture]');
  await page.evaluate(() => document.fonts.ready);
  const file = ['contact-sheet', look === 'colour' ? '' : look, size === 96 ? '' : size].filter((part) => part !== '');
  const shot = await page.screenshot({
    fullPage: true,
    ...(SHOTS === undefined ? {} : { path: `${SHOTS}/${file.join('-')}.png` }),
  });
  const drawn = await readBack(page, shot.toString('base64'));
  await page.close();
  return drawn;
}

async function readBack(page: Page, png: string): Promise<Drawn[]> {
  return page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    return [...document.querySelectorAll('[data-picture]')].map((place) => {
      const { x, y, width } = place.getBoundingClientRect();
      const side = Math.round(width);
      const { data } = context.getImageData(Math.round(x + scrollX), Math.round(y + scrollY), side, side);
      const light = Array.from(
        { length: side * side },
        (_, at) => 0.2126 * (data[4 * at] ?? 0) + 0.7152 * (data[4 * at + 1] ?? 0) + 0.0722 * (data[4 * at + 2] ?? 0),
      );
      const greys = Array.from({ length: 576 }, (_, at) => {
        const [left, right] = [at % 24, (at % 24) + 1].map((part) => Math.floor((part * side) / 24));
        const [top, bottom] = [Math.floor(at / 24), Math.floor(at / 24) + 1].map((part) =>
          Math.floor((part * side) / 24),
        );
        let sum = 0;
        for (let row = top ?? 0; row < (bottom ?? 0); row++)
          for (let column = left ?? 0; column < (right ?? 0); column++) sum += light[row * side + column] ?? 0;
        return sum / (((right ?? 0) - (left ?? 0)) * ((bottom ?? 0) - (top ?? 0)));
      });
      return {
        name: place.getAttribute('data-picture') ?? '',
        covered: light.filter((value) => value < 245).length / light.length,
        dark: light.filter((value) => value < 80).length / light.length,
        greys,
      };
    });
  }, png);
}

/** How far two pictures are apart, of 255. */
function apart(one: Drawn, other: Drawn): number {
  return one.greys.reduce((sum, grey, at) => sum + Math.abs(grey - (other.greys[at] ?? 0)), 0) / one.greys.length;
}

test.each([
  { look: 'colour', size: 96 },
  { look: 'grey', size: 96 },
  { look: 'mirrored', size: 96 },
  { look: 'outdoor', size: 96 },
  { look: 'colour', size: 64 },
  { look: 'grey', size: 64 },
  { look: 'mirrored', size: 64 },
])('every picture is drawn in $look at $size px, neither bare nor smudged', async ({ look, size }) => {
  const drawn = await draw(look, size);
  expect(drawn.map(({ name }) => name)).toEqual(PICTURE_NAMES);
  const bare = drawn.filter(({ covered, dark }) => !(covered > 0.08 && dark > 0.05));
  expect(bare.map(({ name }) => name)).toEqual([]);
  // Night is dark, and a badge is a dark disc.
  const smudged = drawn.filter(({ name, dark }) => !/night|^badge/.test(name) && dark > 0.5);
  expect(smudged.map(({ name }) => name)).toEqual([]);
});

test('small and without colour, no two pictures look alike', async () => {
  const drawn = await draw('grey', 64);
  const pairs = drawn.flatMap((one, at) =>
    drawn.slice(at + 1).map((other) => ({ pair: `${one.name} / ${other.name}`, apart: apart(one, other) })),
  );
  const alike = pairs.filter(({ apart }) => apart < APART).sort((one, other) => one.apart - other.apart);
  expect(alike.map(({ pair, apart }) => `${pair}: ${apart.toFixed(1)}`)).toEqual([]);
});

test('where lines run from right to left, what points along them turns round and nothing else does', async () => {
  const [plain, turned] = [await draw('grey', 96), await draw('mirrored', 96)];
  const wrong = turned.flatMap((after, at) => {
    const before = plain[at];
    if (before === undefined) return ['missing'];
    const flipped = {
      ...before,
      greys: before.greys.map((_, index) => before.greys[index - (index % 24) + 23 - (index % 24)] ?? 0),
    };
    const asDrawn = apart(before, after) < 1;
    const turnedRound = apart(flipped, after) < 1;
    return (PICTURES[after.name as keyof typeof PICTURES].mirrors ? turnedRound : asDrawn) ? [] : [after.name];
  });
  expect(wrong).toEqual([]);
});
