import type { Deps } from '../deps.ts';
import type { Endpoint } from '../endpoint.ts';
import { assetEndpoint } from './assets.ts';
import { enrolmentEndpoints } from './enrolment.ts';
import { mediaEndpoints } from './media.ts';
import { pullEndpoint } from './pull.ts';
import { wordEndpoints } from './words.ts';

/** Everything a tablet may ask. */
export function syncEndpoints(deps: Deps): readonly Endpoint[] {
  return [
    ...wordEndpoints(deps),
    ...mediaEndpoints(deps),
    pullEndpoint(deps),
    assetEndpoint(deps),
    ...enrolmentEndpoints(deps),
  ];
}
