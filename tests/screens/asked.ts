import type { Browser } from 'playwright-core';
import { FAKE_MEDIA, launchChromium } from '../helpers/chromium.ts';
import type { Reading } from './readings.ts';

/**
 * Every run walks in every reading, and each screen is compared with the one that is kept. `SCREENS=ar`: one reading
 * alone. `SCREENS=redraw` (`redraw:ar`) only draws and keeps.
 */
const ASKED = process.env['SCREENS'] ?? '';
export const REDRAW = ASKED.startsWith('redraw');
const ONLY = ASKED.replace(/^redraw:?/, '');
export const isAsked = ({ name }: Reading): boolean => ONLY === '' || name === ONLY;

/** Letters of the same shape wherever it runs. */
const SAME_LETTERS = ['--font-render-hinting=none', '--disable-lcd-text'];

/** The browser that screens are drawn by. */
export const openBrowser = (): Promise<Browser> => launchChromium({ args: [...FAKE_MEDIA, ...SAME_LETTERS] });
