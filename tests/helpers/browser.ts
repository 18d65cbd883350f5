import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/set-up.mjs';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--remote-debugging-port=0',
];
const START_LIMIT_MS = 20_000;

/** A real Chromium with a profile folder of its own, which outlives it: a tablet that can lose its battery. */
export interface TabletBrowser {
  readonly profile: string;
  readonly context: BrowserContext;
  /** The page it opened with. */
  readonly page: Page;
  /** Everything a page said on its console that was a warning or worse, and every exception. */
  readonly complaints: string[];
  newPage(): Promise<Page>;
  /** `kill -9` of the whole browser, in the middle of whatever it does. The profile stays. */
  kill(): Promise<void>;
  /** Closes it as a person would. The profile stays. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** An earlier tablet's profile; a new folder when absent. */
  readonly profile?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly args?: readonly string[];
}

export const SMALL_TABLET = { width: 360, height: 640 } as const;
export const WIDE_TABLET = { width: 1280, height: 800 } as const;

/**
 * Starts Chromium ourselves, so that it can be killed like a battery that dies, and talks to it over its own protocol.
 * Throws when no Chromium is installed (`npm test` installs one).
 */
export async function openTablet(options: OpenOptions = {}): Promise<TabletBrowser> {
  const path = findBrowser();
  if (path === null) throw new Error('no Chromium was found: run `npm test`, or set CHROMIUM_PATH');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'said-tablet-')));
  const child = spawn(path, [...FLAGS, ...(options.args ?? []), `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const complaints: string[] = [];
  const listen = (page: Page): Page => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (thrown) => complaints.push(String(thrown)));
    return page;
  };
  context.on('page', listen);
  const page = listen(context.pages()[0] ?? (await context.newPage()));
  await page.setViewportSize(options.viewport ?? SMALL_TABLET);
  return {
    profile,
    context,
    page,
    complaints,
    newPage: () => context.newPage(),
    kill: () => end(child, browser, 'SIGKILL'),
    close: async () => {
      // Closing the pages first lets them keep what they hold, as closing the app does.
      await Promise.all(context.pages().map((open) => open.close().catch(() => undefined)));
      await end(child, browser, 'SIGTERM');
    },
  };
}

/** Removes a profile folder. For after the last use. */
export async function forgetProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Chromium did not start:\n${printed}`)), START_LIMIT_MS);
    child.stderr?.on('data', (piece: Buffer) => {
      printed += piece.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    child.once('exit', () => reject(new Error(`Chromium ended at once:\n${printed}`)));
  });
}

async function end(child: ChildProcess, browser: Browser, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, 'exit');
  process.kill(-child.pid, signal);
  const late = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 5000);
  await exit;
  clearTimeout(late);
  await browser.close().catch(() => undefined);
}
