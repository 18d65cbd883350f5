import type { QuestionType } from './definition.ts';
import { chooseOne } from './choose-one/schema.ts';

/** Every question type, one line each. Screens are found in the same folders by `views.ts`. */
export const QUESTION_TYPES = {
  'choose-one': chooseOne,
} as const;

export type QuestionTypeName = keyof typeof QUESTION_TYPES;

/** The definition of a type by the name in a survey, or null for a type this version does not know. */
export function findQuestionType(name: string): QuestionType | null {
  return Object.hasOwn(QUESTION_TYPES, name)
    ? (QUESTION_TYPES[name as QuestionTypeName] as unknown as QuestionType)
    : null;
}
