import type { CDPSession, Locator, Page } from 'playwright-core';
import { focused } from '../keyboard.ts';

/** One way of working a screen. A journey says what is wanted; the hands get there as a person would. */
export interface Hands {
  readonly name: 'touch' | 'keyboard' | 'switch' | 'two-switches';
  /** Takes this control. Throws where it cannot be reached, or not be seen on the way. */
  take(target: Locator): Promise<void>;
}

/** As long as a finger rests: shorter is a drop of water. */
const FINGER_MS = 80;
const MOST_STOPS = 200;
const MOST_ARROWS = 4;
/** Of half a second: how long somebody waits for what is busy. */
const MOST_LOOKS = 30;
const SCROLL_MS = 500;
/** How often somebody looks where the ring is: it stays for longer. */
const LOOK_MS = 1000;
/** Two presses nearer to each other are one. */
const SETTLE_MS = 300;

/** Fingers, as the panel reports them: down, a while, up. */
export function fingers(page: Page): Hands {
  let session: Promise<CDPSession> | null = null;
  return {
    name: 'touch',
    async take(target) {
      let [arrows, looks] = [0, 0];
      for (;;) {
        let { x, y, over, arrow } = await place(target);
        if (over !== null) {
          // The arrow goes by itself at the end of what there is; a button that is busy comes back.
          await page.waitForTimeout(SCROLL_MS);
          ({ x, y, over, arrow } = await place(target));
        }
        if (over === null) return await rest(x, y);
        // There is more below, and an arrow to it.
        if (arrow) {
          arrows += 1;
          await rest(x, y);
          await scrolled(target);
        } else looks += 1;
        if (arrows >= MOST_ARROWS || looks >= MOST_LOOKS) throw new Error(`${await nameOf(target)} lies under ${over}`);
      }
    },
  };

  async function rest(x: number, y: number): Promise<void> {
    session ??= page.context().newCDPSession(page);
    const touch = await session;
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    // The page takes the time when it hears of it: it has heard of one before the other comes.
    await page.evaluate(() => undefined);
    await page.waitForTimeout(FINGER_MS);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  /** Until it stands where it stood a moment ago: the rest is pushed up smoothly. */
  async function scrolled(target: Locator): Promise<void> {
    let before = Number.NaN;
    for (let still = 0; still < 3;) {
      await page.waitForTimeout(80);
      const now = await target.evaluate((element) => element.getBoundingClientRect().top);
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }

  /** Where the middle of it is once it was pushed into sight, and what a finger would meet there. */
  function place(target: Locator): Promise<{ x: number; y: number; over: string | null; arrow: boolean }> {
    return target.evaluate((element) => {
      const card = element.matches('[type=radio],[type=checkbox]') ? element.closest('label') : null;
      const face = card ?? element;
      face.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, top, width, height } = face.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const under = document.elementFromPoint(x, y);
      const free = under !== null && face.contains(under);
      const arrow = !free && under?.closest('.more-below') != null;
      return { x, y, over: free ? null : (under?.outerHTML.slice(0, 200) ?? 'nothing'), arrow };
    });
  }
}

/** Keys alone: Tab from stop to stop, arrows within a group, space or enter to take. */
export function keys(page: Page): Hands {
  return {
    name: 'keyboard',
    async take(target) {
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        const at = await target.evaluate((element) => {
          const here = document.activeElement;
          const radios = [here, element].map((one) => (one?.matches('[type=radio]') ? one.getAttribute('name') : null));
          return here === element ? 'here' : radios[0] !== null && radios[0] === radios[1] ? 'group' : 'elsewhere';
        });
        if (at === 'here') return await press(target);
        await page.keyboard.press(at === 'group' ? 'ArrowDown' : 'Tab');
        const now = await focused(page);
        if (now === null) continue;
        if (!now.seen) throw new Error(`the focus on "${now.name}" is hidden behind something`);
        if (!now.ringed) throw new Error(`the focus on "${now.name}" cannot be seen`);
      }
      throw new Error(`the keyboard never came to ${await nameOf(target)}`);
    },
  };

  async function press(target: Locator): Promise<void> {
    const kind = await target.evaluate((element) => {
      if (!(element instanceof HTMLInputElement)) return element instanceof HTMLTextAreaElement ? 'words' : 'button';
      // An arrow has chosen it already.
      return element.type === 'radio' && element.checked ? 'chosen' : 'box';
    });
    if (kind === 'button') await page.keyboard.press('Enter');
    if (kind === 'box') await page.keyboard.press('Space');
  }
}

/**
 * One switch: waits until the ring has come by itself, and presses. Needs the page's clock (`page.clock.install`), which
 * stands still between a look and a press: how busy this machine is decides nothing.
 */
export function oneSwitch(page: Page): Hands {
  return switches(page, 'switch', () => page.clock.runFor(LOOK_MS), 'Space');
}

/** Two switches: one moves the ring on, the other takes what is in it. The ring never moves by itself. */
export function twoSwitches(page: Page): Hands {
  const step = async (): Promise<void> => {
    await page.keyboard.press('Space');
    await page.clock.runFor(SETTLE_MS);
  };
  return switches(page, 'two-switches', step, 'Enter');
}

/** `onwards`: on with the ring, or with the time until it moves. `takes`: the key that takes what is in it. */
function switches(page: Page, name: Hands['name'], onwards: () => Promise<void>, takes: string): Hands {
  /** Where the ring is going to stand, whatever way it has still to go there. */
  const look = (target: Locator): Promise<'elsewhere' | 'row' | 'here'> =>
    target.evaluate((element) => {
      const ring = document.querySelector<HTMLElement>('.scan-ring');
      const from = ring?.parentElement?.getBoundingClientRect();
      if (ring === null || from === undefined || ring.hidden) return 'elsewhere';
      const [left = 0, top = 0] = ring.style.translate.split(' ').map(Number.parseFloat);
      const [wide, high] = [ring.style.inlineSize, ring.style.blockSize].map(Number.parseFloat);
      const card = element.matches('[type=radio],[type=checkbox]') ? element.closest('label') : null;
      const box = (card ?? element).getBoundingClientRect();
      const x = box.left + box.width / 2 - from.left - left;
      const y = box.top + box.height / 2 - from.top - top;
      if (x < 0 || y < 0 || x > (wide ?? 0) || y > (high ?? 0)) return 'elsewhere';
      if (ring.dataset['rows'] === 'true') return 'row';
      // What is to be taken has the focus as well: a box that is still being pushed into sight is another one.
      return document.activeElement === element ? 'here' : 'elsewhere';
    });
  return {
    name,
    async take(target) {
      await target.waitFor({ state: 'attached' });
      await page.clock.pauseAt((await page.evaluate(() => Date.now())) + SETTLE_MS);
      try {
        for (let step = 0; step < MOST_STOPS; step += 1) {
          const ring = await look(target);
          if (ring === 'elsewhere') {
            await onwards();
            continue;
          }
          await page.keyboard.press(takes);
          if (ring === 'here') return;
          await page.clock.runFor(SETTLE_MS);
        }
        throw new Error(`the ring never came to ${await nameOf(target)}`);
      } finally {
        await page.clock.resume();
      }
    },
  };
}

const nameOf = (target: Locator): Promise<string> =>
  target.evaluate((element) => element.outerHTML.slice(0, 160)).catch(() => String(target));
