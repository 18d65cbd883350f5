import { createHash } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atRest } from '../helpers/at-rest.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { servePlayer } from './player-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SIGNED = { survey: 'getting-to-see-a-doctor', stage: 'questions', at: 'D1', language: 'bfi' };
let browser: Browser;
let player: Awaited<ReturnType<typeof servePlayer>>;
let film: string;

beforeAll(async () => {
  player = await servePlayer();
  browser = await launchChromium();
  film = await aFilm();
});
afterAll(async () => {
  await browser?.close();
  await player?.close();
});

/** A real film of three seconds, VP8 in WebM, as base64: a hand-sized square that moves. */
async function aFilm(): Promise<string> {
  const page = await browser.newPage();
  await page.goto(player.url);
  const made = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 120;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    const recorder = new MediaRecorder(canvas.captureStream(15), { mimeType: 'video/webm;codecs=vp8' });
    const pieces: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    const over = new Promise((done) => recorder.addEventListener('stop', done));
    recorder.start();
    for (let at = 0; at < 45; at += 1) {
      pen.fillStyle = '#1b4d55';
      pen.fillRect(0, 0, 160, 120);
      pen.fillStyle = '#f0d9b5';
      pen.fillRect(at * 2.6, 40, 40, 40);
      await new Promise((next) => setTimeout(next, 66));
    }
    recorder.stop();
    await over;
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  });
  await page.close();
  return made;
}

async function open(
  viewport: { width: number; height: number },
  asked: Record<string, string> = {},
  until = '.player__answer > *',
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport, hasTouch: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const sha256 = createHash('sha256').update(Buffer.from(film, 'base64')).digest('hex');
  await page.addInitScript(
    ([held, hash]) => {
      sessionStorage.setItem('film', held ?? '');
      sessionStorage.setItem('film-hash', hash ?? '');
    },
    [film, sha256],
  );
  await page.goto(`${player.url}?${new URLSearchParams({ ...SIGNED, signed: 'first', ...asked })}`);
  await page.waitForSelector(until, { timeout: 60_000 });
  return { page, context };
}

const isSeen = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0);

describe.each([
  ['a telephone', { width: 360, height: 640 }],
  ['a tablet', { width: 1280, height: 800 }],
] as const)('sign language on %s', (name, viewport) => {
  test('the question is signed once by itself, again and slower by the keyboard, with no signal', async () => {
    const { page, context } = await open(viewport);
    await context.setOffline(true);
    await page.waitForFunction(() => document.querySelector('video')?.ended === true, undefined, { timeout: 60_000 });
    expect(await isSeen(page)).toBeGreaterThan(2);
    expect(await page.evaluate(() => document.querySelector('video')?.muted)).toBe(true);
    // It is over, and does not begin again: nothing moves that nobody asked for.
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.querySelector('video')?.paused)).toBe(true);

    await page.getByRole('button', { name: 'Slower' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('video')?.playbackRate === 0.5);
    await page.getByRole('button', { name: 'Again' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('video')?.paused === false);
    await page.getByRole('button', { name: 'Pause' }).focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => document.querySelector('video')?.paused === true);
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect(await page.evaluate(() => document.querySelector('.player')?.getAttribute('lang'))).toBe('en');

    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
    const small = await page.locator('.sign-stage button').evaluateAll((all) =>
      all
        .map((one) => one.getBoundingClientRect())
        .filter(({ width, height }) => width < 64 || height < 64)
        .map(({ width, height }) => `${width}x${height}`),
    );
    expect(small).toEqual([]);
    const wide = await page.evaluate(() => document.querySelector('.player__main')?.scrollWidth ?? 0);
    expect(wide).toBeLessThanOrEqual(viewport.width);
    if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
    await context.close();
  });

  test('where there is no film it says so, and an interpreter can be asked for and is written down', async () => {
    const { page, context } = await open(viewport, { signed: 'none' });
    await page.getByText('There is no sign language for this one yet. You can ask for an interpreter.').waitFor();
    expect(await page.locator('video').count()).toBe(0);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/${name} none.png` });
    await page.getByRole('button', { name: 'Ask for an interpreter' }).click();
    await page.getByText('We wrote down that you need a sign language interpreter.').waitFor();
    const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem('kept') ?? '{}') as { access?: string[] });
    expect(kept.access).toEqual(['bsl-interpreter']);
    await context.close();
  });
});

test.each([
  ['the keyboard', {}],
  ['two switches', { scan: 'two' }],
] as const)('a tile beside the questions is signed first and taken then, by %s', async (way, ways) => {
  const asked = { signed: 'app', stage: 'who', ...ways };
  const { page, context } = await open({ width: 360, height: 740 }, asked, '.tile');
  const tile = page.getByRole('button', { name: 'Me', exact: true });
  /** Brings the ring to the tile and chooses it. */
  const bySwitch = async (): Promise<void> => {
    for (let times = 0; times < 60; times += 1) {
      const found = await tile.evaluate((wanted) => {
        const ring = document.querySelector<HTMLElement>('.scan-ring');
        if (ring === null || ring.hidden) return 'elsewhere';
        const outer = ring.getBoundingClientRect();
        const { left, top, width, height } = wanted.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const round = x > outer.left && x < outer.right && y > outer.top && y < outer.bottom;
        return !round ? 'elsewhere' : ring.dataset['rows'] === 'true' ? 'row' : 'there';
      });
      await page.waitForTimeout(260);
      await page.keyboard.press(found === 'elsewhere' ? 'Space' : 'Enter');
      if (found === 'there') return;
    }
    throw new Error('the ring never came to the tile');
  };
  const take = async (): Promise<void> => {
    if (way === 'two switches') return bySwitch();
    await tile.focus();
    await page.keyboard.press('Enter');
  };
  await take();
  await page.getByLabel('Sign language video: Me', { exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelector('video')?.ended === true, undefined, { timeout: 60_000 });
  await atRest(page);
  expect(await page.locator('.tile--pointed').count()).toBe(1);
  expect(await page.evaluate(() => sessionStorage.getItem('kept'))).toBeNull();
  const film = await page.locator('video').boundingBox();
  expect(film !== null && film.y >= 0 && film.y + film.height <= 740).toBe(true);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/tile ${way}.png` });
  await take();
  await page.waitForFunction(() => sessionStorage.getItem('kept') !== null);
  const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem('kept') ?? '{}') as { stage?: string });
  expect(kept.stage).not.toBe('who');
  await context.close();
});

test('its tile says what it is in words and a picture, and leads to it', async () => {
  const { page, context } = await open({ width: 360, height: 640 }, { language: 'en' });
  await page.goto(
    `${player.url}?${new URLSearchParams({ survey: 'getting-to-see-a-doctor', stage: 'language', signed: 'first' })}`,
  );
  const tile = page.getByRole('button', { name: /BSL.*British Sign Language/ });
  await tile.waitFor();
  expect(await tile.locator('svg, img').count()).toBeGreaterThan(0);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  if (process.env['SHOTS'] !== undefined) {
    await tile.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${process.env['SHOTS']}/tile.png` });
  }
  await tile.click();
  await page.locator('.sign-stage').waitFor();
  await context.close();
});
