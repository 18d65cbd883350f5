import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { PASSCODE } from '../helpers/field-tablet.ts';
import { NOW, type Office } from './office.ts';
import type { Reading } from './readings.ts';

const SETTINGS = 'said-and-done.settings';
const QUIET_MS = 40;

/** One tablet and the hands that lead it from screen to screen, in whatever language: by what things are, not by words. */
export class Steps {
  readonly page: Page;
  readonly reading: Reading;
  readonly office: Office;
  private camera: Promise<CDPSession> | null = null;

  private constructor(page: Page, reading: Reading, office: Office) {
    this.page = page;
    this.reading = reading;
    this.office = office;
  }

  /** A new tablet that reads so from its first screen on. Its clock stands still, and chance is the same every time. */
  static async take(context: BrowserContext, reading: Reading, office: Office): Promise<Steps> {
    const { language, readingMode } = reading;
    await context.clock.setFixedTime(NOW);
    await context.addInitScript(standStill, {
      settings: [SETTINGS, JSON.stringify({ language, readingMode })] as const,
      seed: reading.name,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return new Steps(page, reading, office);
  }

  /** Opens an address as if it were typed. */
  async load(path: string, seen: string): Promise<void> {
    await this.page.goto(new URL(path, this.office.server.url).href);
    await this.see(seen);
  }

  /** Goes there inside the app: a new load would lock it. */
  async go(path: string, seen: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await this.settle();
    await this.see(seen);
  }

  /** Presses the first that can be seen, and waits until `seen` can be. */
  async press(selector: string, seen = 'h1'): Promise<void> {
    await this.page.locator(`${selector} >> visible=true`).first().click();
    await this.settle();
    await this.see(seen);
  }

  /** Waits until it can be seen, and nothing moves any more. */
  async see(selector: string): Promise<void> {
    await this.page.locator(`${selector} >> visible=true`).first().waitFor();
    await this.settle();
  }

  async pick(selector: string, words: RegExp): Promise<void> {
    await this.page.locator(selector, { hasText: words }).first().click();
    await this.settle();
  }

  async escape(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.settle();
  }

  /** Until what comes by itself has come: texts, letters, pictures, and nothing changes any more. */
  async settle(): Promise<void> {
    await this.page.evaluate(async (quietMs) => {
      await new Promise<void>((done) => {
        // A screen that is there has a heading; the desk says that it is fetching.
        const isFetching = (): boolean =>
          document.querySelector('h1') === null || document.querySelector('.desk-moment') !== null;
        const end = (): void => {
          if (isFetching()) timer = setTimeout(end, quietMs);
          else done();
        };
        let timer = setTimeout(end, quietMs);
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(end, quietMs);
        });
        watch.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
        setTimeout(() => (isFetching() ? setTimeout(done, 8000) : done()), 2000);
      });
      await document.fonts.ready;
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, QUIET_MS);
  }

  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.page.setViewportSize(size);
    await this.settle();
  }

  /** The whole screen as a picture, without what is another every time. */
  async draw(): Promise<Uint8Array> {
    // Away from whatever it pressed last, which is another colour under it.
    await this.page.mouse.move(0, 0);
    const { width, height } = await this.page.evaluate(() => {
      const root = document.documentElement;
      // Whether a ring is drawn hangs on whether the last hand was a finger or a key: that is looked at elsewhere.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      scrollTo(0, 0);
      for (const part of document.querySelectorAll('main, .player__main')) part.scrollTop = 0;
      root.toggleAttribute('data-drawn', true);
      return { width: root.clientWidth, height: Math.min(root.scrollHeight, 2400) };
    });
    this.camera ??= this.page.context().newCDPSession(this.page);
    const camera = await this.camera;
    const clip = { x: 0, y: 0, width, height, scale: 1 };
    const asked = { format: 'png', clip, captureBeyondViewport: true, optimizeForSpeed: true } as const;
    const { data } = await camera.send('Page.captureScreenshot', asked);
    await this.page.evaluate(() => document.documentElement.toggleAttribute('data-drawn', false));
    return Buffer.from(data, 'base64');
  }

  /** Types the one-time code, and waits for the office. */
  async join(): Promise<void> {
    await this.load(`/enrol#${await this.office.newCode()}`, 'form');
    await this.page.locator('form input').nth(1).fill(this.reading.name);
    await this.press('form button[type=submit]', '.code-show');
  }

  /** The office says yes. From then on there is no signal, as in the field. */
  async approve(): Promise<void> {
    await this.office.approve(this.reading.name);
    await this.page.waitForURL('**/ready');
    await this.page.locator('.ready__good').waitFor({ timeout: 120_000 });
    await this.page.context().setOffline(true);
    await this.settle();
  }

  async chooseName(): Promise<void> {
    await this.pick('.name-tile', /Maria/);
    await this.see('.passcode-field__box');
  }

  async typePasscode(seen: string): Promise<void> {
    for (const box of await this.page.locator('.passcode-field__box').all()) await box.fill(PASSCODE);
    await this.page.locator('form button[type=submit]').click();
    await this.see(seen);
  }

  async mistype(): Promise<void> {
    await this.page.locator('.passcode-field__box').fill('000000');
    await this.press('form button[type=submit]', '.field__problem');
  }

  /** Chooses the language of this reading among those a survey has. */
  async speak(): Promise<void> {
    await this.forward(`.tongue:has(bdi[lang="${this.reading.language}"]) .tongue__name`);
  }

  /** The first of every group where nothing is chosen yet, and a few words where none are. */
  async answerAll(): Promise<void> {
    const groups = await this.page.evaluate(() => {
      const radios = [...document.querySelectorAll<HTMLInputElement>('main input[type=radio]')];
      const seen = radios.filter((radio) => radio.closest('details:not([open])') === null);
      return [...new Set(seen.map(({ name }) => name))].filter(
        (name) => !seen.some((radio) => radio.name === name && radio.checked),
      );
    });
    for (const name of groups)
      await this.page.locator(`input[type=radio][name="${name}"]`).first().click({ force: true });
    for (const box of await this.page.locator('main :is(textarea, input[type=text]) >> visible=true').all())
      if ((await box.inputValue()) === '') await box.fill(this.reading.said);
    await this.settle();
  }

  /** To the next screen of somebody who answers: by what `way` finds, once something is answered. */
  async forward(way: string): Promise<void> {
    const before = await this.page.locator('h1').first().textContent();
    await this.page.locator(way).first().click();
    await this.page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, before);
    await this.settle();
  }

  /** Presses and holds what is for the worker. */
  async hold(): Promise<void> {
    await this.page.locator('.hold-button >> visible=true').first().hover();
    await this.page.mouse.down();
    await this.page.locator('.passcode-field__box >> visible=true').first().waitFor();
    await this.page.mouse.up();
    await this.see('.passcode-field__box');
  }
}

/** In the page, before anything of the app: its settings, no chance, nothing that moves or blinks. */
function standStill({ settings, seed }: { settings: readonly [string, string]; seed: string }): void {
  localStorage.setItem(...settings);
  const loads = Number(sessionStorage.getItem('loads') ?? 0) + 1;
  sessionStorage.setItem('loads', String(loads));
  const start = [...`${seed} ${loads}`].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);
  // Each length goes its own way: what is sealed meanwhile takes nothing from what things are called.
  const states = new Map<number, number>();
  const byte = (length: number): number => {
    const state = (Math.imul(states.get(length) ?? start + length, 1_664_525) + 1_013_904_223) | 0;
    states.set(length, state);
    return state >>> 24;
  };
  crypto.getRandomValues = (into) => {
    if (into === null) return into;
    const view = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
    for (let at = 0; at < view.length; at += 1) view[at] = byte(view.length);
    return into;
  };
  crypto.randomUUID = () => {
    const hex = Array.from({ length: 32 }, () => (byte(0) & 15).toString(16)).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  const still = new CSSStyleSheet();
  // Codes by chance with their pictures: other letters, and another height.
  const LEFT_OUT = '.code-show > :not(.code-show__label)';
  // Maps, and what hangs on how far the tablet is with sending or keeping.
  const NOT_DRAWN = [
    'canvas',
    '.ready__actions + .list .list-row__detail',
    '.top-bar .status-chip',
    '.frame__bar .status-chip',
    '.capture__kept > p',
    // On a map, what comes with the ground; where the server is this time, and how much room it has.
    '.map-label',
    '.map-spot',
    '.desk-qr',
    'p:has(+ figure > .desk-qr)',
    '.desk-page__section > .desk-sheets + .desk-quiet',
  ].join(', ');
  const MOVES = 'animation: none !important; transition: none !important; caret-color: transparent !important;';
  still.replaceSync(
    `[data-drawn] :is(${LEFT_OUT}) { display: none !important; } [data-drawn] :is(${NOT_DRAWN}) { visibility: hidden !important; } *, *::before, *::after { ${MOVES} } * { content-visibility: visible !important; }`,
  );
  document.adoptedStyleSheets = [still];
}
