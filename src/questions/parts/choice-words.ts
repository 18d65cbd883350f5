import type { VNode } from 'preact';
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
export function choiceWordsOf(
  type: QuestionType,
  settings: unknown,
  lent: { readonly text: (key: string) => VNode; readonly words: (key: string) => string },
): ChoiceWords {
  const keyOf = (code: string): string => choiceTextKey(type, settings, code);
  return { el: (code) => lent.text(keyOf(code)), words: (code) => lent.words(keyOf(code)), keyOf };
}
