import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { plain, type Words } from './words.ts';

const WEIGHTY = new Set(['serious', 'critical']);

/**
 * What is wrong with the screen of a participant, in words: targets under 64 px, the question or the bar cut off,
 * anything wider than the glass or its card, and words that claim a language they are not in.
 */
export async function screenFaults(page: Page, heading: Words | null, language: string): Promise<string[]> {
  return page.evaluate(
    ({ says, language, rightToLeft }) => {
      const faults: string[] = [];
      const root = document.querySelector('[data-audience="participant"]');
      if (root === null) return ['this is no screen for a participant'];
      const { clientWidth, scrollWidth, clientHeight } = document.documentElement;
      const main = root.querySelector('.player__main');
      if (scrollWidth > clientWidth) faults.push(`${scrollWidth} px wide`);
      if (main !== null && main.scrollWidth > main.clientWidth + 1) faults.push(`the middle is ${main.scrollWidth} px`);

      for (const one of root.querySelectorAll('button, a[href], input, textarea, summary, audio')) {
        const face = one.matches('[type="radio"], [type="checkbox"]') ? (one.closest('label') ?? one) : one;
        const { width, height } = face.getBoundingClientRect();
        if (width === 0 || one.closest('[aria-hidden="true"]') !== null || one.closest('.tap-picture__drawing'))
          continue;
        const least = one.matches('audio') ? 48 : 64;
        if (Math.round(width) < least || Math.round(height) < least)
          faults.push(`${one.outerHTML.slice(0, 80)} is ${Math.round(width)} x ${Math.round(height)}`);
      }

      const bar = root.querySelector('.player-bar');
      const floor = bar?.getBoundingClientRect().top ?? clientHeight;
      if (bar !== null && bar.getBoundingClientRect().bottom > clientHeight + 1)
        faults.push('the bar is off the glass');
      const h1 = root.querySelector('h1');
      const head = h1?.getBoundingClientRect();
      if (says !== null && (head === undefined || head.top < 0 || head.bottom > floor + 1))
        faults.push(`the question is cut off: ${head?.top} to ${head?.bottom} of ${floor}, ${scrollY} down`);
      const card = root.querySelector('.picture-choice, .tile, .tongue');
      if (says !== null && bar !== null && card !== null && card.getBoundingClientRect().bottom > floor + 1)
        faults.push('no answer is in sight');
      const clipped = '.player-bar__words, .picture-choice__words, .tile__words, .button__words, h1, .player__help';
      for (const words of root.querySelectorAll(clipped))
        if (words.scrollWidth > words.clientWidth + 1 && getComputedStyle(words).display !== 'inline')
          faults.push(`"${words.textContent}" is cut off`);

      const way = rightToLeft ? 'rtl' : 'ltr';
      const page = document.documentElement;
      if (page.lang !== language || (page.dir || 'ltr') !== way) faults.push(`the page is ${page.lang} ${page.dir}`);
      const screen = root.closest('[lang]');
      if (screen?.getAttribute('lang') !== language) faults.push(`the screen is ${screen?.getAttribute('lang')}`);
      if (getComputedStyle(root).direction !== way) faults.push(`it runs ${getComputedStyle(root).direction}`);
      const said = says === null ? null : (h1?.firstElementChild ?? h1)?.closest('[lang]')?.getAttribute('lang');
      if (says !== null && said !== says) faults.push(`the question is marked ${said} and is ${says}`);
      return faults;
    },
    { says: heading?.language ?? null, language, rightToLeft: language === 'ar' },
  );
}

/** What axe finds that is serious or critical. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => WEIGHTY.has(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe: ${id} ${plain(html).slice(0, 160)}`));
}
