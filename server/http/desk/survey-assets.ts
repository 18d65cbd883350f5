import * as z from 'zod/mini';
import { assetQuery, type SurveyAsset } from '../../../src/domain/desk-surveys.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { MAX_FILM_BYTES } from '../../../src/domain/signed.ts';
import { assetKey } from '../../ports/blobs.ts';
import { keepAsset } from '../../surveys/keep-asset.ts';
import { assetAnswer } from '../asset-answer.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const ASSETS = '/desk/v1/surveys/assets';
export const oneAsset = z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

/** Clips, films and pictures that a team adds to its surveys. */
export function surveyAssetEndpoints(deps: Deps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: ASSETS,
      who: 'edit-surveys',
      rate: 'desk',
      query: assetQuery,
      body: 'bytes',
      maxBytes: MAX_FILM_BYTES,
      run: async ({ query, bytes, request, me, now }): Promise<SurveyAsset> => {
        // Never what a form of another page could send.
        const type = request.headers.get('content-type') ?? '';
        if (type !== 'application/octet-stream') throw new Problem('bad-request', { field: 'content-type' });
        const about = { role: query.role, durationMs: query.durationMs ?? 0 };
        const kept = await keepAsset(deps, bytes, about, me().displayName, now);
        await deps.store.audit.add({
          at: now,
          byName: me().displayName,
          what: `survey-${query.role}-added`,
          about: `${kept.mime} ${kept.bytes} ${kept.sha256.slice(0, 16)}`,
        });
        return kept;
      },
    }),
    endpoint({
      method: 'GET',
      path: `${ASSETS}/:sha256`,
      who: 'edit-surveys',
      rate: 'desk',
      params: oneAsset,
      run: async ({ params, request }) => {
        const row = await deps.store.surveys.asset(params.sha256);
        if (row === null) throw new Problem('not-found');
        return assetAnswer({ ...row, key: assetKey(row.sha256) }, deps.blobs, request);
      },
    }),
  ];
}
