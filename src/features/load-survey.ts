import type { Survey } from '../domain/survey.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { LoadedSurvey } from '../surveys/answering.ts';

type Store = Pick<ReferenceStore, 'surveys' | 'surveyTexts'>;

/** One version with all its words, or null when this tablet does not hold it. */
export async function loadSurvey(store: Store, surveyId: string, version: number): Promise<LoadedSurvey | null> {
  const survey = (await store.surveys()).find((one) => one.surveyId === surveyId && one.version === version);
  return survey === undefined ? null : { survey, texts: await store.surveyTexts(surveyId, version) };
}

/** What may be begun now: the newest published version of each survey, and the newest piloted one if that is newer. */
export function offered(surveys: readonly Survey[]): readonly Survey[] {
  const ids = [...new Set(surveys.map(({ surveyId }) => surveyId))].sort();
  return ids.flatMap((id) => {
    const newest = (state: Survey['state']): Survey[] =>
      surveys.filter((one) => one.surveyId === id && one.state === state).toSorted((a, b) => b.version - a.version);
    const published = newest('published')[0];
    const pilot = newest('pilot')[0];
    const fresher = pilot !== undefined && (published === undefined || pilot.version > published.version);
    return [...(published === undefined ? [] : [published]), ...(fresher ? [pilot] : [])];
  });
}

/** A newer version of the same survey that may be used, or null. */
export function newerThan(surveys: readonly Survey[], { surveyId, version, state }: Survey): Survey | null {
  const fit = (one: Survey) => one.state === 'published' || (state === 'pilot' && one.state === 'pilot');
  const newer = surveys.filter((one) => one.surveyId === surveyId && one.version > version && fit(one));
  return newer.toSorted((a, b) => b.version - a.version)[0] ?? null;
}
