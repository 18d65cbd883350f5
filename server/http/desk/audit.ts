import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const LATEST = 500;

/** Who did what, newest first. Never what was said. */
export function auditEndpoint(deps: Deps): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/desk/v1/audit',
    who: 'audit',
    rate: 'desk',
    run: async () => {
      const rows = await deps.store.audit.list(LATEST);
      return { entries: rows.map(({ at, byName, what, about }) => ({ at, by: byName, what, about })) };
    },
  });
}
