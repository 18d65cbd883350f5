import type { Page } from 'playwright-core';

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
