import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atRest } from './at-rest.ts';

const MOST_STOPS = 150;

/** What stands under the focus, as a screen reader would name it, and whether it can be seen. */
export interface Focused {
  readonly name: string;
  readonly kind: string;
  readonly checked: boolean;
  readonly seen: boolean;
  readonly ringed: boolean;
}

export const focused = (page: Page): Promise<Focused | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const name = element.getAttribute('aria-label') ?? labels.map((label) => label.innerText).join(' ');
    const face = labels.length > 0 && element.matches('[type=radio],[type=checkbox]') ? labels[0] : element;
    const box = (face ?? element).getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    const style = [element, face ?? element, ...(face?.children ?? [])].map((part) => getComputedStyle(part));
    return {
      name: (name === '' ? element.innerText : name).replaceAll(/\s+/g, ' ').trim(),
      kind: element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
      checked: element instanceof HTMLInputElement && element.checked,
      seen: hit !== null && ((face ?? element).contains(hit) || hit.contains(face ?? element)),
      ringed: style.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
    };
  });

/**
 * Tab, until what is focused has this name. Everything passed on the way must be visible and ringed. `past`: groups of
 * radios are passed by, as walking through one answers it.
 */
export async function tabTo(page: Page, name: RegExp, radios: 'through' | 'past' = 'through'): Promise<void> {
  // A screen that is just there takes the focus after it was drawn.
  await atRest(page);
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === null) continue;
    passed.push(at.name);
    expect(at.seen, `the focus on "${at.name}" is hidden behind something`).toBe(true);
    expect(at.ringed, `the focus on "${at.name}" cannot be seen`).toBe(true);
    if (name.test(at.name)) return;
    // A group of radios is one stop: the arrows walk through it.
    if (at.kind !== 'radio' || radios === 'past') continue;
    const first = at.name;
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('ArrowDown');
      const next = await focused(page);
      if (next === null || next.name === first) break;
      if (name.test(next.name)) return;
    }
  }
  throw new Error(`the keyboard never came to ${String(name)}; it came to: ${passed.join(' | ')}`);
}
