import type { SurveyQuestion } from '../../../domain/survey.ts';
import type { PictureRef } from '../../../domain/survey.ts';
import { choiceTextKey } from '../../../questions/choices.ts';
import { findQuestionType } from '../../../questions/registry.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { firstWords } from './text-edits.ts';

/** Something that can be chosen in a question: what conditions and results name. */
export interface MarkWords {
  /** A choice's code, or `<row>:<choice>`. */
  readonly mark: string;
  readonly row: string | null;
  readonly code: string;
  readonly words: string;
  readonly picture: PictureRef | null;
}

type Fixed = (key: string) => string;

/** Every mark of a question with its words in the first language; `fixed` finds `question-<type>:fixed.<code>`. */
export function marksOfQuestion(doc: LoadedSurvey, question: SurveyQuestion, fixed: Fixed): readonly MarkWords[] {
  const type = findQuestionType(question.type);
  const read = type?.settings.safeParse(question.settings);
  if (type === null || read?.success !== true) return [];
  const settings = read.data;
  const wordsOf = (code: string): string => {
    const key = choiceTextKey(type, settings, code);
    if (key.startsWith('fixed.')) return fixed(`question-${question.type}:${key}`);
    return firstWords(doc, `${question.code}.${key}`) || code;
  };
  const choices = type.choices(settings);
  const rows = type.rows?.(settings) ?? [];
  if (rows.length === 0) {
    return choices.map(({ code, picture }) => ({ mark: code, row: null, code, words: wordsOf(code), picture }));
  }
  return rows.flatMap((row) =>
    choices.map(({ code }) => ({
      mark: `${row.code}:${code}`,
      row: row.code,
      code,
      words: `${firstWords(doc, `${question.code}.o.${row.code}`) || row.code}: ${wordsOf(code)}`,
      picture: row.picture,
    })),
  );
}

/** Whether the answer is a number that conditions can compare. */
export function hasNumber(question: SurveyQuestion): boolean {
  return findQuestionType(question.type)?.number !== undefined;
}
