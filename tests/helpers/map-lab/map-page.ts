import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { CONTENT_SECURITY_POLICY } from '../../../server/http/security-headers.ts';
import type { Sheet, Where } from '../../../src/domain/place.ts';
import { launchChromium } from '../chromium.ts';
import { servePage } from '../serve-page.ts';
import { smallArchive } from './small-archive.ts';

/** Chromium draws maps on the processor where there is no graphics card. */
export const WEBGL_WITHOUT_A_CARD = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** The town of the small archive, as its names are in the data. */
export const TOWN = { lng: 9.5209, lat: 47.141 };
const NAMES = { name: 'Vaduz', 'name:latin': 'Vaduz', 'name:ar': 'فادوتس', 'name:ur': 'فادوز', 'name:bn': 'ফাডুৎস' };

/** One map on a page, under the policy of the real server. */
export interface OpenedMap {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page asked of anybody since it was opened, and what it complained of. */
  readonly requests: string[];
  readonly complaints: string[];
  told(): Promise<{ where: Where[]; opened: string[]; sheets: Sheet[]; reads: number }>;
}

export interface MapLab {
  /** Waits until the map has come to rest, unless it is asked to `wait`. */
  open(asked: Readonly<Record<string, string>>, options?: BrowserContextOptions): Promise<OpenedMap>;
  /** Closes what was opened: a browser draws only so many maps at a time. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openMapLab(): Promise<MapLab> {
  const folder = await mkdtemp(join(tmpdir(), 'map-'));
  const small = join(folder, 'small.pmtiles');
  await writeFile(small, smallArchive(NAMES, TOWN));
  const served = await servePage('tests/map/page.html', {
    headers: { 'content-security-policy': CONTENT_SECURITY_POLICY },
    files: {
      '/liechtenstein.pmtiles': 'tests/fixtures/liechtenstein.pmtiles',
      '/bristol-corner.pmtiles': 'tests/fixtures/bristol-corner.pmtiles',
      '/small.pmtiles': small,
      '/favicon.ico': 'public/icons/icon-maskable-512.png',
    },
  });
  const browser = await launchChromium({ args: WEBGL_WITHOUT_A_CARD, gpu: true });
  return {
    open: async (asked, options) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      const [requests, complaints]: [string[], string[]] = [[], []];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (thrown) => complaints.push(String(thrown)));
      page.on('console', (said) => {
        if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text());
      });
      await page.goto(`${served.url}?${new URLSearchParams(asked)}`);
      if (asked['sheet'] !== undefined) await page.locator('.sheet__touch').waitFor();
      else if (asked['wait'] === undefined) {
        await page.locator('.map__over').waitFor({ state: 'attached', timeout: 60_000 });
        await settled(page);
      } else await page.waitForFunction(() => document.title === 'Waiting');
      return { page, context, requests, complaints, told: () => page.evaluate(() => window.told) };
    },
    clear: async () => {
      for (const context of browser.contexts()) await context.close();
    },
    close: async () => {
      await browser.close();
      await served.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Until names and marks have not changed for a while. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const look = () => document.querySelector('.map__over')?.innerHTML ?? '';
    let before = look();
    for (let [still, looks] = [0, 0]; still < 6; looks += 1) {
      const from = performance.now();
      await new Promise((later) => setTimeout(later, 120));
      const now = look();
      // A page that could not even look was at work; for ever it is not waited for.
      const isBusy = looks < 60 && performance.now() - from > 250;
      still = now === before && !isBusy ? still + 1 : 0;
      before = now;
    }
  });
}

/** How many of the pixels of the ground have another colour than the most frequent one: what is drawn on it. 0 to 1. */
export async function drawnShare({ page, context }: Pick<OpenedMap, 'page' | 'context'>): Promise<number> {
  const picture = (await page.locator('.map__ground').screenshot()).toString('base64');
  const reader = await context.newPage();
  const share = await reader.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const counts = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return 1 - Math.max(...counts.values()) / (data.length / 4);
  }, picture);
  await reader.close();
  return share;
}
