import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { servePlayer } from './player-page.ts';

/** Folder to put the picture of the screens in: `SHOTS=docs/pictures`. */
const SHOTS = process.env['SHOTS'];

const SCREENS: readonly Record<string, string>[] = [
  { survey: 'getting-to-see-a-doctor', stage: 'questions', at: 'D4' },
  { survey: 'how-was-your-care', stage: 'questions', at: 'F2', reading: 'easy' },
  { survey: 'what-matters-here', stage: 'questions', at: 'W6', language: 'ar' },
  { survey: 'getting-to-see-a-doctor', stage: 'consent', reading: 'easy' },
  { survey: 'what-matters-here', stage: 'questions', at: 'W2' },
  { survey: 'how-was-your-care', stage: 'questions', at: 'F8', theme: 'outdoor' },
];

test('the three starter surveys stand side by side on phones', async () => {
  const player = await servePlayer();
  const browser = await launchChromium();
  const shots: string[] = [];
  for (const screen of SCREENS) {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' });
    await page.goto(`${player.url}?${new URLSearchParams(screen)}`);
    await page.waitForSelector('.player__question');
    if (screen['stage'] === 'questions') await page.waitForSelector('.picture-choice');
    await page.evaluate(() => document.fonts.ready);
    shots.push((await page.screenshot()).toString('base64'));
    await page.close();
  }
  expect(new Set(shots).size).toBe(SCREENS.length);
  if (SHOTS !== undefined) {
    const sheet = await browser.newPage({ viewport: { width: 1200, height: 1380 } });
    const frame = 'border:6px solid #131d21;border-radius:28px';
    const images = shots.map((shot) => `<img style="${frame}" src="data:image/png;base64,${shot}">`).join('');
    await sheet.setContent(
      `<body style="margin:0;background:#e9dfca;display:grid;grid-template-columns:repeat(3,372px);gap:20px;padding:22px">${images}</body>`,
    );
    await sheet.waitForTimeout(300);
    mkdirSync(SHOTS, { recursive: true });
    writeFileSync(join(SHOTS, 'surveys.png'), await sheet.screenshot());
  }
  await browser.close();
  await player.close();
});
