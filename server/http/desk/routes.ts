import type { Deps } from '../deps.ts';
import type { Endpoint } from '../endpoint.ts';
import { accountEndpoints } from './account.ts';
import { auditEndpoint } from './audit.ts';
import { organisationEndpoints } from './organisation.ts';
import { peopleEndpoints } from './people.ts';
import { tabletEndpoints } from './tablets.ts';

/** Everything the staff desk may ask. */
export function deskEndpoints(deps: Deps): readonly Endpoint[] {
  return [
    ...accountEndpoints(deps),
    ...peopleEndpoints(deps),
    ...organisationEndpoints(deps),
    ...tabletEndpoints(deps),
    auditEndpoint(deps),
  ];
}
