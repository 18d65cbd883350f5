import type { TabLock } from '../../ports/tab-lock.ts';

const NAME = 'said-and-done/tab';
/** A frozen tab never answers; after this the lock is taken from it. */
const ANSWER_MS = 5000;

/** Web Locks decide which tab works; a broadcast asks the other one to save and let go. */
export function createBrowserTabLock(): TabLock {
  const channel = new BroadcastChannel(NAME);
  let letGoFirst: () => Promise<void> = async () => undefined;
  let release: (() => void) | null = null;

  /** Holds the lock until `release`; resolves once it is known whether we have it. */
  function hold(options: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(NAME, options, (lock) => {
          if (lock === null) {
            resolve(false);
            return undefined;
          }
          resolve(true);
          return new Promise<void>((done) => {
            release = done;
          });
        })
        .catch((thrown: unknown) => {
          // Rejected before we had it (the time limit), or taken from us afterwards.
          reject(thrown);
          if (release !== null) void giveUp();
        });
    });
  }

  async function giveUp(): Promise<void> {
    const done = release;
    if (done === null) return;
    release = null;
    try {
      await letGoFirst();
    } finally {
      done();
    }
  }

  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data === 'let-go') void giveUp();
  });

  return {
    take: () => (release === null ? hold({ ifAvailable: true }) : Promise.resolve(true)),
    async takeOver() {
      if (release !== null) return;
      channel.postMessage('let-go');
      const limit = AbortSignal.timeout(ANSWER_MS);
      try {
        await hold({ signal: limit });
      } catch {
        await hold({ steal: true });
      }
    },
    onAsked(letGo) {
      letGoFirst = letGo;
    },
  };
}
