import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetProfile, openTablet, type TabletBrowser } from '../helpers/browser.ts';
import type { Listened, SoundLab } from '../helpers/sound-lab/sound-lab.ts';
import { serveLab, type LabServer } from '../helpers/tablet/lab/serve-lab.ts';

/** A clip recorded and played in a real browser, under the server's own content security policy. */
type Lab = { soundLab: SoundLab };
const CLIP_MS = 1500;
const CALM = { pace: 1, gain: 1 };
let server: LabServer;
let tablet: TabletBrowser;
let clip: { bytes: number; mime: string; durationMs: number };

beforeAll(async () => {
  server = await serveLab(join(import.meta.dirname, '..', 'helpers', 'sound-lab'));
  tablet = await openTablet();
  await tablet.page.goto(server.url);
  await tablet.page.waitForFunction('"soundLab" in globalThis');
  clip = await tablet.page.evaluate((ms) => (globalThis as unknown as Lab).soundLab.record(ms), CLIP_MS);
});
afterAll(async () => {
  await tablet?.close();
  if (tablet !== undefined) await forgetProfile(tablet.profile);
  await server?.close();
});

async function listen(manner: { pace: number; gain: number }, what: 'clip' | 'rubbish' = 'clip'): Promise<Listened> {
  const next = [manner, what] as const;
  await tablet.page.evaluate(([how, which]) => (globalThis as unknown as Lab).soundLab.next(how, which), next);
  await tablet.page.click('#listen');
  return tablet.page.evaluate(() => (globalThis as unknown as Lab).soundLab.listened());
}

test('the clip is opus and small enough for a survey', () => {
  expect(clip.mime).toContain('opus');
  expect(clip.bytes).toBeGreaterThan(500);
  expect(clip.bytes).toBeLessThan(20_000);
});

test('a page that nobody touched is silent, and says that this is why', async () => {
  await tablet.page.evaluate(() => (globalThis as unknown as Lab).soundLab.leave());
  const untouched = await tablet.newPage();
  const told = untouched.waitForEvent('console', (message) => message.text().startsWith('ended: '));
  await untouched.goto(`${server.url}#untouched`);
  expect((await told).text()).toBe('ended: untouched');
  await untouched.close();
});

test('it plays through, and not faster than it was recorded', async () => {
  const { end, tookMs } = await listen(CALM);
  expect(end).toBe('finished');
  expect(tookMs).toBeGreaterThan(CLIP_MS * 0.7);
});

test('slower takes longer', async () => {
  const { end, tookMs } = await listen({ pace: 0.65, gain: 1 });
  expect(end).toBe('finished');
  expect(tookMs).toBeGreaterThan((CLIP_MS * 0.7) / 0.65);
});

test('louder than recorded goes through the amplifier, and so does what comes after', async () => {
  expect((await listen({ pace: 1, gain: 2.8 })).end).toBe('finished');
  expect((await listen(CALM)).end).toBe('finished');
});

test('it can be stopped in the middle', async () => {
  await tablet.page.evaluate(() => (globalThis as unknown as Lab).soundLab.next({ pace: 1, gain: 1 }));
  await tablet.page.evaluate(() => (globalThis as unknown as Lab).soundLab.stopAfter(300));
  await tablet.page.click('#listen');
  const { end } = await tablet.page.evaluate(() => (globalThis as unknown as Lab).soundLab.listened());
  // Had it come to its end first, it would say so.
  expect(end).toBe('stopped');
});

test('a file that is no sound says so instead of hanging', async () => {
  expect((await listen(CALM, 'rubbish')).end).toBe('failed');
});

test('a screen hears the clip it holds, and in Polish nothing at all where it holds none', async () => {
  const say = (sha256: string) =>
    tablet.page.evaluate((asked) => (globalThis as unknown as Lab).soundLab.say(asked), sha256);
  const held = await say('a'.repeat(64));
  expect(held.end).toBe('finished');
  expect(held.tookMs).toBeGreaterThan(CLIP_MS * 0.7);
  expect((await say('b'.repeat(64))).end).toBe('silent');
});

test('nothing of it breaks the rules of the page', async () => {
  // The lab has no icon.
  expect(tablet.complaints.filter((said) => !said.includes('404'))).toEqual([]);
});
