import type { Answered } from '../domain/survey-response.ts';
import type { Condition, ShowIf, SurveyQuestion } from '../domain/survey.ts';
import { headsOf, markKey, marksOf, numberOf, readQuestion } from './read-question.ts';

/**
 * Which questions are asked. A condition sees only questions that stand earlier and are asked themselves: an answer that
 * is no longer asked counts as not given, so what it once led to disappears with it.
 */

export type Answers = Readonly<Record<string, Answered>>;

/** The questions that are asked after these answers, in order. One-minute mode asks the quick ones only. */
export function visibleQuestions(
  questions: readonly SurveyQuestion[],
  answers: Answers,
  quickOnly: boolean,
): readonly SurveyQuestion[] {
  const asked = new Map<string, SurveyQuestion>();
  const visible: SurveyQuestion[] = [];
  for (const question of questions) {
    if (quickOnly && !question.quick) continue;
    if (question.showIf !== null && !isShown(question.showIf, asked, answers)) continue;
    asked.set(question.code, question);
    visible.push(question);
  }
  return visible;
}

function isShown(showIf: ShowIf, asked: ReadonlyMap<string, SurveyQuestion>, answers: Answers): boolean {
  const holds = (condition: Condition): boolean => {
    const question = asked.get(condition.question);
    const given = question === undefined ? undefined : answers[condition.question];
    return conditionHolds(condition, question, given);
  };
  return showIf.match === 'all' ? showIf.conditions.every(holds) : showIf.conditions.some(holds);
}

/**
 * `one-of`: at least one of these was chosen; in a group, somebody was counted for one. `none-of`: it is not so that one
 * of these was chosen, also when nothing was said; in a group, somebody was counted for another one, or nobody at all.
 * `at-least` and `at-most` never hold without a number.
 */
export function conditionHolds(
  condition: Condition,
  question: SurveyQuestion | undefined,
  given: Answered | undefined,
): boolean {
  const outcome = given?.outcome;
  switch (condition.is) {
    case 'answered':
      return outcome === 'answered' || outcome === 'heads';
    case 'not-answered':
      return outcome !== 'answered' && outcome !== 'heads';
    case 'one-of':
      return chosen(question, given).some((mark) => condition.marks.includes(mark));
    case 'none-of': {
      const marks = chosen(question, given);
      if (outcome === 'heads') return marks.length === 0 || marks.some((mark) => !condition.marks.includes(mark));
      return !marks.some((mark) => condition.marks.includes(mark));
    }
    case 'at-least':
    case 'at-most': {
      const known = question === undefined ? null : readQuestion(question);
      const number = known === null || given === undefined ? null : numberOf(known, given);
      if (number === null) return false;
      return condition.is === 'at-least' ? number >= condition.number : number <= condition.number;
    }
  }
}

/** Keys of what was chosen; of a group, of all that somebody was counted for, the last vote taken. */
export function chosen(question: SurveyQuestion | undefined, given: Answered | undefined): readonly string[] {
  if (question === undefined || given === undefined) return [];
  const counted = headsOf(given);
  if (counted !== null) {
    return Object.entries(counted.again ?? counted.first)
      .filter(([, heads]) => heads > 0)
      .map(([code]) => code);
  }
  const known = readQuestion(question);
  return known === null ? [] : marksOf(known, given).map(markKey);
}
