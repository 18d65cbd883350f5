import { Problem } from '../../../src/domain/problems.ts';
import { MAP_PIECE_MIME } from '../../../src/domain/map-pieces.ts';
import { PATHS } from '../../../src/domain/protocol.ts';
import { assetKey, mapPieceKey } from '../../ports/blobs.ts';
import { assetAnswer, type AssetFile } from '../asset-answer.ts';
import type { Deps } from '../deps.ts';
import { oneAsset } from '../desk/survey-assets.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

/** A clip or a picture for a tablet, only of surveys that are no drafts; or a piece of a map that is offered. */
export function assetEndpoint(deps: Deps): Endpoint {
  return endpoint({
    method: 'GET',
    path: `${PATHS.assets}/:sha256`,
    who: 'device',
    rate: 'media',
    params: oneAsset,
    run: async ({ params, device, request }) => {
      if (device().state === 'revoked') throw new Problem('device-revoked');
      const file = await fileOf(params.sha256, deps);
      if (file === null) throw new Problem('not-found');
      return assetAnswer(file, deps.blobs, request);
    },
  });
}

async function fileOf(sha256: string, { store }: Pick<Deps, 'store'>): Promise<AssetFile | null> {
  const asset = await store.surveys.assetInUse(sha256);
  if (asset !== null) return { ...asset, key: assetKey(sha256) };
  const piece = await store.maps.pieceOffered(sha256);
  return piece === null ? null : { sha256, mime: MAP_PIECE_MIME, key: mapPieceKey(piece.mapId, piece.index) };
}
