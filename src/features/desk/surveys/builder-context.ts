import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import type { Did } from './history.ts';
import type { OpenSurveyStore } from './open-survey.ts';

/** What every part of the builder works with. */
export interface BuilderRoom {
  readonly store: OpenSurveyStore;
  readonly doc: LoadedSurvey;
  readonly readOnly: boolean;
  /** BCP 47 tag of the language being written. */
  readonly language: string;
  readonly setLanguage: (language: string) => void;
  /** What of the survey is open: `about`, `words`, `ready`, `q.<code>`; null: nothing was chosen yet. */
  readonly at: string | null;
  readonly open: (at: string, how?: 'replace') => void;
  readonly edit: (make: (doc: LoadedSurvey) => LoadedSurvey, did: Omit<Did, 'atMs'>) => void;
  /** Says what was done, and offers to take it back. */
  readonly tell: (words: string) => void;
}

const Context = createContext<BuilderRoom | null>(null);
export const BuilderProvider = Context.Provider;

export function useBuilder(): BuilderRoom {
  const room = useContext(Context);
  if (room === null) throw new Error('a part of the builder stands outside it');
  return room;
}

const QuestionContext = createContext<string>('');
/** Code of the question that the fields below belong to. */
export const QuestionProvider = QuestionContext.Provider;
export const useQuestionCode = (): string => useContext(QuestionContext);
