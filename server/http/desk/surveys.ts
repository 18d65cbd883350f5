import * as z from 'zod/mini';
import {
  checkedChange,
  MAX_SURVEY_BYTES,
  newSurvey,
  stateChange,
  surveyDraft,
  surveyRev,
  type OpenSurvey,
  type StateAnswer,
  type SurveyFinding,
  type SurveyList,
} from '../../../src/domain/desk-surveys.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { may, type Role } from '../../../src/domain/roles.ts';
import { surveyId, surveyRowId } from '../../../src/domain/survey.ts';
import { changeState } from '../../surveys/change-state.ts';
import { checkStored } from '../../surveys/check-survey.ts';
import { makeSurvey, stored } from '../../surveys/make-survey.ts';
import { openSurveyOf } from '../../surveys/open-survey.ts';
import { markChecked, saveDraft, whyNot } from '../../surveys/save-survey.ts';
import { starterLines } from '../../surveys/starters.ts';
import { surveyToken } from '../../surveys/survey-token.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const SURVEYS = '/desk/v1/surveys';
const ONE_SITTING_MS = 15 * 60_000;
const ONE = `${SURVEYS}/:surveyId/:version`;
export const oneSurvey = z.object({
  surveyId,
  version: z.pipe(
    z.string().check(z.regex(/^[1-9]\d{0,5}$/)),
    z.transform((digits: string) => Number(digits)),
  ),
});

/** Making surveys: read, begin, change, check, and take through their states. */
export function surveyEndpoints(deps: Deps): readonly Endpoint[] {
  const { store } = deps;
  const note = (me: { displayName: string }, what: string, about: string, now: string) =>
    store.audit.add({ at: now, byName: me.displayName, what, about: about.slice(0, 120) });

  return [
    endpoint({
      method: 'GET',
      path: SURVEYS,
      who: 'edit-surveys',
      rate: 'desk',
      run: async (): Promise<SurveyList> => {
        const [rows, counts, starters] = await Promise.all([
          store.surveys.list(),
          store.surveys.answerCounts(),
          starterLines(),
        ]);
        const surveys = rows.map((row) => {
          const token = surveyToken(deps.keys, row.surveyId);
          const found = counts.find((each) => each.token === token && each.version === row.version);
          return { ...row, responses: found?.count ?? 0 };
        });
        return { surveys, starters: [...starters] };
      },
    }),
    endpoint({
      method: 'POST',
      path: SURVEYS,
      who: 'edit-surveys',
      rate: 'desk',
      body: newSurvey,
      run: async ({ body, me, now }): Promise<OpenSurvey> => {
        const made = await makeSurvey(store, body, me().displayName, now);
        await note(me(), 'survey-begun', surveyRowId(made.survey.surveyId, made.survey.version), now);
        return openSurveyOf(made);
      },
    }),
    endpoint({
      method: 'GET',
      path: ONE,
      who: 'edit-surveys',
      rate: 'desk',
      params: oneSurvey,
      packed: true,
      run: async ({ params }): Promise<OpenSurvey> =>
        openSurveyOf(await stored(store, params.surveyId, params.version)),
    }),
    endpoint({
      method: 'PUT',
      path: ONE,
      who: 'edit-surveys',
      rate: 'desk',
      params: oneSurvey,
      body: surveyDraft,
      maxBytes: MAX_SURVEY_BYTES,
      run: async ({ params, body, me, now }): Promise<OpenSurvey> => {
        const before = await stored(store, params.surveyId, params.version);
        const saved = await saveDraft(store, params, body, me().displayName, now);
        // An editor that keeps every few seconds is one entry, not a list that hides all others.
        const since = Date.parse(now) - Date.parse(before.changedAt);
        if (before.changedBy !== me().displayName || since > ONE_SITTING_MS) {
          await note(me(), 'survey-saved', surveyRowId(params.surveyId, params.version), now);
        }
        return openSurveyOf(saved);
      },
    }),
    endpoint({
      method: 'DELETE',
      path: ONE,
      who: 'edit-surveys',
      rate: 'desk',
      params: oneSurvey,
      query: surveyRev,
      run: async ({ params, query, me, now }) => {
        const removed = await store.surveys.remove(params.surveyId, params.version, query.rev);
        if (!removed) {
          const there = await stored(store, params.surveyId, params.version);
          if (there.rev === query.rev && !there.used) throw new Problem('survey-state', { state: there.survey.state });
          throw await whyNot(store, params);
        }
        await note(me(), 'survey-removed', surveyRowId(params.surveyId, params.version), now);
        return new Response(null, { status: 204 });
      },
    }),
    endpoint({
      method: 'GET',
      path: `${ONE}/check`,
      who: 'edit-surveys',
      rate: 'desk',
      params: oneSurvey,
      run: async ({ params }): Promise<{ findings: readonly SurveyFinding[] }> => ({
        findings: await checkStored(store, await stored(store, params.surveyId, params.version)),
      }),
    }),
    endpoint({
      method: 'POST',
      path: `${ONE}/state`,
      who: 'edit-surveys',
      rate: 'desk',
      params: oneSurvey,
      body: stateChange,
      run: async ({ params, body, me, now }): Promise<StateAnswer> => {
        await refuseUnlessMay(me().role, params, body.to);
        const answer = await changeState(store, params, body, me().displayName, now);
        if (answer.done) await note(me(), `survey-${body.to}`, surveyRowId(params.surveyId, params.version), now);
        return answer;
      },
    }),
    endpoint({
      method: 'POST',
      path: `${ONE}/checked`,
      who: 'edit-surveys',
      rate: 'desk',
      params: oneSurvey,
      body: checkedChange,
      run: async ({ params, body, me, now }): Promise<OpenSurvey> => {
        const after = await markChecked(store, params, body, me().displayName, now);
        const what = body.what === 'language' ? `language ${body.language} ${body.status}` : 'easy read';
        const about = `${surveyRowId(params.surveyId, params.version)}: ${what}`;
        await note(me(), body.by === null ? 'survey-check-withdrawn' : 'survey-checked', about, now);
        return openSurveyOf(after);
      },
    }),
  ];

  /** Trying a survey out is anybody's who makes it; putting it before people, or taking it away, is a second person's. */
  async function refuseUnlessMay(role: Role, which: z.output<typeof oneSurvey>, to: string): Promise<void> {
    const { survey } = await stored(store, which.surveyId, which.version);
    const isOpen = to === 'published' || survey.state === 'published';
    if (isOpen && !may(role, 'publish-surveys')) throw new Problem('not-allowed');
  }
}
