import { Problem } from '../../../src/domain/problems.ts';
import { PATHS } from '../../../src/domain/protocol.ts';
import { assetAnswer } from '../asset-answer.ts';
import type { Deps } from '../deps.ts';
import { oneAsset } from '../desk/survey-assets.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

/** A clip or a picture for a tablet: only of surveys that are no drafts. */
export function assetEndpoint(deps: Deps): Endpoint {
  return endpoint({
    method: 'GET',
    path: `${PATHS.assets}/:sha256`,
    who: 'device',
    rate: 'media',
    params: oneAsset,
    run: async ({ params, device, request }) => {
      if (device().state === 'revoked') throw new Problem('device-revoked');
      const row = await deps.store.surveys.assetInUse(params.sha256);
      if (row === null) throw new Problem('not-found');
      return assetAnswer(row, deps.blobs, request);
    },
  });
}
