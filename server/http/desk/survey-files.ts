import { importQuery, MAX_SURVEY_FILE_BYTES, type ImportAnswer } from '../../../src/domain/desk-surveys.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { surveyRowId } from '../../../src/domain/survey.ts';
import { stored } from '../../surveys/make-survey.ts';
import { surveyFile, takeSurveyFile } from '../../surveys/survey-transfer.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { SANDBOXED_POLICY } from '../security-headers.ts';
import { oneSurvey } from './surveys.ts';

/** A survey as one file, out and in. */
export function surveyFileEndpoints(deps: Deps): readonly Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: '/desk/v1/surveys/import',
      who: 'edit-surveys',
      rate: 'desk',
      query: importQuery,
      // As bytes, because a file that is no JSON is told about in words like any other.
      body: 'bytes',
      maxBytes: MAX_SURVEY_FILE_BYTES,
      run: async ({ query, bytes, request, me, now }): Promise<ImportAnswer> => {
        const type = request.headers.get('content-type') ?? '';
        if (!/^application\/json\s*(;|$)/i.test(type)) throw new Problem('bad-request', { field: 'content-type' });
        const byName = query.try === undefined ? me().displayName : null;
        const answer = await takeSurveyFile(deps, bytes, byName, now);
        if (answer.open !== null) {
          const about = surveyRowId(answer.open.survey.surveyId, answer.open.survey.version);
          await deps.store.audit.add({ at: now, byName: me().displayName, what: 'survey-imported', about });
        }
        return answer;
      },
    }),
    endpoint({
      method: 'GET',
      path: '/desk/v1/surveys/:surveyId/:version/export',
      who: 'edit-surveys',
      rate: 'desk',
      params: oneSurvey,
      run: async ({ params, me, now }) => {
        const file = await surveyFile(deps, await stored(deps.store, params.surveyId, params.version));
        const about = surveyRowId(params.surveyId, params.version);
        await deps.store.audit.add({ at: now, byName: me().displayName, what: 'survey-exported', about });
        return new Response(file, {
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-disposition': `attachment; filename="${params.surveyId}-${params.version}.survey.json"`,
            'content-security-policy': SANDBOXED_POLICY,
            'cache-control': 'no-store',
          },
        });
      },
    }),
  ];
}
