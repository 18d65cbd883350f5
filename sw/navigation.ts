/**
 * Addresses that are never answered with the app's page: the server's own routes, and anything that names a file.
 * Workbox matches them against path and query together.
 */
export const NOT_THE_APP: readonly RegExp[] = [
  /^\/sync\//,
  /^\/desk\/v1\//,
  /^\/(?:healthz|readyz)(?:\?|$)/,
  /^[^?]*\/[^/?]+\.[^/?.]+(?:\?|$)/,
];
