import * as z from 'zod/mini';
import type { NewSurvey } from '../../src/domain/desk-surveys.ts';
import { Problem } from '../../src/domain/problems.ts';
import {
  survey as surveySchema,
  SURVEY_FORMAT,
  surveyTexts,
  type Survey,
  type SurveyTexts,
} from '../../src/domain/survey.ts';
import type { Store } from '../ports/store.ts';
import type { StoredSurvey } from '../ports/survey-store.ts';
import { draftAfter, renamed, type Made } from './draft-of.ts';
import { readStarter } from './starters.ts';

/**
 * Begins a survey, as a draft: from nothing, from another one, from one that ships with the app, or as the next version
 * of one in use. Throws Problem('name-taken' | 'not-found' | 'conflict').
 */
export async function makeSurvey(
  store: Pick<Store, 'surveys'>,
  wanted: NewSurvey,
  byName: string,
  now: string,
): Promise<StoredSurvey> {
  if (wanted.from === 'version') return nextVersion(store, wanted.of, byName, now);
  return addDraft(store, await contentOf(store, wanted), byName, now);
}

/** Stores a draft under an id that nobody has. Throws Problem('name-taken'). */
export async function addDraft(
  store: Pick<Store, 'surveys'>,
  made: Made,
  byName: string,
  now: string,
): Promise<StoredSurvey> {
  // What is stored is not parsed again on its way to tablets, and they take nothing that is not exactly a survey.
  const survey = surveySchema.parse(made.survey);
  const texts = z.array(surveyTexts).parse(made.texts);
  if (await isTaken(store, survey.surveyId)) throw new Problem('name-taken');
  const change = { survey, texts, rev: 0, used: false, onlyUnused: true };
  if (!(await store.surveys.write([change], [], byName, now))) throw new Problem('name-taken');
  return stored(store, survey.surveyId, survey.version);
}

export async function isTaken(store: Pick<Store, 'surveys'>, surveyId: string): Promise<boolean> {
  return (await store.surveys.list()).some((each) => each.surveyId === surveyId);
}

/** Throws Problem('not-found'). */
export async function stored(store: Pick<Store, 'surveys'>, surveyId: string, version: number): Promise<StoredSurvey> {
  const found = await store.surveys.get(surveyId, version);
  if (found === null) throw new Problem('not-found');
  return found;
}

/** The version after the last, as a draft with the same content; the one that is there already, where somebody began it. */
export async function nextVersion(
  store: Pick<Store, 'surveys'>,
  of: { readonly surveyId: string; readonly version: number },
  byName: string,
  now: string,
): Promise<StoredSurvey> {
  const from = await stored(store, of.surveyId, of.version);
  const versions = (await store.surveys.list()).filter(({ surveyId }) => surveyId === of.surveyId);
  const draft = versions.find(({ state }) => state === 'draft');
  if (draft !== undefined) return stored(store, draft.surveyId, draft.version);
  const change = draftAfter(from, Math.max(...versions.map(({ version }) => version)));
  if (!(await store.surveys.write([change], [], byName, now))) throw new Problem('conflict');
  return stored(store, of.surveyId, change.survey.version);
}

async function contentOf(
  store: Pick<Store, 'surveys'>,
  wanted: Exclude<NewSurvey, { from: 'version' }>,
): Promise<Made> {
  const { surveyId } = wanted;
  const own = { surveyId, version: 1, family: surveyId };
  switch (wanted.from) {
    case 'blank':
      return blank(surveyId, wanted.title, wanted.language);
    case 'copy': {
      const from = await stored(store, wanted.of.surveyId, wanted.of.version);
      return renamed(from, wanted.variant ? { ...own, family: from.survey.family } : own);
    }
    case 'starter': {
      const starter = await readStarter(wanted.starter);
      if (starter === null) throw new Problem('not-found');
      return renamed(starter, own);
    }
  }
}

function blank(surveyId: string, title: string, language: string): Made {
  const survey: Survey = {
    format: SURVEY_FORMAT,
    surveyId,
    version: 1,
    state: 'draft',
    family: surveyId,
    questions: [],
    consentAfter: ['share', 'hear-back'],
    aboutYou: false,
    fixed: null,
    languages: [language],
    easyReadChecked: null,
    pictures: [],
  };
  const texts: SurveyTexts = {
    surveyId,
    version: 1,
    language,
    status: 'translated',
    checked: null,
    standard: { title },
    easy: {},
    sounds: { standard: {}, easy: {} },
  };
  return { survey, texts: [texts] };
}
