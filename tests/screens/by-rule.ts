import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The rules themselves, put into a page once and asked many times: the usual wrapper opens a page of its own each time. */
const near = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const SOURCE = readFileSync(near.resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Axe {
  run(
    within: Document,
    options: {
      runOnly: { type: 'tag'; values: string[] };
      rules: Record<string, { enabled: boolean }>;
      resultTypes: string[];
      iframes: boolean;
    },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * What breaks WCAG 2.2 AA as far as rules can tell, in words. `contrast`: colours do not change with the language, and
 * take longest to look at.
 */
export async function ruleFaults(page: Page, contrast: boolean): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(SOURCE);
  return page.evaluate(
    async ({ rules, contrast }) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(document, {
        runOnly: { type: 'tag', values: rules },
        // Sizes are measured elsewhere, and more strictly; here a bar over a button would make it small.
        rules: { 'color-contrast': { enabled: contrast }, 'target-size': { enabled: false } },
        resultTypes: ['violations'],
        iframes: false,
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe: ${id} ${html.slice(0, 140)}`));
    },
    { rules: RULES, contrast },
  );
}
