import type { Survey, SurveyTexts } from '../../src/domain/survey.ts';
import type { SurveyWrite } from '../ports/survey-store.ts';

export interface Made {
  readonly survey: Survey;
  readonly texts: readonly SurveyTexts[];
}

/** The same under another id, version or family: what was said of one survey is not said of another. */
export function renamed(
  { survey, texts }: Made,
  to: { readonly surveyId: string; readonly version: number; readonly family: string },
): Made {
  return {
    survey: { ...survey, ...to, state: 'draft' },
    texts: texts.map((each) => ({ ...each, surveyId: to.surveyId, version: to.version })),
  };
}

/** The same content as the draft of the version after `highest`, to be written. */
export function draftAfter(from: Made, highest: number): SurveyWrite {
  const { surveyId, family } = from.survey;
  return { ...renamed(from, { surveyId, version: highest + 1, family }), rev: 0, used: false, onlyUnused: true };
}
