import type { VNode } from 'preact';
import { BehindLock } from './behind-lock.tsx';
import { lazyScreen } from './lazy-screen.tsx';
import { Safety } from './screens.ts';

const Surveys = lazyScreen(
  async () => (await import('../features/answer/surveys-screen.tsx')).SurveysScreen,
  ['answer', 'problems', 'lists'],
);
const Answer = lazyScreen(
  async () => (await import('../features/answer/answer-screen.tsx')).AnswerScreen,
  [
    'answer',
    'player',
    'consent',
    'receipt',
    'sound',
    'capture',
    'problems',
    'lists',
    'kind-survey-response',
    'kind-immediate-need',
  ],
);

/** Which survey, and how: handed over, read out, counted. */
export const SurveysPage = (): VNode => (
  <BehindLock>
    <Surveys />
  </BehindLock>
);

/** One person answering: the draft that the tablet is lent for, or the one the address names. */
export const AnswerPage = (): VNode => (
  <BehindLock>
    <Answer Serious={Safety} />
  </BehindLock>
);
