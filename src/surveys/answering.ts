import type { AnswerMode, Answered } from '../domain/survey-response.ts';
import type { Survey, SurveyQuestion, SurveyTexts } from '../domain/survey.ts';

/**
 * The state of one person answering: plain JSON, the body of a `survey-response` draft, kept after every touch.
 * `flow.ts` moves it; nothing else does.
 */
export interface Answering {
  readonly format: 1;
  readonly surveyId: string;
  readonly version: number;
  readonly mode: AnswerMode;
  readonly stage: Stage;
  /** Code of the question on screen in the stages that ask one by one, else null. */
  readonly at: string | null;
  /** By question code. An answer that is no longer asked stays here: it comes back when the question does. */
  readonly answers: Readonly<Record<string, Answered>>;
  /** Whose answers these are unless one says otherwise: a code of the list `voices`. */
  readonly voice: Answered['voice'];
  readonly languages: readonly string[];
  readonly readingMode: 'standard' | 'easy';
  readonly listen: boolean;
  readonly people: number | null;
  /** For the order of mixed choices: the same person always sees the same order. */
  readonly seed: number;
  readonly ended: 'finished' | 'stopped' | null;
  readonly stoppedAt: string | null;
  readonly contact: { readonly how: string; readonly detail: string } | null;
}

/** What comes one after the other. Facilitated, group and paper modes pass over what the worker does in words. */
export const STAGES = [
  'language',
  'how',
  'purpose',
  'consent',
  'who',
  'practice',
  'questions',
  'evaluation',
  'check',
  'consent-after',
  'about-you',
  'done',
] as const;
export type Stage = (typeof STAGES)[number];

/** A survey with all the words the tablet holds for it. */
export interface LoadedSurvey {
  readonly survey: Survey;
  readonly texts: readonly SurveyTexts[];
}

/** A question as the player shows it, whether of the survey or one that every survey brings (E1, E2, about you). */
export type AskedQuestion = SurveyQuestion;
