import type { Choice, SurveyQuestion } from '../domain/survey.ts';
import { heads, type Answered, type Heads } from '../domain/survey-response.ts';
import type { Mark, QuestionType, Shortfall } from '../questions/definition.ts';
import { findQuestionType } from '../questions/registry.ts';

/** A question with its type and its parsed settings. */
export interface KnownQuestion {
  readonly question: SurveyQuestion;
  readonly type: QuestionType;
  readonly settings: unknown;
  readonly choices: readonly Choice[];
  readonly rows: readonly Choice[];
}

const read = new WeakMap<SurveyQuestion, KnownQuestion | null>();

/** null for a type this version does not know, or settings its type cannot read. Parsed once per question object. */
export function readQuestion(question: SurveyQuestion): KnownQuestion | null {
  const before = read.get(question);
  if (before !== undefined) return before;
  const type = findQuestionType(question.type);
  const parsed = type?.settings.safeParse(question.settings);
  const known =
    type === null || parsed === undefined || !parsed.success
      ? null
      : {
          question,
          type,
          settings: parsed.data,
          choices: type.choices(parsed.data),
          rows: type.rows?.(parsed.data) ?? [],
        };
  read.set(question, known);
  return known;
}

/** The value of an answer in the type's own form, or null when it is not an answer of this question. */
export function valueOf(known: KnownQuestion, given: Answered): { readonly value: unknown } | null {
  if (given.outcome !== 'answered' || given.type !== known.type.name) return null;
  const parsed = known.type.value.safeParse(given.value);
  return parsed.success ? { value: parsed.data } : null;
}

/** What can be counted of one person's answer. */
export function marksOf(known: KnownQuestion, given: Answered): readonly Mark[] {
  const found = valueOf(known, given);
  return found === null ? [] : known.type.marks(found.value, known.settings);
}

/** Heads counted in a group, or null when this is no such answer. */
export function headsOf(given: Answered): Heads | null {
  if (given.outcome !== 'heads') return null;
  const parsed = heads.safeParse(given.value);
  return parsed.success ? parsed.data : null;
}

export function numberOf(known: KnownQuestion, given: Answered): number | null {
  const found = valueOf(known, given);
  return found === null ? null : (known.type.number?.(found.value) ?? null);
}

/** Why an answer cannot be kept as finished, or null. An answer that cannot be read names no choice of the question. */
export function shortfallOf(known: KnownQuestion, given: Answered): Shortfall | null {
  if (given.outcome !== 'answered') return null;
  const found = valueOf(known, given);
  return found === null ? { reason: 'unknown-choice' } : known.type.shortfall(found.value, known.settings);
}

/** A mark as conditions write it: `<choice>`, or `<row>:<choice>`. */
export const markKey = ({ row, code }: Pick<Mark, 'row' | 'code'>): string => (row === null ? code : `${row}:${code}`);
