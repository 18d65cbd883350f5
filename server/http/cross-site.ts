import { Problem } from '../../src/domain/problems.ts';

const SAFE = new Set(['GET', 'HEAD']);

/**
 * Refuses what another site makes a browser send, although `SameSite=Strict` cookies would not travel with it.
 * Browsers tell where a request comes from (`Sec-Fetch-Site`, `Origin`); what is no browser sends neither.
 * @throws Problem('cross-site')
 */
export function refuseCrossSite(request: Request, publicOrigin: string): void {
  const site = request.headers.get('sec-fetch-site');
  const typedByHand = site === 'none' && SAFE.has(request.method);
  if (site !== null && site !== 'same-origin' && !typedByHand) throw new Problem('cross-site');
  const origin = request.headers.get('origin');
  if (origin === null) return;
  if (origin !== publicOrigin && !isOwnHost(origin, request.headers.get('host'))) throw new Problem('cross-site');
}

/** The same server under another name of its own, such as 127.0.0.1 for localhost. */
function isOwnHost(origin: string, host: string | null): boolean {
  return host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
