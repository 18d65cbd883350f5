import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath, FAKE_MEDIA } from './chromium.ts';

const FLAGS = [...CHROMIUM_FLAGS, '--disable-component-update', '--disable-sync', ...FAKE_MEDIA];

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
  /** A screen that takes fingers. */
  readonly touch?: boolean;
}

export const SMALL_TABLET = { width: 360, height: 640 } as const;
export const WIDE_TABLET = { width: 1280, height: 800 } as const;

/**
 * A real Chromium over a profile folder that outlives it. Its process is found by the lock it keeps there, so that it
 * can be killed like a battery that dies. Throws when no Chromium is installed (`npm test` installs one).
 */
export async function openTablet(options: OpenOptions = {}): Promise<TabletBrowser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'said-tablet-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    args: [...FLAGS, ...(options.args ?? [])],
    viewport: options.viewport ?? SMALL_TABLET,
    hasTouch: options.touch ?? false,
  });
  const pid = await ownerOf(profile);
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
  return {
    profile,
    context,
    page,
    complaints,
    newPage: () => context.newPage(),
    kill: async () => {
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
      process.kill(-pid, 'SIGKILL');
      await gone;
      // What a dead process leaves behind; the next start would take it over by itself, only slower.
      await rm(join(profile, 'SingletonLock'), { force: true });
    },
    close: () => context.close().catch(() => undefined),
  };
}

/** The browser's process, which is also its process group: the lock in the profile is a link to `<host>-<pid>`. */
async function ownerOf(profile: string): Promise<number> {
  const pid = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1));
  if (!Number.isInteger(pid) || pid <= 1) throw new Error('the process of the browser was not found');
  return pid;
}

/** Removes a profile folder. For after the last use. */
export async function forgetProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
