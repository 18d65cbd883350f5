const NAME = 'said-and-done/send';

/** Web Lock around sending: the page, a second page about to close, or the service worker, but never two at once. */
export function createSendLock(): (work: () => Promise<void>) => Promise<boolean> {
  return (work) =>
    navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await work();
      return true;
    });
}
