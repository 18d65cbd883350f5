import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/set-up.mjs';
import type { Reading } from './readings.ts';

/**
 * Every run walks in every reading, and each screen is compared with the one that is kept. `SCREENS=ar`: one reading
 * alone. `SCREENS=redraw` (`redraw:ar`) only draws and keeps.
 */
const ASKED = process.env['SCREENS'] ?? '';
export const REDRAW = ASKED.startsWith('redraw');
const ONLY = ASKED.replace(/^redraw:?/, '');
export const isAsked = ({ name }: Reading): boolean => ONLY === '' || name === ONLY;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  // Letters of the same shape wherever it runs.
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

/** The browser that screens are drawn by. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no browser');
  return chromium.launch({ executablePath, args: FLAGS });
}
