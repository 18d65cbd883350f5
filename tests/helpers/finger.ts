import type { CDPSession, Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** As long as a finger stays on the glass: shorter touches are taken for drops of water where a participant answers. */
const FINGER_MS = 90;

const hands = new WeakMap<Page, { session: Promise<CDPSession>; until: number }>();

/**
 * Touches the glass at these points at once, and lifts off again so long after. How long it was is told with the touch: a
 * busy machine makes no finger of a drop of water. Where the page's clock is in the test's hands, `hands.ts` is for it.
 */
export async function touchGlass(page: Page, points: readonly Point[], ms = FINGER_MS): Promise<void> {
  const hand = hands.get(page) ?? { session: page.context().newCDPSession(page), until: 0 };
  hands.set(page, hand);
  const session = await hand.session;
  const from = Math.max(Date.now(), hand.until);
  hand.until = from + ms;
  await Promise.all([
    session.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [...points],
      timestamp: from / 1000,
    }),
    session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: hand.until / 1000 }),
  ]);
  await page.waitForTimeout(Math.max(0, hand.until - Date.now()));
}

/** Touches the middle of what a selector finds, as a finger does. The page needs `hasTouch`. */
export async function finger(page: Page, selector: string, ms = FINGER_MS): Promise<void> {
  const found = page.locator(selector).first();
  await found.scrollIntoViewIfNeeded();
  const box = await found.boundingBox();
  if (box === null) throw new Error(`nothing to touch at ${selector}`);
  await touchGlass(page, [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }], ms);
}
