import type { CDPSession, Page } from 'playwright-core';

interface Stop {
  /** Its place among all that should be reached, or -1. */
  readonly place: number;
  readonly name: string;
  readonly trouble: string | null;
}

/**
 * Goes through the screen by the Tab key from its beginning: every control is reached, in the order of reading, with a
 * ring round it that nothing covers. What is wrong, in words.
 */
export async function tabFaults(page: Page): Promise<string[]> {
  const hand = await handOf(page);
  let names = await page.evaluate(begin);
  let stops = await pressTab(page, hand, 1);
  if ((stops[0]?.place ?? 0) > 0) {
    // A screen that is just there may have taken the focus after it was put before everything.
    names = await page.evaluate(begin);
    stops = await pressTab(page, hand, 1);
  }
  let walk = read(stops, names);
  // All at once, as asking after each would take most of the time; a date has a stop for each of its parts.
  for (let more = names.length; !walk.isOver && stops.length < names.length * 2 + 8; more = 8) {
    const before = stops.length;
    stops = [...stops, ...(await pressTab(page, hand, more))];
    if (stops.length === before) break;
    walk = read(stops, names);
  }
  const here = await page.evaluate(stillHere);
  const missed = names.filter((_, place) => here[place] === true && !walk.reached.has(place));
  return [...walk.faults, ...missed.map((name) => `"${name}" is never reached by Tab`)];
}

interface Walk {
  readonly faults: readonly string[];
  readonly reached: ReadonlySet<number>;
  /** It came to the end of the page, or round to where it had been. */
  readonly isOver: boolean;
}

/** What the stops say that Tab came to, one after the other. */
function read(stops: readonly (Stop | null)[], names: readonly string[]): Walk {
  const faults: string[] = [];
  const reached = new Set<number>();
  let last = -1;
  for (const stop of stops) {
    if (stop === null || (stop.place !== last && reached.has(stop.place))) return { faults, reached, isOver: true };
    if (stop.place >= 0 && stop.place === last) continue;
    if (stop.trouble !== null) faults.push(`by Tab, "${stop.name}" ${stop.trouble}`);
    if (stop.place < 0) continue;
    reached.add(stop.place);
    if (stop.place < last) faults.push(`by Tab, "${stop.name}" comes after "${names[last]}"`);
    last = stop.place;
  }
  return { faults, reached, isOver: false };
}

const hands = new WeakMap<Page, Promise<CDPSession>>();
function handOf(page: Page): Promise<CDPSession> {
  const hand = hands.get(page) ?? page.context().newCDPSession(page);
  hands.set(page, hand);
  return hand;
}

/** Presses Tab so often, without waiting in between: the page notes where the focus is each time the key comes up. */
async function pressTab(page: Page, hand: CDPSession, times: number): Promise<(Stop | null)[]> {
  await page.evaluate(noteFocus);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, nativeVirtualKeyCode: 9 };
  const presses = Array.from({ length: times }, () => [
    hand.send('Input.dispatchKeyEvent', { ...key, type: 'rawKeyDown' }),
    hand.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' }),
  ]);
  await Promise.all(presses.flat());
  return page.evaluate(() => {
    const noting = window as unknown as { noted: (Stop | null)[]; noting: AbortController };
    noting.noting.abort();
    return noting.noted;
  });
}

/** In the page: puts the focus before everything, and gives the names of what Tab should come to, as they are read. */
function begin(): string[] {
  const FOCUSED = 'a[href], button, input, select, textarea, summary, audio[controls], [tabindex]:not([tabindex^="-"])';
  const within = document.querySelector('dialog[open]') ?? document.body;
  const isThere = (one: HTMLElement): boolean =>
    (one.tabIndex >= 0 || one.closest('[role=tablist], [role=listbox], [role=grid], .desk-list') === null) &&
    // What is for fingers alone stands beside something for everybody.
    one.closest('[aria-hidden="true"], .tap-picture__drawing, .map-spot') === null &&
    !one.matches(':disabled') &&
    (one.closest('label') ?? one).checkVisibility({ visibilityProperty: true }) &&
    one.closest('[inert]') === null;
  const groups = new Set<string>();
  const stops = [...within.querySelectorAll<HTMLElement>(FOCUSED)].filter((one) => {
    if (!isThere(one)) return false;
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
    // A group of radio buttons is one stop: at the one that is chosen, or the first.
    const key = one.name;
    const chosen = within.querySelector<HTMLInputElement>(`input[type=radio][name="${CSS.escape(key)}"]:checked`);
    if (groups.has(key) || (chosen !== null && chosen !== one)) return false;
    groups.add(key);
    return true;
  });
  const faceOf = (one: HTMLElement): HTMLElement => one.closest('label') ?? one;
  /** What moves or stands still by itself: a bar, a part that scrolls. Lines are read within one of these. */
  const placeOf = (one: HTMLElement): Element => {
    for (let around: HTMLElement | null = one; around !== null; around = around.parentElement) {
      const { position, overflowY } = getComputedStyle(around);
      if (['fixed', 'sticky'].includes(position) || ['auto', 'scroll'].includes(overflowY)) return around;
      if (around.matches('main, header, footer, fieldset, nav, ul, ol, form, section')) return around;
    }
    return document.body;
  };
  const runsBetween = (a: HTMLElement, b: HTMLElement): string => {
    let both: HTMLElement | null = a;
    while (both !== null && !both.contains(b)) both = both.parentElement;
    return getComputedStyle(both ?? document.body).direction;
  };
  // As they are read: line by line; what stands still over the rest is read where the page has it.
  const lines = stops.map((one, at) => ({ one, at, place: placeOf(one), box: faceOf(one).getBoundingClientRect() }));
  const isBefore = (a: (typeof lines)[number], b: (typeof lines)[number]): boolean => {
    if (a.place !== b.place) return a.at < b.at;
    if (a.box.bottom <= b.box.top + 2) return true;
    if (b.box.bottom <= a.box.top + 2) return false;
    return runsBetween(a.one, b.one) === 'rtl' ? a.box.right > b.box.right : a.box.left < b.box.left;
  };
  const ordered: (typeof lines)[number][] = [];
  for (const next of lines) {
    let place = ordered.length;
    while (place > 0 && isBefore(next, ordered[place - 1] as (typeof lines)[number])) place -= 1;
    ordered.splice(place, 0, next);
  }
  const shared = window as unknown as { stops: HTMLElement[] };
  shared.stops = ordered.map(({ one }) => one);
  const start = within as HTMLElement;
  start.tabIndex = -1;
  start.focus({ preventScroll: true });
  start.removeAttribute('tabindex');
  return shared.stops.map((one) => {
    const labels = 'labels' in one ? [...((one as HTMLInputElement).labels ?? [])] : [];
    const words =
      one.getAttribute('aria-label') ??
      [one, ...labels]
        .map(({ innerText }) => innerText)
        .join(' ')
        .trim();
    return `${words.replaceAll(/\s+/g, ' ').slice(0, 50)} (${one.tagName.toLowerCase()})`;
  });
}

/** In the page: which of them are still there; a map that follows the focus draws its marks anew. */
function stillHere(): boolean[] {
  return (window as unknown as { stops: HTMLElement[] }).stops.map(({ isConnected }) => isConnected);
}

/** In the page: notes what has the focus, and whether somebody would see that, each time a key comes up. */
function noteFocus(): void {
  const noted: (Stop | null)[] = [];
  const noting = new AbortController();
  Object.assign(window, { noted, noting });
  addEventListener('keyup', () => noted.push(whereFocusIs()), { capture: true, signal: noting.signal });

  function whereFocusIs(): Stop | null {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body) return null;
    const { stops } = window as unknown as { stops: HTMLElement[] };
    const isBox = one.matches('[type="radio"], [type="checkbox"], [type="file"]');
    const face = isBox ? (one.closest('label') ?? one) : one;
    const box = face.getBoundingClientRect();
    // What is taller than half the glass is seen where it meets it.
    const isTall = box.height > innerHeight / 2;
    const middle = (Math.max(box.y, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const y = isTall ? middle : box.y + Math.min(box.height / 2, 24);
    const hit = document.elementFromPoint(box.x + box.width / 2, y);
    const isSeen = hit !== null && (face.contains(hit) || hit.contains(face));
    const parts = [one, face, ...face.children].map((part) => getComputedStyle(part));
    const isRinged = parts.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
    const trouble = isSeen ? (isRinged ? null : 'has no ring') : `is hidden behind ${hit?.className ?? 'the edge'}`;
    const labels = 'labels' in one ? [...((one as HTMLInputElement).labels ?? [])] : [];
    const words =
      one.getAttribute('aria-label') ??
      [one, ...labels]
        .map(({ innerText }) => innerText)
        .join(' ')
        .trim();
    return { place: stops.indexOf(one), name: words.replaceAll(/\s+/g, ' ').slice(0, 50), trouble };
  }
}
