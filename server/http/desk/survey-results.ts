import * as z from 'zod/mini';
import { csvQuery, resultsQuery } from '../../../src/domain/desk-surveys.ts';
import { surveyId } from '../../../src/domain/survey.ts';
import { answersTable } from '../../surveys/answers-table.ts';
import { createResultsReader } from '../../surveys/results.ts';
import { jsonAnswer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { SANDBOXED_POLICY } from '../security-headers.ts';

const one = z.object({ surveyId });

/** What people answered: counted, and as a table. */
export function surveyResultsEndpoints(deps: Deps): readonly Endpoint[] {
  const results = createResultsReader(deps);
  return [
    endpoint({
      method: 'GET',
      path: '/desk/v1/surveys/:surveyId/results',
      who: 'read-inbox',
      rate: 'desk',
      params: one,
      query: resultsQuery,
      run: async ({ params, query, request }) => {
        const found = await results.read(params.surveyId, query);
        const etag = `"${found.stamp}"`;
        const headers = { etag, 'cache-control': 'private, no-cache' };
        if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
        return jsonAnswer(found, 200, headers);
      },
    }),
    endpoint({
      method: 'GET',
      path: '/desk/v1/surveys/:surveyId/answers.csv',
      who: 'export-answers',
      rate: 'desk',
      params: one,
      query: csvQuery,
      run: async ({ params, query, me, now }) => {
        const { csv, rows } = await answersTable(deps.store, results, params.surveyId, query);
        const about = `${params.surveyId}: ${rows} (${query.as})`;
        await deps.store.audit.add({ at: now, byName: me().displayName, what: 'answers-exported', about });
        return new Response(csv, {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="${params.surveyId}-${query.as}.csv"`,
            'content-security-policy': SANDBOXED_POLICY,
            'cache-control': 'no-store',
          },
        });
      },
    }),
  ];
}
