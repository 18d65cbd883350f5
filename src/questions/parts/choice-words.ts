import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { choiceTextKey } from '../choices.ts';
import type { QuestionType } from '../definition.ts';

/** The words of choices, by code. */
export interface ChoiceWords {
  /** Marked up with their own `lang`. */
  readonly el: (code: string) => VNode;
  /** As a string, for names. */
  readonly words: (code: string) => string;
  /** The key to say them by. */
  readonly keyOf: (code: string) => string;
}

/** Words of a type's choices, wherever they stand: in the survey's texts, or fixed in the type's own file. */
export function useChoiceWords(
  type: QuestionType,
  settings: unknown,
  lent: { readonly text: (key: string) => VNode; readonly words: (key: string) => string },
): ChoiceWords {
  const t = useText(`question-${type.name}`);
  const keyOf = (code: string): string => choiceTextKey(type, settings, code);
  const isFixed = (code: string): boolean => keyOf(code).startsWith('fixed.');
  return {
    el: (code) => (isFixed(code) ? t.el(`fixed.${code}`) : lent.text(keyOf(code))),
    words: (code) => (isFixed(code) ? t(`fixed.${code}`) : lent.words(keyOf(code))),
    keyOf,
  };
}
