import type { SurveyFinding } from '../../domain/desk-surveys.ts';
import type { Condition, SurveyQuestion } from '../../domain/survey.ts';
import { readQuestion } from '../read-question.ts';
import { type Checked, stops, warns } from './finding.ts';
import { isReachable, marksOffered, newEffort } from './reach.ts';

/** Conditions: no circles, nothing that hangs on a later question or on what is not there, no question nobody can reach. */
export function checkLogic({ survey: { questions } }: Checked): SurveyFinding[] {
  const circles = circlesOf(questions);
  const inCircle = (from: string, to: string): boolean =>
    circles.some((circle) => circle.some((code, at) => code === from && circle[at + 1] === to));
  const place = new Map(questions.map(({ code }, index) => [code, index]));
  const sources = questions.flatMap((question, at) =>
    sourcesOf(question).flatMap((source): SurveyFinding[] => {
      const where = { question: question.code, about: { other: source } };
      const there = place.get(source);
      if (there === undefined) return [stops('hangs-on-nothing', where)];
      return there >= at && !inCircle(question.code, source) ? [stops('hangs-on-later', where)] : [];
    }),
  );
  const sound = sources.length === 0 && circles.length === 0;
  return [
    ...circles.map((circle) => stops('circle', { question: circle[0] ?? null, about: { path: circle.join(' → ') } })),
    ...sources,
    ...questions.flatMap((question) => conditionFindings(question, questions)),
    ...questions.flatMap((question) => choicesFromFindings(question, questions)),
    ...questions.flatMap(needFindings),
    ...(sound ? deadEnds(questions) : []),
    ...quickFindings(questions),
  ];
}

/** Codes of the questions that decide whether, or with which choices, this one is asked. */
function sourcesOf({ showIf, choicesFrom }: SurveyQuestion): readonly string[] {
  const codes = (showIf?.conditions ?? []).map(({ question }) => question);
  return [...new Set(choicesFrom === undefined ? codes : [...codes, choicesFrom.question])];
}

/** Each circle once, from its first question round to it again. */
function circlesOf(questions: readonly SurveyQuestion[]): readonly (readonly string[])[] {
  const needs = new Map(questions.map((question) => [question.code, sourcesOf(question)]));
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[][] = [];
  const visit = (code: string, path: readonly string[]): void => {
    if (state.get(code) === 'open') circles.push([...path.slice(path.indexOf(code)), code]);
    if (state.has(code)) return;
    state.set(code, 'open');
    for (const next of needs.get(code) ?? []) if (needs.has(next)) visit(next, [...path, code]);
    state.set(code, 'done');
  };
  for (const code of needs.keys()) visit(code, []);
  return circles;
}

function conditionFindings(question: SurveyQuestion, questions: readonly SurveyQuestion[]): SurveyFinding[] {
  return (question.showIf?.conditions ?? []).flatMap((condition) => {
    const source = questions.find(({ code }) => code === condition.question);
    return source === undefined ? [] : oneCondition(question, condition, source);
  });
}

function oneCondition(question: SurveyQuestion, condition: Condition, source: SurveyQuestion): SurveyFinding[] {
  const where = { question: question.code, about: { other: source.code } };
  if (!('marks' in condition)) {
    const known = readQuestion(source);
    if (known === null) return [];
    if (known.type.noAnswer === true) return [stops('no-answer-there', where)];
    return 'number' in condition && known.type.number === undefined ? [stops('no-number-there', where)] : [];
  }
  if (condition.marks.length === 0) return [stops('no-choice-named', where)];
  const offered = new Set(marksOffered(source).map(({ key }) => key));
  if (readQuestion(source) === null) return [];
  return condition.marks
    .filter((mark) => !offered.has(mark))
    .map((mark) => stops('unknown-choice', { ...where, about: { ...where.about, choice: mark } }));
}

function choicesFromFindings(question: SurveyQuestion, questions: readonly SurveyQuestion[]): SurveyFinding[] {
  const { choicesFrom } = question;
  const source = questions.find(({ code }) => code === choicesFrom?.question);
  const [here, there] = [readQuestion(question), source === undefined ? null : readQuestion(source)];
  if (choicesFrom === undefined || here === null || there === null) return [];
  const offered = (there.rows.length > 0 ? there.rows : there.choices).map(({ code }) => code);
  const shared = here.choices.some(({ code }) => offered.includes(code));
  const piles = there.choices.map(({ code }) => code);
  const about = { other: choicesFrom.question };
  return [
    ...(shared ? [] : [stops('no-shared-choices', { question: question.code, about })]),
    ...(choicesFrom.under ?? [])
      .filter((code) => !piles.includes(code))
      .map((choice) => stops('unknown-choice', { question: question.code, about: { ...about, choice } })),
  ];
}

/** A need that no answer can raise would leave somebody waiting. */
function needFindings(question: SurveyQuestion): SurveyFinding[] {
  if (question.need === undefined || readQuestion(question) === null) return [];
  const offered = new Set(marksOffered(question).map(({ key }) => key));
  return Object.keys(question.need)
    .filter((mark) => !offered.has(mark))
    .map((choice) => stops('need-unknown-choice', { question: question.code, about: { choice } }));
}

function deadEnds(questions: readonly SurveyQuestion[]): SurveyFinding[] {
  const effort = newEffort();
  return questions
    .filter((question) => question.showIf !== null && !isReachable(question, questions, effort))
    .map(({ code }) => stops('never-asked', { question: code }));
}

function quickFindings(questions: readonly SurveyQuestion[]): SurveyFinding[] {
  const quick = questions.filter((question) => question.quick);
  if (quick.length === 0) return questions.length === 0 ? [] : [warns('nothing-quick')];
  const effort = newEffort();
  return quick
    .filter((question) => question.showIf !== null && !isReachable(question, quick, effort))
    .map(({ code }) => warns('never-quick', { question: code }));
}
