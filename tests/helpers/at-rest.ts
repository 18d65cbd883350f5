import type { Page } from 'playwright-core';

/**
 * Until what came is drawn, what is done after drawing is done (the focus is set then, and the page pushed to its top), and
 * nothing changes its colour or its place any more. Before anything of a screen is measured.
 */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))));
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
}
