import type { StateAnswer } from '../../src/domain/desk-surveys.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { PullRow } from '../../src/domain/pull-row.ts';
import type { SurveyState } from '../../src/domain/survey.ts';
import type { Store } from '../ports/store.ts';
import type { StoredSurvey, SurveyWrite } from '../ports/survey-store.ts';
import { checkStored } from './check-survey.ts';
import { draftAfter } from './draft-of.ts';
import { nextVersion, stored } from './make-survey.ts';
import { lostUpdate, rowsFor, whyNot } from './save-survey.ts';
import { openSurveyOf } from './open-survey.ts';
import { goneRows } from './tablet-rows.ts';

/** What each state may become. `draft` of what is used means: retire it, and go on with the next version. */
const WAYS: Readonly<Record<SurveyState, readonly SurveyState[]>> = {
  draft: ['pilot', 'published'],
  pilot: ['draft', 'published', 'retired'],
  published: ['draft', 'retired'],
  retired: ['draft', 'published'],
};

/**
 * Takes a version through its life. Pilot and publish run every check first, on what is stored; publishing retires the
 * version that was in use before, in the same moment. Throws Problem('conflict' | 'survey-state' | 'not-found').
 */
export async function changeState(
  store: Store,
  which: { readonly surveyId: string; readonly version: number },
  { rev, to }: { readonly rev: number; readonly to: SurveyState },
  byName: string,
  now: string,
): Promise<StateAnswer> {
  const before = await stored(store, which.surveyId, which.version);
  if (before.rev !== rev) throw lostUpdate(before);
  if (!WAYS[before.survey.state].includes(to)) throw new Problem('survey-state', { state: before.survey.state });
  if (to === 'draft') return toDraft(store, before, byName, now);

  const findings = to === 'retired' ? [] : await checkStored(store, before);
  if (findings.some(({ weight }) => weight === 'stops')) return { done: false, findings, open: openSurveyOf(before) };

  const changes = [withState(before, to)];
  const rows = await rowsOfNewState(store, before, to);
  const replaced: readonly SurveyState[] =
    to === 'published' ? ['published', 'pilot'] : to === 'pilot' ? ['pilot'] : [];
  for (const other of await store.surveys.list()) {
    if (other.surveyId !== which.surveyId || other.version === which.version) continue;
    if (!replaced.includes(other.state)) continue;
    const full = await stored(store, other.surveyId, other.version);
    changes.push(withState(full, 'retired'));
    rows.push(...(await rowsOfNewState(store, full, 'retired')));
  }
  if (!(await store.surveys.write(changes, rows, byName, now))) throw await refused(store, which, rev);
  return { done: true, findings, open: openSurveyOf(await stored(store, which.surveyId, which.version)) };
}

async function toDraft(store: Store, before: StoredSurvey, byName: string, now: string): Promise<StateAnswer> {
  const { surveyId, version } = before.survey;
  const answer = async (at: number): Promise<StateAnswer> => ({
    done: true,
    findings: [],
    open: openSurveyOf(await stored(store, surveyId, at)),
  });
  if (!before.used && before.survey.state === 'pilot') {
    const back = { ...withState(before, 'draft'), onlyUnused: true };
    if (await store.surveys.write([back], goneRows(before), byName, now)) return answer(version);
    const after = await stored(store, surveyId, version);
    // A tablet fetched it in this very moment: then it counts as used.
    if (!after.used || after.rev !== before.rev) throw lostUpdate(after);
  }
  if (before.survey.state === 'retired')
    return answer((await nextVersion(store, before.survey, byName, now)).survey.version);
  const versions = (await store.surveys.list()).filter((each) => each.surveyId === surveyId);
  const draft = versions.find(({ state }) => state === 'draft');
  const next = draft === undefined ? draftAfter(before, Math.max(...versions.map((each) => each.version))) : null;
  const retired = withState(before, 'retired');
  const rows = await rowsOfNewState(store, before, 'retired');
  if (!(await store.surveys.write(next === null ? [retired] : [retired, next], rows, byName, now))) {
    throw await refused(store, before.survey, before.rev);
  }
  return answer(draft?.version ?? next?.survey.version ?? version);
}

/** Words that tablets have already are not sent once more because a state changed. */
async function rowsOfNewState(store: Store, from: StoredSurvey, state: SurveyState): Promise<PullRow[]> {
  const rows = await rowsFor(store, { survey: { ...from.survey, state }, texts: from.texts });
  return from.survey.state === 'draft' ? rows : rows.filter(({ kind }) => kind === 'survey');
}

function withState(from: StoredSurvey, state: SurveyState): SurveyWrite {
  const used = from.used || state === 'published';
  return { survey: { ...from.survey, state }, texts: from.texts, rev: from.rev, used, onlyUnused: false };
}

/** This one is as it was when another of its versions moved: then it is still a conflict, with whoever moved that. */
async function refused(
  store: Store,
  which: { readonly surveyId: string; readonly version: number },
  rev: number,
): Promise<Problem> {
  const now = await store.surveys.get(which.surveyId, which.version);
  return now !== null && now.rev === rev ? new Problem('conflict') : whyNot(store, which).then(asConflict);
}

const asConflict = (problem: Problem): Problem => (problem.code === 'survey-used' ? new Problem('conflict') : problem);
