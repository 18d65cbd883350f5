import { useEffect } from 'preact/hooks';

/**
 * Asks for the whole glass. Call it in the turn of a touch. Where a browser refuses, everything else of the lock holds:
 * no address leads to a staff screen, and what opens the tablet is the passcode.
 */
export function fillGlass(): void {
  const page = document.documentElement;
  if (document.fullscreenElement !== null || typeof page.requestFullscreen !== 'function') return;
  page.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
}

export function leaveGlass(): void {
  if (document.fullscreenElement != null) document.exitFullscreen().catch(() => undefined);
}

/**
 * While the tablet is in a person's hands: the whole glass, a screen that stays lit, no way back in the history, no menu
 * on a long press and no pulling the page down. What a browser cannot do is left out.
 */
export function useInTheirHands(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const page = document.documentElement;
    page.dataset['lent'] = 'yes';
    const stopWake = stayAwake();
    const address = location.href;
    // Back lands on this very entry again; what stands at any other address is the same survey.
    history.pushState(history.state, '', address);
    const stay = (): void => history.pushState(history.state, '', address);
    const again = (): void => fillGlass();
    const noMenu = (event: Event): void => event.preventDefault();
    addEventListener('popstate', stay);
    document.addEventListener('pointerup', again);
    document.addEventListener('contextmenu', noMenu);
    return () => {
      removeEventListener('popstate', stay);
      document.removeEventListener('pointerup', again);
      document.removeEventListener('contextmenu', noMenu);
      stopWake();
      delete page.dataset['lent'];
    };
  }, [active]);
}

/** Keeps the screen lit, and takes the lamp up again after the page was hidden. */
function stayAwake(): () => void {
  let over = false;
  let lamp: WakeLockSentinel | null = null;
  const take = async (): Promise<void> => {
    if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // Refused when the battery is low: the screen dims as it would anyway.
    const taken = await navigator.wakeLock.request('screen').catch(() => null);
    if (over) await taken?.release();
    else lamp = taken;
  };
  const seen = (): void => void take();
  void take();
  document.addEventListener('visibilitychange', seen);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', seen);
    void lamp?.release();
  };
}
