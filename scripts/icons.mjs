// `node scripts/icons.mjs`: draws the PNG icons from `public/icons/icon.svg`. Run it after changing the drawing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, root } from './set-up.mjs';

const folder = join(root, 'public', 'icons');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');
// A maskable icon fills its whole square, because each device cuts its own shape out of it.
const filled = drawing
  .replace(/ rx="\d+"/, '')
  .replace(/translate\([^)]*\) scale\([^)]*\)/, 'translate(13.5 16) scale(.58)');
const icons = [
  ['icon-180.png', 180, filled],
  ['icon-192.png', 192, drawing],
  ['icon-512.png', 512, drawing],
  ['icon-maskable-192.png', 192, filled],
  ['icon-maskable-512.png', 512, filled],
];

const executablePath = findBrowser();
if (executablePath === null) throw new Error('no browser to draw with');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const [name, size, svg] of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(folder, name), omitBackground: true });
}
await browser.close();
