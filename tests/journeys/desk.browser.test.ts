import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_PASSWORD } from '../../server/example/people-and-places.ts';
import { forgetProfile, openTablet, WIDE_TABLET, type TabletBrowser } from '../helpers/browser.ts';
import { startServer, type TestServer } from '../helpers/server.ts';

/** The staff desk in a real browser against the real server with the example in it. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { width: 360, height: 740 };
const SMALLEST_TARGET = 48;

let server: TestServer;
let browser: TabletBrowser;
let page: Page;

beforeAll(async () => {
  server = await startServer({ command: 'example' });
  browser = await openTablet({ viewport: WIDE_TABLET });
  page = browser.page;
  page.setDefaultTimeout(60_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  if (browser !== undefined) await forgetProfile(browser.profile);
  await server?.dispose();
});

async function go(path: string, sign: string): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await page.locator(sign).first().waitFor();
}

/** What axe finds, as `rule: the part`, over the whole page as it stands. */
async function trouble(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** Everything to press that is smaller than a finger, and everything that stands out sideways. */
async function misfits(): Promise<string[]> {
  return page.evaluate((smallest) => {
    const name = (element: Element): string =>
      `${element.tagName} ${element.className} ${element.textContent}`.slice(0, 90);
    const small = [...document.querySelectorAll('button, select, input, summary, .desk a')]
      .filter((element) => {
        // The label is the target of a choice; a link inside a sentence is as tall as its line.
        const target = element.closest('label') ?? element;
        const box = target.getBoundingClientRect();
        const inSentence = element.matches('td a, th a');
        const seen = element.checkVisibility() && box.width > 0 && !element.matches('.desk-skip');
        return seen && !inSentence && box.height < smallest - 0.5;
      })
      .map((element) => `small: ${name(element)}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth + 1 ? [...small, `wide: ${scrollWidth} in ${clientWidth}`] : small;
  }, SMALLEST_TARGET);
}

async function firstRecord(): Promise<string> {
  const answer = await page.evaluate(async () => {
    const answered = await fetch('/desk/v1/inbox?state=open&kind=conversation&limit=1');
    return (await answered.json()) as { items: Array<{ entityId: string }> };
  });
  const [item] = answer.items;
  if (item === undefined) throw new Error('the example holds no conversation');
  return item.entityId;
}

describe('the desk', () => {
  test('is signed into with the keyboard alone, and begins where somebody waits', async () => {
    await go('/desk', 'form');
    const atTheDoor = await trouble();
    await page.getByLabel('Sign-in name').focus();
    await page.keyboard.type('ada');
    await page.keyboard.press('Tab');
    await page.keyboard.type(EXAMPLE_PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.desk-line').first().waitFor();
    expect(new URL(page.url()).search).toBe('?lane=urgent');
    await page.getByText(/^EXAMPLE/).waitFor();
    expect(atTheDoor).toEqual([]);
  });

  test('is worked through with single keys: search, walk, open, done, undo', async () => {
    await go('/desk/inbox?state=any', '.desk-line');
    const before = await page.locator('.desk-inbox__tell').textContent();
    await page.keyboard.press('/');
    await page.keyboard.type('form');
    await expect.poll(() => page.locator('.desk-inbox__tell').textContent()).not.toBe(before);
    await page.locator('.desk-line', { hasText: /form/i }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    const current = page.locator('.desk-line:focus');
    await current.waitFor();
    const id = await current.getAttribute('data-entity');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/desk/inbox/${id}`));
    const state = page.getByRole('radio', { name: 'Done' });
    await state.waitFor();
    const was = await page.locator('.desk-state:has(:checked)').textContent();
    await page.keyboard.press('e');
    await page.locator('.desk-did', { hasText: 'Done.' }).waitFor();
    await page.keyboard.press('u');
    await page.locator('.desk-did', { hasText: 'Taken back.' }).waitFor();
    await go(`/desk/inbox/${id}`, '.desk-state');
    await expect.poll(() => page.locator('.desk-state:has(:checked)').textContent()).toBe(was);
  });

  test('plays a voice note and shows a photo of the example', async () => {
    const id = await page.evaluate(async () => {
      const answered = await fetch('/desk/v1/inbox?limit=200');
      const { items } = (await answered.json()) as {
        items: Array<{ entityId: string; hasVoice: boolean; hasPhoto: boolean; mediaMissing: number }>;
      };
      return items.find((item) => item.hasVoice && item.hasPhoto && item.mediaMissing === 0)?.entityId ?? null;
    });
    if (id === null) throw new Error('the example holds no record with a voice note and a photo');
    await go(`/desk/inbox/${id}`, 'audio');
    const loads = await page
      .locator('audio')
      .first()
      .evaluate(async (player: HTMLAudioElement) => {
        player.preload = 'auto';
        player.load();
        return await new Promise<string>((resolve) => {
          player.addEventListener('loadeddata', () => resolve('loaded'));
          player.addEventListener('error', () => resolve(`not playable: ${player.error?.message ?? ''}`));
          setTimeout(() => resolve('nothing came'), 60_000);
        });
      });
    expect(loads).toBe('loaded');
    const photo = page.locator('.desk-photo img').first();
    await expect
      .poll(() => photo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
      .toBe(true);
    await page.locator('.desk-photo button').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await trouble()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
  });

  test('keeps what is typed while the server is gone, and saves it when it is back', async () => {
    const id = await firstRecord();
    await go(`/desk/inbox/${id}`, 'textarea');
    await page.getByLabel('Staff note').fill('Rang the liaison worker. They go on Thursday.');
    await server.stop();
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('The server does not answer. What you typed stays here.').first().waitFor();
    expect(await page.getByLabel('Staff note').inputValue()).toContain('Thursday');
    await server.restart();
    await expect.poll(() => page.locator('.desk-silent--shown').count(), { timeout: 60_000 }).toBe(0);
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('Note saved.').waitFor();
    await go(`/desk/inbox/${id}`, 'textarea');
    await expect.poll(() => page.getByLabel('Staff note').inputValue()).toContain('Thursday');
  });

  describe.each([
    ['a desk', WIDE_TABLET],
    ['a phone', PHONE],
  ])('on %s', (_, size) => {
    beforeAll(() => page.setViewportSize(size));
    test.each([
      ['the inbox', '/desk/inbox?state=any', '.desk-line'],
      ['quarantine', '/desk/quarantine', '.desk-sheet'],
      ['tablets', '/desk/tablets', '.desk-sheet'],
      ['people', '/desk/people', '.data-table'],
      ['organisation', '/desk/organisation', '.desk-confirm'],
      ['withdrawing', '/desk/withdraw', 'form'],
      ['audit', '/desk/audit', '.data-table'],
    ])('%s can be read and pressed by everybody', async (__, path, sign) => {
      await go(path, sign);
      await page.getByText(/^EXAMPLE/).waitFor();
      expect(await trouble()).toEqual([]);
      expect(await misfits()).toEqual([]);
    });

    test('a record can be read and pressed by everybody', async () => {
      await go(`/desk/inbox/${await firstRecord()}`, '.desk-consent');
      await page.locator('.desk-words').waitFor();
      expect(await trouble()).toEqual([]);
      expect(await misfits()).toEqual([]);
    });

    test('the dialogues can be read and pressed by everybody', async () => {
      await go('/desk/tablets', '.desk-sheet');
      await page.getByRole('button', { name: 'Add a tablet' }).click();
      await page.locator('.desk-qr').waitFor();
      expect(await trouble()).toEqual([]);
      await go('/desk/people', '.data-table');
      await page.getByRole('button', { name: 'Add somebody' }).click();
      await page.getByLabel('Staff', { exact: false }).first().waitFor();
      expect(await trouble()).toEqual([]);
      expect(await misfits()).toEqual([]);
    });
  });

  test('reflows at 320 pixels, where a page zoomed to 400 per cent stands', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of [
      '/desk/inbox?state=any',
      `/desk/inbox/${await firstRecord()}`,
      '/desk/organisation',
      '/desk/tablets',
    ]) {
      await go(path, '.desk-line:visible, .desk-triage, .desk-confirm, .desk-sheet');
      await expect.poll(misfits).toEqual([]);
    }
    await page.setViewportSize(WIDE_TABLET);
  });

  test('breaks no rule of the content policy on the way', () => {
    expect(browser.complaints.filter((said) => /Content Security|Trusted/i.test(said))).toEqual([]);
  });
});

test('the first run goes from the printed address to the inbox', async () => {
  const fresh = await startServer();
  try {
    await page.goto(fresh.setupLink());
    await page.getByLabel('Name of the organisation').fill('Riverside Listening');
    await page.keyboard.press('Enter');
    await page.getByLabel('Your name, as colleagues know you').fill('Ada Example');
    await page.getByLabel('Sign-in name').fill('ada');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    expect(await trouble()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What is still to be confirmed' }).waitFor();
    expect(await trouble()).toEqual([]);
    const holder = page.getByRole('listitem', { name: 'Who holds the key' });
    await holder.getByRole('button', { name: 'Change it' }).click();
    await holder.getByLabel(/Name or role/).fill('Information governance lead');
    await holder.getByRole('button', { name: 'Save' }).click();
    await holder.getByText('Saved.').waitFor();
    await holder.getByRole('button', { name: 'Yes, this is right' }).click();
    await holder.getByText(/Confirmed by Ada Example/).waitFor();
    await page.getByRole('link', { name: 'Go to the inbox' }).click();
    await page.getByText('4 things are still to be confirmed before you go out.').waitFor();
    await page.getByText('Nothing is waiting here.').waitFor();
    await page.goto(fresh.setupLink());
    await page.getByRole('heading', { name: 'What is still to be confirmed' }).waitFor();
  } finally {
    await fresh.dispose();
  }
});
