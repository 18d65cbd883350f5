import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import * as person from './field-tablet.ts';

/** What happens to a tablet on a bad day, and what can be seen of it from outside. */

/**
 * Puts both clocks of a page into the test's hands, for every page it opens from now on: `moveOn` lets time pass in an
 * instant, `yearsOut` is a wall clock that was never set right.
 */
export async function holdClocks(page: Page, yearsOut = 0): Promise<void> {
  await page.addInitScript(
    (outMs) => {
      const hands = { passedMs: 0 };
      Object.assign(globalThis, { hands });
      const wall = Date.now.bind(Date);
      const monotonic = performance.now.bind(performance);
      const Real = Date;
      performance.now = () => monotonic() + hands.passedMs;
      Real.now = () => wall() + outMs + hands.passedMs;
      globalThis.Date = new Proxy(Real, {
        construct: (target, args: [], self) => Reflect.construct(target, args.length === 0 ? [Real.now()] : args, self),
      });
    },
    Math.round(yearsOut * 365.25 * 86_400_000),
  );
}

/** So much time passes on a page whose clocks are held. Nobody touches it meanwhile. */
export async function moveOn(page: Page, seconds: number): Promise<void> {
  await page.evaluate((ms) => {
    const { hands } = globalThis as unknown as { hands: { passedMs: number } };
    hands.passedMs += ms;
  }, seconds * 1000);
}

/** The page goes out of sight, as when another app is in front, or comes back. */
export async function turn(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

/** The browser gives the app no room for another file. Files that exist keep a little slack. Returns the way to give it back. */
export async function noRoomForFiles(page: Page): Promise<() => Promise<void>> {
  const { origin } = new URL(page.url());
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  return () => session.detach();
}

/**
 * The database says what a browser says when the disk is full, at every change, until it is given room again. (Chromium
 * does not hold a database to an overridden quota, and a test cannot fill a disk.)
 */
export async function noRoomInDatabase(page: Page, full: boolean): Promise<void> {
  await page.evaluate((isFull) => {
    const store = IDBObjectStore.prototype as IDBObjectStore & { realPut?: IDBObjectStore['put'] };
    store.realPut ??= store.put;
    const { realPut } = store;
    store.put = isFull
      ? () => {
          throw new DOMException('no space left', 'QuotaExceededError');
        }
      : realPut;
  }, full);
}

/** Does something, and waits until what it made the page write into this part of its database stands there for good. */
export async function onceWritten(page: Page, store: string, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate((wanted) => {
    const told = globalThis as unknown as { isWritten: boolean };
    told.isWritten = false;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function watched(this: IDBObjectStore, ...given: Parameters<typeof put>) {
      if (this.name === wanted) {
        IDBObjectStore.prototype.put = put;
        this.transaction.addEventListener('complete', () => (told.isWritten = true));
      }
      return put.apply(this, given);
    };
  }, store);
  await act();
  await page.waitForFunction(() => (globalThis as unknown as { isWritten: boolean }).isWritten);
}

/** Everything a page of this origin could read back: databases, files, caches of our own making, and the small stores. */
export async function allKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href];
    const text = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
    const inside = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return text(value);
      if (ArrayBuffer.isView(value)) return text(value.buffer as ArrayBuffer);
      if (Array.isArray(value)) return value.map(inside).join('\n');
      if (value !== null && typeof value === 'object') return Object.entries(value).flat().map(inside).join('\n');
      return String(value);
    };
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the database does not answer'));
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        found.push(inside(await answer(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, entry] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
        found.push(name);
        if (entry.kind === 'directory') await walk(entry as FileSystemDirectoryHandle);
        else found.push(text(await (await (entry as FileSystemFileHandle).getFile()).arrayBuffer()));
      }
    };
    await walk(await navigator.storage.getDirectory());
    return found.join('\n');
  });
}

/**
 * Which of these words lie in some file of a profile, in UTF-8 or in UTF-16. The cache of the app's own files is left
 * out: six digits occur in a font too.
 */
export async function wordsOnDisk(folder: string, words: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const forms = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
  ]);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.includes('CacheStorage')) continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    for (const { word, bytes } of forms) {
      const at = placeOf(bytes, content);
      if (at < 0) continue;
      const around = content.subarray(Math.max(0, at - 60), at + bytes.length + 20).toString('latin1');
      found.add(`${word} in ${file}: …${around}…`);
    }
  }
  return [...found];
}

/** Where it stands by itself: six digits in the middle of a longer number (a time, a checksum) are no passcode. */
function placeOf(bytes: Buffer, content: Buffer): number {
  const isDigit = (at: number) => /\d/.test(String.fromCharCode(content[at] ?? 0));
  let at = content.indexOf(bytes);
  while (at >= 0 && isDigit(at) && (isDigit(at - 1) || isDigit(at + bytes.length))) at = content.indexOf(bytes, at + 1);
  return at;
}

/** Opens a conversation, is let talk, and writes this down. */
export async function startTalking(page: Page, said: string): Promise<void> {
  const words = page.getByLabel('In their own words');
  await page.getByRole('link', { name: /^Conversation/ }).click();
  await page.getByRole('radio', { name: 'Yes', exact: true }).first().check();
  await goOnTo(page, words);
  await words.fill(said);
  await page.getByText('Kept on this tablet').first().waitFor();
}

/** Goes on with Next, answering yes to what is asked, until this can be seen. */
export async function goOnTo(page: Page, wanted: Locator): Promise<void> {
  await page.locator('h1').waitFor();
  for (let step = 0; step < 16; step += 1) {
    if ((await wanted.count()) > 0) return;
    const own = page.getByRole('radio', { name: 'Their own words', exact: true });
    if ((await own.count()) > 0) await own.check();
    for (const question of [/Can we write down what you say/, /Can we record your voice/, /Can we take a photo/]) {
      const group = page.getByRole('group', { name: question });
      if ((await group.count()) > 0) await person.answer(page, question, 'Yes');
    }
    const at = await page.locator('h1').innerText();
    await person.button(page, 'Next').click();
    await page.waitForFunction((before) => document.querySelector('h1')?.innerText !== before, at);
  }
  throw new Error(`${wanted.toString()} did not come`);
}
