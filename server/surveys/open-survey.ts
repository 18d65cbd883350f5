import type { OpenSurvey } from '../../src/domain/desk-surveys.ts';
import type { StoredSurvey } from '../ports/survey-store.ts';

/** A stored survey as the desk gets it. */
export function openSurveyOf({ survey, texts, rev, used, changedAt, changedBy }: StoredSurvey): OpenSurvey {
  return { survey, texts: [...texts], rev, used, changedAt, changedBy };
}
