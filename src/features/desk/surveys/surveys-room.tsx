import type { SurveysView } from '../place.ts';
import { lazyRoom } from './lazy-room.tsx';
import { SurveyList } from './survey-list.tsx';
import './surveys.css';

const Make = lazyRoom(async () => (await import('./make-survey.tsx')).MakeSurvey, ['survey-check', 'pictures']);
const Results = lazyRoom(
  async () => (await import('../results/results-page.tsx')).ResultsPage,
  ['desk-results', 'common-questions', 'question-common'],
);

/** Surveys: the list of them, one in the making, and what people answered. */
export function SurveysRoom({ view }: { view: SurveysView }) {
  switch (view.show) {
    case 'list':
      return <SurveyList />;
    case 'make':
      return <Make key={`${view.surveyId}@${view.version}`} {...view} />;
    case 'results':
      return <Results key={view.surveyId} surveyId={view.surveyId} />;
  }
}
