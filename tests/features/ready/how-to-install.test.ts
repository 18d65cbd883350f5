import { expect, test } from 'vitest';
import { howToInstall } from '../../../src/features/ready/how-to-install.ts';

const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const IPAD =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
const here = { standalone: false, offered: false, userAgent: CHROME, touchPoints: 5 };

test('an installed app says so, whatever the browser', () => {
  expect(howToInstall({ ...here, standalone: true, userAgent: IPAD })).toBe('installed');
});
test('the browser that offers to install is asked to', () => {
  expect(howToInstall({ ...here, offered: true })).toBe('offered');
});
test('an iPad, which calls itself a Mac, is told how; a Mac is warned', () => {
  expect(howToInstall({ ...here, userAgent: IPAD })).toBe('ipad');
  expect(howToInstall({ ...here, userAgent: IPAD, touchPoints: 0 })).toBe('safari');
});
test('a browser that cannot install is told nothing', () => {
  expect(howToInstall(here)).toBe('none');
});
