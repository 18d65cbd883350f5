import type { Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** As long as a finger stays on the glass: shorter touches are taken for drops of water where a participant answers. */
const FINGER_MS = 90;

/** Touches the glass at these points at once, and lifts off again. */
export async function touchGlass(page: Page, points: readonly Point[], ms = FINGER_MS): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [...points] });
  await page.waitForTimeout(ms);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** Touches the middle of what a selector finds, as a finger does. The page needs `hasTouch`. */
export async function finger(page: Page, selector: string, ms = FINGER_MS): Promise<void> {
  const found = page.locator(selector).first();
  await found.scrollIntoViewIfNeeded();
  const box = await found.boundingBox();
  if (box === null) throw new Error(`nothing to touch at ${selector}`);
  await touchGlass(page, [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }], ms);
}
