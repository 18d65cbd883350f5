import type { Workbox } from 'workbox-window';
import { trustedScriptUrl } from './trusted-types.ts';

/** A newer version of the app, offered and never forced. */
export interface Updates {
  /** Whether a newer version lies ready on the tablet. */
  waiting(): boolean;
  subscribe(onChange: () => void): () => void;
  /** Lets the newer version take over and opens the page afresh. Called only when nothing is open. */
  take(): Promise<void>;
  /**
   * Resolves when every file of the app is kept on the tablet for the first time, or when that cannot be: there is no
   * service worker here, its files could not all be fetched, or it takes too long.
   */
  installed(): Promise<void>;
  /** Asks the server for a newer version. False when nobody answered; that is no matter: the present one works. */
  look(): Promise<boolean>;
}

/** The first screen comes first: nothing in here is needed to show it. */
const START_AFTER_MS = 1000;
const TAKE_OVER_LIMIT_MS = 10_000;
const INSTALL_LIMIT_MS = 120_000;

/** Registers the service worker after the first screen is up. Where there is none, nothing is ever offered. */
export function startUpdates(reload: () => void = () => location.reload()): Updates {
  const listeners = new Set<() => void>();
  let worker: Workbox | null = null;
  let waiting = false;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const start = async () => {
    await new Promise((resolve) => setTimeout(resolve, START_AFTER_MS));
    const { Workbox: Registered } = await import('workbox-window');
    const registered = new Registered(trustedScriptUrl('/sw.js') as string, { updateViaCache: 'none' });
    registered.addEventListener('redundant', () => failed());
    registered.addEventListener('waiting', () => {
      waiting = true;
      tell();
    });
    await registered.register({ immediate: true });
    worker = registered;
  };
  let failed = (): void => undefined;
  const failing = new Promise<void>((resolve) => {
    failed = resolve;
  });
  // Without a service worker the app still works while there is a connection; the ready screen says what is missing.
  if ('serviceWorker' in navigator) void start().catch(() => failed());
  return {
    waiting: () => waiting,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    take: async () => {
      const present = worker;
      if (present === null || !waiting) return;
      await new Promise<void>((resolve) => {
        setTimeout(resolve, TAKE_OVER_LIMIT_MS);
        present.addEventListener('controlling', () => resolve());
        present.messageSkipWaiting();
      });
      reload();
    },
    installed: async () => {
      if (!('serviceWorker' in navigator)) return;
      const late = new Promise<void>((resolve) => setTimeout(resolve, INSTALL_LIMIT_MS));
      await Promise.race([navigator.serviceWorker.ready, failing, late]);
    },
    look: async () => {
      if (worker === null) return false;
      return worker.update().then(
        () => true,
        () => false,
      );
    },
  };
}
