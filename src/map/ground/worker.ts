import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { trustedScriptUrl } from '../../app/trusted-types.ts';

let told = false;

/**
 * Tells the map where its worker is, as an address that our policy has let through. The map asks the address two things
 * that only a string can answer before it hands it to the browser, so it is given these two; the browser still sees what
 * the policy made.
 */
export function allowWorker(): void {
  if (told) return;
  told = true;
  // The development server has no policy, and gives the worker from among the packages.
  const address: unknown = workerUrl.startsWith('/assets/') ? trustedScriptUrl(workerUrl) : workerUrl;
  if (typeof address === 'object' && address !== null) {
    const text = String(address);
    Object.defineProperties(address, {
      endsWith: { value: (end: string) => text.endsWith(end) },
      split: { value: (by: RegExp) => text.split(by) },
    });
  }
  setWorkerUrl(address as string);
}
