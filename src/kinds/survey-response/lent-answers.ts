import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Answered } from '../../domain/survey-response.ts';

/** One answer in words and pictures, by whoever has the survey at hand. */
export interface AnswerShown {
  readonly question: VNode;
  /** null: the answer has nothing to show beyond its own words. */
  readonly answer: VNode | null;
}

/** Gives null for an answer it knows nothing of: codes are shown then. */
export type ShowAnswer = (answered: Answered) => AnswerShown | null;

const LentAnswers = createContext<ShowAnswer>(() => null);
/** Lends the summary the words and pictures of a survey: a response itself holds codes only. */
export const AnswersLender = LentAnswers.Provider;
export const useLentAnswers = (): ShowAnswer => useContext(LentAnswers);
