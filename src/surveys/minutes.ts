import type { Survey, SurveyQuestion } from '../domain/survey.ts';
import { readQuestion } from './read-question.ts';

/** Language, how, purpose, consent, who and the practice question, read aloud. */
const START_SECONDS = 45;
/** How it was asked, what was said, and consent at the end. */
const END_SECONDS = 30;
/** A question this version does not know. */
const UNKNOWN_SECONDS = 20;

export interface Minutes {
  /** Whole minutes for the longest way through, with reading aloud; at least 1. */
  readonly all: number;
  /** The quick questions alone, in one-minute mode. */
  readonly quick: number;
}

/** How long a survey takes the person who is asked most. */
export function minutesOf(survey: Survey): Minutes {
  const quick = survey.questions.filter((question) => question.quick);
  return {
    all: Math.max(1, Math.round((START_SECONDS + longest(survey.questions) + END_SECONDS) / 60)),
    quick: quick.length === 0 ? 0 : Math.max(1, Math.round(longest(quick) / 60)),
  };
}

function secondsOf(question: SurveyQuestion): number {
  const known = readQuestion(question);
  return known === null ? UNKNOWN_SECONDS : known.type.seconds(known.settings);
}

/**
 * Questions that hang on one earlier choice exclude one another: of each such set the slowest branch counts. Everything
 * else counts as asked, so the number is never too small.
 */
function longest(questions: readonly SurveyQuestion[]): number {
  const branches = new Map<string, Map<string, number>>();
  let always = 0;
  for (const question of questions) {
    const branch = branchOf(question, questions);
    if (branch === null) {
      always += secondsOf(question);
      continue;
    }
    const marks = branches.get(branch.on) ?? new Map<string, number>();
    branches.set(branch.on, marks);
    for (const mark of branch.marks) marks.set(mark, (marks.get(mark) ?? 0) + secondsOf(question));
  }
  return [...branches.values()].reduce((sum, marks) => sum + Math.max(0, ...marks.values()), always);
}

/** The one choice a question hangs on, where an earlier question takes exactly one. */
function branchOf(
  question: SurveyQuestion,
  questions: readonly SurveyQuestion[],
): { readonly on: string; readonly marks: readonly string[] } | null {
  const [only, ...more] = question.showIf?.conditions ?? [];
  if (only === undefined || more.length > 0 || only.is !== 'one-of') return null;
  const source = questions.find(({ code }) => code === only.question);
  const known = source === undefined ? null : readQuestion(source);
  const first = known?.choices[0];
  const takesOne = first !== undefined && known?.type.value.safeParse({ code: first.code }).success === true;
  return takesOne ? { on: only.question, marks: only.marks } : null;
}
