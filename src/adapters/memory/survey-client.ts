import type { AppSounds } from '../../domain/app-sounds.ts';
import type { FileFinding, OpenSurvey, SurveyFinding, SurveyList, SurveyResults } from '../../domain/desk-surveys.ts';
import { Problem } from '../../domain/problems.ts';
import { SURVEY_FORMAT, type Survey, type SurveyTexts, type TextLayer } from '../../domain/survey.ts';
import type { SurveyClient } from '../../ports/survey-client.ts';

export interface MemorySurveys {
  open: OpenSurvey[];
  starters: SurveyList['starters'];
  /** What the server's checks find, whatever the survey. */
  findings: SurveyFinding[];
  fileFindings: FileFinding[];
  assets: Map<string, Blob>;
  results: Map<string, SurveyResults>;
  /** Of the app's own words, by language. */
  sounds: Map<string, AppSounds>;
  languages: string[];
}

export const noSurveys = (): MemorySurveys => ({
  open: [],
  starters: [],
  findings: [],
  fileFindings: [],
  assets: new Map(),
  results: new Map(),
  sounds: new Map(),
  languages: ['en', 'ar'],
});

type Answer = <Value>(name: string, make: () => Value) => Promise<Value>;

/** The server's rules for surveys in memory: revisions, used versions, states. */
export function memorySurveyClient(state: MemorySurveys, answer: Answer, me: () => string): SurveyClient {
  const now = (): string => new Date().toISOString();
  const at = (surveyId: string, version: number): OpenSurvey => {
    const found = state.open.find((one) => one.survey.surveyId === surveyId && one.survey.version === version);
    if (found === undefined) throw new Problem('not-found');
    return found;
  };
  const current = (surveyId: string, version: number, rev: number): OpenSurvey => {
    const found = at(surveyId, version);
    if (found.rev !== rev) throw new Problem('conflict', { by: found.changedBy, at: found.changedAt });
    return found;
  };
  function soundsWith(
    language: string,
    layer: TextLayer,
    change: (of: AppSounds['sounds'][TextLayer]) => AppSounds['sounds'][TextLayer],
  ): AppSounds {
    const { sounds } = state.sounds.get(language) ?? { sounds: { standard: {}, easy: {} } };
    const next = { language, sounds: { ...sounds, [layer]: change(sounds[layer]) } };
    state.sounds.set(language, next);
    return next;
  }
  function put(before: OpenSurvey, change: Partial<OpenSurvey>): OpenSurvey {
    const after = { ...before, ...change, rev: before.rev + 1, changedAt: now(), changedBy: me() };
    state.open = state.open.map((one) => (one === before ? after : one));
    return after;
  }
  function begin(survey: Survey, texts: readonly SurveyTexts[]): OpenSurvey {
    if (state.open.some((one) => one.survey.surveyId === survey.surveyId && one.survey.version === survey.version)) {
      throw new Problem('name-taken');
    }
    const { surveyId, version } = survey;
    const made: OpenSurvey = {
      survey: { ...survey, state: 'draft' },
      texts: texts.map((one) => ({ ...one, surveyId, version })),
      rev: 1,
      used: false,
      changedAt: now(),
      changedBy: me(),
    };
    state.open = [made, ...state.open];
    return made;
  }

  return {
    surveys: () =>
      answer('surveys', () => ({
        surveys: state.open.map(({ survey, texts, rev, used, changedAt, changedBy }) => ({
          surveyId: survey.surveyId,
          version: survey.version,
          state: survey.state,
          family: survey.family,
          title: texts[0]?.standard['title'] ?? '',
          languages: texts.map(({ language, status }) => ({ language, status })),
          questions: survey.questions.length,
          easyReadChecked: survey.easyReadChecked,
          used,
          responses: state.results.get(survey.surveyId)?.responses ?? 0,
          changedAt,
          changedBy,
          rev,
        })),
        starters: state.starters,
      })),
    survey: (surveyId, version) => answer('survey', () => at(surveyId, version)),
    newSurvey: (wanted) =>
      answer('newSurvey', () => {
        if (wanted.from === 'blank') {
          const { surveyId, language, title } = wanted;
          return begin(blank(surveyId, language), [blankTexts(surveyId, language, title)]);
        }
        if (wanted.from === 'starter') {
          return begin(blank(wanted.surveyId, 'en'), [blankTexts(wanted.surveyId, 'en', wanted.starter)]);
        }
        const { survey, texts } = at(wanted.of.surveyId, wanted.of.version);
        if (wanted.from === 'version') return begin({ ...survey, version: survey.version + 1 }, texts);
        const { surveyId } = wanted;
        return begin({ ...survey, surveyId, version: 1, family: wanted.variant ? survey.family : surveyId }, texts);
      }),
    saveSurvey: (surveyId, version, draft) =>
      answer('saveSurvey', () => {
        const before = current(surveyId, version, draft.rev);
        if (before.used) throw new Problem('survey-used');
        return put(before, { survey: { ...draft.survey, state: before.survey.state }, texts: draft.texts });
      }),
    removeSurvey: (surveyId, version, rev) =>
      answer('removeSurvey', () => {
        const gone = current(surveyId, version, rev);
        if (gone.used) throw new Problem('survey-used');
        state.open = state.open.filter((one) => one !== gone);
      }),
    checkSurvey: () => answer('checkSurvey', () => state.findings),
    changeSurveyState: (surveyId, version, rev, to) =>
      answer('changeSurveyState', () => {
        const before = current(surveyId, version, rev);
        const stopped = to !== 'draft' && to !== 'retired' && state.findings.some(({ weight }) => weight === 'stops');
        if (stopped) return { done: false, findings: state.findings, open: before };
        const open = put(before, { survey: { ...before.survey, state: to }, used: before.used || to === 'published' });
        return { done: true, findings: state.findings, open };
      }),
    markChecked: (surveyId, version, change) =>
      answer('markChecked', () => {
        const before = current(surveyId, version, change.rev);
        const checked = change.by === null ? null : { by: change.by, on: now().slice(0, 10) };
        if (change.what === 'easy-read') {
          return put(before, { survey: { ...before.survey, easyReadChecked: checked } });
        }
        const { language, status } = change;
        return put(before, {
          texts: before.texts.map((one) => (one.language === language ? { ...one, status, checked } : one)),
        });
      }),
    importSurvey: (_file, tryOnly) =>
      answer('importSurvey', () => {
        const stopped = state.fileFindings.some(({ weight }) => weight === 'stops');
        const open =
          tryOnly || stopped ? null : begin(blank('from-a-file', 'en'), [blankTexts('from-a-file', 'en', 'File')]);
        return { open, findings: state.fileFindings };
      }),
    exportSurvey: (surveyId, version) =>
      answer('exportSurvey', () => new Blob([JSON.stringify(at(surveyId, version))], { type: 'application/json' })),
    putAsset: async (bytes, what) => {
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
      const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      return answer('putAsset', () => {
        state.assets.set(sha256, bytes);
        const durationMs = what.role === 'picture' ? 0 : what.durationMs;
        return { sha256, mime: bytes.type, bytes: bytes.size, durationMs };
      });
    },
    asset: (sha256) =>
      answer('asset', () => {
        const found = state.assets.get(sha256);
        if (found === undefined) throw new Problem('not-found');
        return found;
      }),
    sounds: () => answer('sounds', () => ({ languages: [...state.languages], sounds: [...state.sounds.values()] })),
    putSound: ({ language, layer, key, sha256, words }) =>
      answer('putSound', () => {
        const file = state.assets.get(sha256);
        if (file === undefined) throw new Problem('not-found');
        const made = { sha256, mime: file.type, bytes: file.size, durationMs: 1000, words };
        return soundsWith(language, layer, (of) => ({ ...of, [key]: made }));
      }),
    removeSound: ({ language, layer, key }) =>
      answer('removeSound', () =>
        soundsWith(language, layer, (of) => Object.fromEntries(Object.entries(of).filter(([one]) => one !== key))),
      ),
    surveyResults: (surveyId, _query, stamp) =>
      answer('surveyResults', () => {
        const found = state.results.get(surveyId);
        if (found === undefined) throw new Problem('not-found');
        return found.stamp === stamp ? null : found;
      }),
    answersCsv: (surveyId, as) => answer('answersCsv', () => new Blob([`${surveyId},${as}\r\n`], { type: 'text/csv' })),
  };
}

const blank = (surveyId: string, language: string): Survey => ({
  format: SURVEY_FORMAT,
  surveyId,
  version: 1,
  state: 'draft',
  family: surveyId,
  questions: [],
  consentAfter: [],
  aboutYou: false,
  fixed: null,
  languages: [language],
  easyReadChecked: null,
  pictures: [],
});

const blankTexts = (surveyId: string, language: string, title: string): SurveyTexts => ({
  surveyId,
  version: 1,
  language,
  status: 'draft',
  checked: null,
  standard: { title },
  easy: {},
  sounds: { standard: {}, easy: {} },
});
