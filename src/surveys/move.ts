import type { Answered } from '../domain/survey-response.ts';
import type { Survey, SurveyQuestion } from '../domain/survey.ts';
import type { Answering } from './answering.ts';
import { commonQuestion } from './common-questions.ts';
import { headsOf, readQuestion, shortfallOf } from './read-question.ts';
import { questionsIn } from './stages.ts';

/** What becomes of one answer when its draft moves to a newer version. */
export interface MovedAnswer {
  readonly code: string;
  readonly given: Answered;
  /**
   * `kept`: as it was. `moved`: the question stands elsewhere or offers other choices, and the answer still fits.
   * `unplaced`: it has no place; it is kept beside the others under its old code, and sealed with them.
   */
  readonly fate: 'kept' | 'moved' | 'unplaced';
  readonly why: 'question-gone' | 'type-changed' | 'choice-gone' | null;
}

export interface MovePlan {
  /** The draft in the newer version. Nothing is in effect until somebody keeps it. */
  readonly state: Answering;
  /** Every answer there is, in the order of the newer version; those without a place last. */
  readonly answers: readonly MovedAnswer[];
}

/**
 * Takes a draft from its version to a newer one of the same survey. Every answer is in the plan and in the new state:
 * as many come out as went in. An answer that once found no place is tried again.
 */
export function planMove(state: Answering, from: Survey, to: Survey): MovePlan {
  const place = new Map(to.questions.map(({ code }, index) => [code, index]));
  const present = Object.values(state.answers).map((given) => fateOf(given, from, to));
  const taken = new Set(present.filter(({ fate }) => fate !== 'unplaced').map(({ code }) => code));
  const again = (state.unplaced ?? []).map((given): MovedAnswer => {
    const tried = fateOf(given, from, to);
    if (tried.fate === 'unplaced' || taken.has(given.code)) return { ...tried, fate: 'unplaced' };
    taken.add(given.code);
    return { ...tried, fate: 'moved' };
  });
  const all = [...present, ...again];
  const placed = all.filter(({ fate }) => fate !== 'unplaced');
  const unplaced = all.filter(({ fate }) => fate === 'unplaced');
  const rank = (code: string): number => place.get(code) ?? to.questions.length;
  const { unplaced: _before, ...rest } = state;
  const moved: Answering = {
    ...rest,
    version: to.version,
    answers: Object.fromEntries(placed.map(({ code, given }) => [code, given])),
    ...(unplaced.length === 0 ? {} : { unplaced: unplaced.map(({ given }) => given) }),
  };
  return {
    state: { ...moved, at: standing(moved, from, to) },
    answers: [...placed.toSorted((a, b) => rank(a.code) - rank(b.code)), ...unplaced],
  };
}

function fateOf(given: Answered, from: Survey, to: Survey): MovedAnswer {
  const { code } = given;
  const told = (fate: MovedAnswer['fate'], why: MovedAnswer['why'] = null): MovedAnswer => ({ code, given, fate, why });
  if (commonQuestion(code) !== null) return told('kept');
  const after = to.questions.find((question) => question.code === code);
  if (after === undefined) return told('unplaced', 'question-gone');
  if (after.type !== given.type) return told('unplaced', 'type-changed');
  const before = from.questions.find((question) => question.code === code);
  if (!stillFits(given, before, after)) return told('unplaced', 'choice-gone');
  const sameChoices = before !== undefined && codesOf(before) === codesOf(after);
  const samePlace = from.questions.findIndex((one) => one.code === code) === to.questions.indexOf(after);
  return told(sameChoices && samePlace ? 'kept' : 'moved');
}

/** An answer that was not finished before may go on being unfinished. */
function stillFits(given: Answered, before: SurveyQuestion | undefined, after: SurveyQuestion): boolean {
  const known = readQuestion(after);
  // A question that this version of the app cannot show keeps what was said to it.
  if (known === null) return true;
  const heads = headsOf(given);
  if (heads !== null) {
    const codes = known.choices.map(({ code }) => code);
    return [...Object.keys(heads.first), ...Object.keys(heads.again ?? {})].every((code) => codes.includes(code));
  }
  if (shortfallOf(known, given) === null) return true;
  const old = before === undefined ? null : readQuestion(before);
  return old !== null && JSON.stringify(shortfallOf(old, given)) === JSON.stringify(shortfallOf(known, given));
}

function codesOf(question: SurveyQuestion): string {
  const known = readQuestion(question);
  return known === null ? '' : [...known.rows, ...known.choices].map(({ code }) => code).join();
}

/** The same question, or the next one of the old order that is still asked, or the last. */
function standing(state: Answering, from: Survey, to: Survey): string | null {
  if (state.stage !== 'questions' || state.at === null) return state.at;
  const asked = questionsIn('questions', state, to).map(({ code }) => code);
  const order = from.questions.map(({ code }) => code);
  const onward = order.slice(Math.max(0, order.indexOf(state.at)));
  return onward.find((code) => asked.includes(code)) ?? asked.at(-1) ?? null;
}
