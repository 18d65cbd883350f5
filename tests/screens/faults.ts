import type { Page } from 'playwright-core';
import { PSEUDO_LONG } from './pseudo-long.ts';
import type { Reading } from './readings.ts';

/** The name of the app, and short signs such as QR, which are the same in every language. */
const NAMES = /Said & Done|\b[A-Z]{2,5}\b/g;

/**
 * What is wrong with the screen as it stands, in words, seen at the width it has now. Nothing where all is well. `names`:
 * what people, places and helplines are called, which nobody translates.
 */
export function faultsOf(page: Page, reading: Reading, names: readonly string[] = []): Promise<string[]> {
  const { language, dir } = reading;
  const asked = {
    language,
    dir,
    pseudo: PSEUDO_LONG,
    names: [...names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')), NAMES.source].join('|'),
  };
  return page.evaluate(lookAtScreen, asked);
}

/** Runs in the page: nothing from outside is known here. */
function lookAtScreen(asked: { language: string; dir: string; pseudo: string; names: string }): string[] {
  const faults: string[] = [];
  const root = document.documentElement;
  const { clientWidth } = root;
  const SLACK = 1.5;
  const called = (element: Element): string =>
    `${element.tagName.toLowerCase()}${element.getAttribute('class') === null ? '' : `.${element.getAttribute('class')?.trim().replaceAll(/\s+/g, '.')}`}`;
  const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

  if (root.lang !== asked.language) faults.push(`the page says it is in ${root.lang}`);
  if ((root.dir || 'ltr') !== asked.dir) faults.push(`the page says it runs ${root.dir}`);
  if (root.scrollWidth > clientWidth + 1) faults.push(`the page is ${root.scrollWidth} px wide`);

  const SCRIPTS: Record<string, RegExp> = {
    Latn: /\p{Script=Latin}/u,
    Arab: /\p{Script=Arabic}/u,
    Beng: /\p{Script=Bengali}/u,
    Ethi: /\p{Script=Ethiopic}/u,
    Deva: /\p{Script=Devanagari}/u,
    Gujr: /\p{Script=Gujarati}/u,
    Guru: /\p{Script=Gurmukhi}/u,
    Taml: /\p{Script=Tamil}/u,
    Cyrl: /\p{Script=Cyrillic}/u,
    Hans: /\p{Script=Han}/u,
  };
  const scriptOf = (tag: string): string => new Intl.Locale(tag).maximize().script ?? 'Latn';
  const runsOf = (tag: string): string => (scriptOf(tag) === 'Arab' ? 'rtl' : 'ltr');

  /** Kept for those who listen: a box of one pixel, as wide as what it stands in may be. */
  const isForEars = (element: Element): boolean => {
    for (let around: Element | null = element; around !== null && around !== root; around = around.parentElement) {
      const { width, height } = around.getBoundingClientRect();
      if (width <= 1.5 && height <= 1.5 && getComputedStyle(around).overflowX !== 'visible') return true;
    }
    return false;
  };
  const isHidden = (element: Element): boolean =>
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isForEars(element);
  /** A sheet of paper, or another device drawn small: as wide as it is, and looked at through a window. */
  const isPaper = (element: Element): boolean => element.closest('.paper-print, .glass') !== null;

  const endsInDots = (element: Element): boolean => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(element);
    return textOverflow === 'ellipsis' || (webkitLineClamp !== 'none' && webkitLineClamp !== '');
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const words = node.textContent ?? '';
    if (parent === null || words.trim() === '' || parent.closest('script, style, noscript') !== null) continue;
    if (!parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);

    // Whose letters are these, and does the page say so?
    const marked = parent.closest('[lang]');
    const tag = marked?.getAttribute('lang') ?? '';
    const free = parent.closest('bdi, [dir="auto"], code, kbd, [data-any-language]') !== null;
    const plain = words.replaceAll(/\u2068[^\u2069]*\u2069/g, ' ').replaceAll(new RegExp(asked.names, 'g'), ' ');
    if (!free) {
      const own = scriptOf(tag);
      for (const [script, letters] of Object.entries(SCRIPTS)) {
        if (script === own) continue;
        const foreign = plain.match(new RegExp(`(?:${letters.source}|\\p{M}){3,}`, 'u'));
        if (foreign === null || !letters.test(foreign[0])) continue;
        // A sentence may name a browser in its own letters.
        const count = (of: RegExp): number => plain.match(new RegExp(of.source, 'gu'))?.length ?? 0;
        if (script === 'Latn' && count(SCRIPTS[own] ?? letters) > count(letters)) continue;
        faults.push(`"${short(words.trim())}" is marked ${tag}`);
      }
      const runs = getComputedStyle(parent).direction;
      if (tag !== '' && /\p{L}{2}/u.test(plain) && runs !== runsOf(tag))
        faults.push(`"${short(words.trim())}" (${tag}) runs ${runs}`);
      // English made long stands in brackets: what does not was never translated.
      let left = plain.replaceAll(
        /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g,
        ' ',
      );
      while (/\[[^[\]]*\]/.test(left)) left = left.replaceAll(/\[[^[\]]*\]/g, ' ');
      if (tag === asked.pseudo && /\p{L}{3}/u.test(left)) faults.push(`"${short(words.trim())}" cannot be translated`);
    }
    if (
      /\b[a-z][a-z-]+:[a-zA-Z][\w-]*(?:\.[\w-]+)*\b(?!\/\/)|\{\{|\}\}|\bundefined\b|\bNaN\b|\[object/.test(words) &&
      !free
    )
      faults.push(`"${short(words.trim())}" is a piece of code`);

    // Can all of it be seen?
    if (isHidden(parent) || isPaper(parent)) continue;
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    // What people wrote may be shortened with dots where a press shows all of it.
    const dots = parent.closest('bdi')?.parentElement ?? null;
    const shortened = dots !== null && dots.closest('a, button') !== null && endsInDots(dots);
    if (shortened) continue;
    for (const box of boxes) {
      if (box.right > clientWidth + SLACK || box.left < -SLACK) {
        faults.push(`"${short(words.trim())}" stands out of the glass`);
        break;
      }
    }
    // Nothing around a dialogue cuts it off.
    const outermost = parent.closest(':modal')?.parentElement ?? root;
    for (let around: Element | null = parent; around !== null && around !== outermost; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      const frame = around.getBoundingClientRect();
      const cut = boxes.some(
        (box) =>
          (/hidden|clip/.test(style.overflowX) && (box.left < frame.left - SLACK || box.right > frame.right + SLACK)) ||
          (/hidden|clip/.test(style.overflowY) && (box.top < frame.top - 4 || box.bottom > frame.bottom + 4)),
      );
      if (cut) {
        faults.push(`"${short(words.trim())}" is cut off by ${called(around)}`);
        break;
      }
    }
    const block = parent.closest('button, a, label, h1, h2, p, li, summary, legend');
    if (
      block !== null &&
      getComputedStyle(block).display !== 'inline' &&
      block.scrollWidth > block.clientWidth + 2 &&
      block.clientWidth > 0
    )
      faults.push(`"${short(words.trim())}" is wider than its ${called(block)}`);
  }

  // Is everything that is touched large enough for a thumb?
  const TOUCHED = 'button, a[href], input, select, textarea, summary, [role="tab"]';
  for (const one of document.querySelectorAll(TOUCHED)) {
    const isBox = one.matches('[type="radio"], [type="checkbox"], [type="file"]');
    const face = isBox ? (one.closest('label') ?? one) : one;
    if (isHidden(face) || isPaper(face) || face.closest('[inert]') !== null) continue;
    const { width, height } = face.getBoundingClientRect();
    const inSentence = one.matches('a') && getComputedStyle(one).display === 'inline';
    // Parts of a drawing are as large as they are drawn: the same stand in a list beside it.
    if (width === 0 || inSentence || one.closest('.tap-picture__drawing') !== null) continue;
    const least = one.closest('[data-audience="participant"]') === null ? 48 : 64;
    if (Math.round(width) < least || Math.round(height) < least)
      faults.push(
        `${called(face)} "${short((face as HTMLElement).innerText || one.getAttribute('aria-label') || '')}" is ${Math.round(width)} x ${Math.round(height)}, not ${least}`,
      );
  }
  return [...new Set(faults)];
}
