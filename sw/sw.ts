import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { asksToTakeOver } from './messages.ts';
import { NOT_THE_APP } from './navigation.ts';

declare const self: ServiceWorkerGlobalScope;

// Everything the tablet's screens need, each file with its revision. Nothing under /sync or /desk/v1 is ever kept.
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false, ignoreURLParametersMatching: [] });

// Every address of the app opens the same page, with or without a connection.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [...NOT_THE_APP] }));

// An update waits until a person says "Update now": it never runs over an open draft.
self.addEventListener('message', (event) => {
  if (asksToTakeOver(event.data)) event.waitUntil(self.skipWaiting());
});

// The first visit needs no reload before it works without a signal.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
