import { useText } from '../../../i18n/use-text.tsx';

/** Finds words that a question type brings along (`question-faces-three:fixed.good`), once they are here. */
export function useFixedWords(type: string | null): (key: string) => string {
  return useText(type === null ? 'desk-surveys' : `question-${type}`);
}
