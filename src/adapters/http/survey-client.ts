import { appSounds, soundsAnswer } from '../../domain/app-sounds.ts';
import {
  importAnswer,
  openSurvey,
  stateAnswer,
  surveyAsset,
  surveyCheck,
  surveyList,
  surveyResults,
} from '../../domain/desk-surveys.ts';
import type { SurveyClient } from '../../ports/survey-client.ts';
import { parsed, queryText, type Ask, type DeskLink } from './desk-link.ts';

/** A survey with all its media on a slow line. Milliseconds. */
const FILE_TIMEOUT_MS = 180_000;
const BYTES = { 'content-type': 'application/octet-stream' };

/** The desk's link for surveys. */
export function httpSurveyClient({ answer, ask, text }: DeskLink): SurveyClient {
  const id = encodeURIComponent;
  const at = (surveyId: string, version: number): string => `/surveys/${id(surveyId)}/${version}`;
  const file = (path: string, how: Ask = {}): Promise<Blob> => answer(path, how, (came) => came.blob());

  return {
    surveys: () => ask(surveyList, '/surveys'),
    survey: (surveyId, version) => ask(openSurvey, at(surveyId, version)),
    newSurvey: (body) => ask(openSurvey, '/surveys', { method: 'POST', body }),
    saveSurvey: (surveyId, version, body) => ask(openSurvey, at(surveyId, version), { method: 'PUT', body }),
    removeSurvey: async (surveyId, version, rev) =>
      void (await text(`${at(surveyId, version)}${queryText({ rev })}`, { method: 'DELETE' })),
    checkSurvey: async (surveyId, version) => (await ask(surveyCheck, `${at(surveyId, version)}/check`)).findings,
    changeSurveyState: (surveyId, version, rev, to) =>
      ask(stateAnswer, `${at(surveyId, version)}/state`, { method: 'POST', body: { rev, to } }),
    markChecked: (surveyId, version, body) =>
      ask(openSurvey, `${at(surveyId, version)}/checked`, { method: 'POST', body }),
    importSurvey: (body, tryOnly) =>
      ask(importAnswer, `/surveys/import${tryOnly ? '?try=1' : ''}`, {
        method: 'POST',
        body,
        timeoutMs: FILE_TIMEOUT_MS,
      }),
    exportSurvey: (surveyId, version) => file(`${at(surveyId, version)}/export`, { timeoutMs: FILE_TIMEOUT_MS }),
    putAsset: (body, what) =>
      ask(surveyAsset, `/surveys/assets${queryText({ ...what })}`, { method: 'POST', body, headers: BYTES }),
    asset: (sha256) => file(`/surveys/assets/${id(sha256)}`),
    sounds: () => ask(soundsAnswer, '/sounds'),
    putSound: (body) => ask(appSounds, '/sounds', { method: 'PUT', body }),
    removeSound: (at) => ask(appSounds, `/sounds${queryText({ ...at })}`, { method: 'DELETE' }),
    surveyResults: (surveyId, query, stamp) =>
      answer(
        `/surveys/${id(surveyId)}/results${queryText(query)}`,
        stamp === undefined ? {} : { headers: { 'if-none-match': `"${stamp}"` } },
        async (came) => (came.status === 304 ? null : parsed(surveyResults, await came.text())),
      ),
    answersCsv: (surveyId, as, version) =>
      file(`/surveys/${id(surveyId)}/answers.csv${queryText({ as, version })}`, { timeoutMs: FILE_TIMEOUT_MS }),
  };
}
