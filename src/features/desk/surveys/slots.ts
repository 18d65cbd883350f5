import type { Survey, SurveyQuestion } from '../../../domain/survey.ts';
import { findQuestionType } from '../../../questions/registry.ts';

/** A text of a survey: what it belongs to, its whole key, and whether a survey may go out without it. */
export interface Slot {
  /** Code of its question; null for the survey's own texts. */
  readonly question: string | null;
  /** The whole key: `title`, `D1.ask`, `D1.o.today`. */
  readonly key: string;
  /** The key within its question. */
  readonly part: string;
  readonly needed: boolean;
}

/** Every text a survey has room for, in the order in which people meet them. */
export function slotsOf(survey: Pick<Survey, 'questions'>): readonly Slot[] {
  return [
    { question: null, key: 'title', part: 'title', needed: true },
    { question: null, key: 'purpose', part: 'purpose', needed: true },
    ...survey.questions.flatMap(slotsOfQuestion),
  ];
}

/** The texts of one question: what is asked, a line of help, and what its type adds. */
export function slotsOfQuestion(question: SurveyQuestion): readonly Slot[] {
  const own = typeSlots(question.type, question.settings);
  return [{ key: 'ask', needed: true }, { key: 'help', needed: false }, ...own].map(({ key, needed }) => ({
    question: question.code,
    key: `${question.code}.${key}`,
    part: key,
    needed,
  }));
}

/** Settings that cannot be read (a newer version's) have no texts we know of: those there are stay untouched. */
export function typeSlots(type: string, settings: unknown): readonly { key: string; needed: boolean }[] {
  const known = findQuestionType(type);
  const read = known?.settings.safeParse(settings);
  return known === null || read?.success !== true ? [] : known.texts(read.data);
}
