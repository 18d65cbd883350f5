import type { CheckedChange, SurveyDraft } from '../../src/domain/desk-surveys.ts';
import { nestsWithin } from '../../src/domain/nesting.ts';
import { Problem } from '../../src/domain/problems.ts';
import { DEEPEST_SETTINGS, ownPictures, surveyFiles } from '../../src/domain/survey-files.ts';
import type { Clip, Survey, SurveyTexts } from '../../src/domain/survey.ts';
import type { Store } from '../ports/store.ts';
import type { AssetRow, StoredSurvey } from '../ports/survey-store.ts';
import { readOrganisation } from '../org/organisation.ts';
import { stored } from './make-survey.ts';
import { tabletRows } from './tablet-rows.ts';

type Which = { readonly surveyId: string; readonly version: number };

/**
 * Keeps what an editor sends of an unused version. State, family and who checked what stay the server's; what was checked
 * and then rewritten has to be checked again. Throws Problem('conflict' with `by` and `at`, 'survey-used', 'not-found').
 */
export async function saveDraft(
  store: Store,
  which: Which,
  draft: SurveyDraft,
  byName: string,
  now: string,
): Promise<StoredSurvey> {
  const before = await stored(store, which.surveyId, which.version);
  if (before.used || before.survey.state === 'retired') throw new Problem('survey-used');
  if (before.rev !== draft.rev) throw lostUpdate(before);
  // Asked before anything else walks through it: what nests without end would bring each of them down.
  if (draft.survey.questions.some(({ settings }) => !nestsWithin(settings, DEEPEST_SETTINGS))) {
    throw new Problem('bad-request', { field: 'survey.questions.settings' });
  }
  const known = await store.surveys.assets(surveyFiles(draft.survey, draft.texts).map(({ sha256 }) => sha256));
  const texts = textsOf(which, draft.texts, before, known);
  const survey = surveyOf(draft.survey, texts, before, known);
  const change = { survey, texts, rev: draft.rev, used: false, onlyUnused: true };
  // A pilot that no tablet has fetched yet may change, and tablets are told.
  const rows =
    survey.state === 'draft' ? [] : [...leftOut(before, texts), ...(await rowsFor(store, { survey, texts }))];
  if (!(await store.surveys.write([change], rows, byName, now))) throw await whyNot(store, which);
  return stored(store, which.surveyId, which.version);
}

/** Notes who read the words of a language, or the easy read. The words stay, so a version in use may be told so too. */
export async function markChecked(
  store: Store,
  which: Which,
  change: CheckedChange,
  byName: string,
  now: string,
): Promise<StoredSurvey> {
  const before = await stored(store, which.surveyId, which.version);
  if (before.rev !== change.rev) throw lostUpdate(before);
  const checked = change.by === null ? null : { by: change.by, on: now.slice(0, 10) };
  let { survey, texts } = before;
  if (change.what === 'easy-read') survey = { ...survey, easyReadChecked: checked };
  else {
    const { language, status } = change;
    if (!texts.some((each) => each.language === language)) throw new Problem('not-found');
    texts = texts.map((each) => (each.language === language ? { ...each, status, checked } : each));
  }
  const write = { survey, texts, rev: change.rev, used: before.used, onlyUnused: false };
  const rows = survey.state === 'draft' ? [] : await rowsFor(store, { survey, texts });
  if (!(await store.surveys.write([write], rows, byName, now))) throw await whyNot(store, which);
  return stored(store, which.surveyId, which.version);
}

/** Who was quicker, so that the slower one knows whom to talk to. */
export function lostUpdate({ changedBy, changedAt, rev }: StoredSurvey): Problem {
  return new Problem('conflict', { by: changedBy, at: changedAt, rev });
}

/** Why a write was refused, read after the fact. */
export async function whyNot(store: Store, which: Which): Promise<Problem> {
  const now = await store.surveys.get(which.surveyId, which.version);
  if (now === null) return new Problem('not-found');
  return now.used ? new Problem('survey-used') : lostUpdate(now);
}

export async function rowsFor(store: Store, both: Pick<StoredSurvey, 'survey' | 'texts'>) {
  return tabletRows(both, (await readOrganisation(store)).languages);
}

/** Languages that were taken out leave the tablets too. */
function leftOut(before: StoredSurvey, texts: readonly SurveyTexts[]) {
  const gone = before.texts.filter(({ language }) => texts.every((each) => each.language !== language));
  return tabletRows({ survey: { ...before.survey, state: 'draft' }, texts: gone }, []).filter(
    ({ kind }) => kind === 'survey-texts',
  );
}

function textsOf(
  { surveyId, version }: Which,
  given: readonly SurveyTexts[],
  before: StoredSurvey,
  known: ReadonlyMap<string, AssetRow>,
): SurveyTexts[] {
  const languages = given.map(({ language }) => language);
  if (new Set(languages).size !== languages.length) throw new Problem('bad-request', { field: 'texts' });
  return given.map((each) => {
    const was = before.texts.find(({ language }) => language === each.language);
    const sameWords = was !== undefined && same([was.standard, was.easy], [each.standard, each.easy]);
    const isChecked = each.status === 'checked' || each.status === 'tested';
    return {
      ...each,
      surveyId,
      version,
      // Only `markChecked` says that somebody read it.
      status: sameWords && isChecked ? was.status : isChecked ? 'translated' : each.status,
      checked: sameWords && isChecked ? was.checked : null,
      sounds: { standard: clipsOf(each.sounds.standard, known), easy: clipsOf(each.sounds.easy, known) },
    };
  });
}

/** What a clip is was read from its bytes; what an editor says of it is not taken. */
function clipsOf(given: Readonly<Record<string, Clip>>, known: ReadonlyMap<string, AssetRow>): Record<string, Clip> {
  const told = (clip: Clip): Clip => {
    const row = known.get(clip.sha256);
    return row === undefined
      ? clip
      : { sha256: row.sha256, mime: row.mime, bytes: row.bytes, durationMs: row.durationMs };
  };
  return Object.fromEntries(Object.entries(given).map(([key, clip]) => [key, told(clip)]));
}

function surveyOf(
  given: Survey,
  texts: readonly SurveyTexts[],
  before: StoredSurvey,
  known: ReadonlyMap<string, AssetRow>,
): Survey {
  const { surveyId, version, state, family, easyReadChecked } = before.survey;
  const easyOf = (from: readonly SurveyTexts[]) => from.map(({ language, easy }) => [language, easy]);
  const sameEasy = same(easyOf(before.texts), easyOf(texts)) && same(before.survey.questions, given.questions);
  const listed = new Set(given.pictures.map(({ sha256 }) => sha256));
  const used = [...new Set(ownPictures(given.questions))].filter((sha256) => !listed.has(sha256));
  const unlisted = texts.map(({ language }) => language).filter((language) => !given.languages.includes(language));
  return {
    ...given,
    surveyId,
    version,
    state,
    family,
    easyReadChecked: sameEasy ? easyReadChecked : null,
    languages: [...given.languages, ...unlisted],
    pictures: [
      ...given.pictures.map((picture) => {
        const row = known.get(picture.sha256);
        return row === undefined ? picture : { ...picture, mime: row.mime, bytes: row.bytes };
      }),
      // What a question shows is in the list, so that whoever holds the survey knows what kind of file it is.
      ...used.flatMap((sha256) => {
        const row = known.get(sha256);
        return row === undefined ? [] : [{ sha256, mime: row.mime, bytes: row.bytes, alt: '' }];
      }),
    ],
  };
}

/** Whether two things say the same, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
