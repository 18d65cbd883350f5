import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { MAP_ENGINE_CACHE } from '../src/domain/map-pieces.ts';
import { asksToTakeOver } from './messages.ts';
import { NOT_THE_APP } from './navigation.ts';

declare const self: ServiceWorkerGlobalScope;
/** What draws maps, written in by the build. */
declare const __MAP_ENGINE__: readonly string[];

// Everything the tablet's screens need, each file with its revision. Nothing under /sync or /desk/v1 is ever kept.
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false, ignoreURLParametersMatching: [] });

// What draws maps comes to a tablet that opens one, or is offered one, and then stays. With a query it is a repair: past here.
const engine = new Set(__MAP_ENGINE__);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.search === '' && engine.has(url.pathname),
  async ({ request, url }) => {
    const cache = await caches.open(MAP_ENGINE_CACHE);
    const kept = await cache.match(url.pathname, { ignoreVary: true });
    if (kept !== undefined) return kept;
    const answer = await fetch(request);
    if (answer.ok) await cache.put(url.pathname, answer.clone());
    return answer;
  },
);

// A tablet that has a map keeps having one: a newer version brings its own engine before it takes over. Without a
// connection to fetch it, the version comes all the same, and its engine with the next sync.
async function bringEngineAlong(): Promise<void> {
  if (!(await caches.has(MAP_ENGINE_CACHE))) return;
  const cache = await caches.open(MAP_ENGINE_CACHE);
  const lacking = await Promise.all([...engine].map(async (url) => ((await cache.match(url)) ? [] : [url])));
  await cache.addAll(lacking.flat()).catch(() => undefined);
}
async function dropOldEngine(): Promise<void> {
  if (!(await caches.has(MAP_ENGINE_CACHE))) return;
  const cache = await caches.open(MAP_ENGINE_CACHE);
  for (const { url } of await cache.keys()) if (!engine.has(new URL(url).pathname)) await cache.delete(url);
}
self.addEventListener('install', (event) => event.waitUntil(bringEngineAlong()));
self.addEventListener('activate', (event) => event.waitUntil(dropOldEngine()));

// Every address of the app opens the same page, with or without a connection.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [...NOT_THE_APP] }));

// An update waits until a person says "Update now": it never runs over an open draft.
self.addEventListener('message', (event) => {
  if (asksToTakeOver(event.data)) event.waitUntil(self.skipWaiting());
});

// The first visit needs no reload before it works without a signal.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
