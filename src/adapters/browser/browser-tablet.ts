import type { Tablet } from '../../ports/tablet.ts';

interface Battery {
  readonly level: number;
  readonly charging: boolean;
}

/** What the browser tells of the tablet. Everything it will not say is null, never a guess. */
export function createBrowserTablet(): Tablet {
  return {
    async persisted() {
      return (await navigator.storage?.persisted?.().catch(() => null)) ?? null;
    },
    async askToPersist() {
      return (await navigator.storage?.persist?.().catch(() => null)) ?? null;
    },
    async space() {
      const estimate = await navigator.storage?.estimate?.().catch(() => null);
      if (estimate?.quota === undefined || estimate.usage === undefined) return null;
      return { usedBytes: estimate.usage, freeBytes: Math.max(0, estimate.quota - estimate.usage) };
    },
    async battery() {
      const ask = (navigator as Navigator & { getBattery?: () => Promise<Battery> }).getBattery;
      if (ask === undefined) return null;
      const battery = await ask.call(navigator).catch(() => null);
      return battery === null ? null : { level: battery.level, charging: battery.charging };
    },
    visible: () => document.visibilityState === 'visible',
    maybeOnline: () => navigator.onLine,
    subscribe(onChange) {
      const visibility = () => onChange(document.visibilityState === 'visible' ? 'shown' : 'hidden');
      const shown = () => onChange('shown');
      const hidden = () => onChange('hidden');
      const online = () => onChange('online');
      const offline = () => onChange('offline');
      document.addEventListener('visibilitychange', visibility);
      window.addEventListener('focus', shown);
      window.addEventListener('pagehide', hidden);
      window.addEventListener('online', online);
      window.addEventListener('offline', offline);
      return () => {
        document.removeEventListener('visibilitychange', visibility);
        window.removeEventListener('focus', shown);
        window.removeEventListener('pagehide', hidden);
        window.removeEventListener('online', online);
        window.removeEventListener('offline', offline);
      };
    },
  };
}
