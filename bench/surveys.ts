import { createHash } from 'node:crypto';
import type { SurveyResponse } from '../src/domain/survey-response.ts';
import type { Survey, SurveyQuestion, SurveyTexts } from '../src/domain/survey.ts';
import { readAnswering, type Answering } from '../src/surveys/answering.ts';
import { checkSurvey } from '../src/surveys/check.ts';
import { answer, begin, forward, order, questionsOf } from '../src/surveys/flow.ts';
import { readQuestion } from '../src/surveys/read-question.ts';
import { toResponse } from '../src/surveys/response.ts';
import { createTally } from '../src/surveys/results.ts';
import { chooseOne, starter } from '../src/surveys/starter/build.ts';
import { whatMattersHere } from '../src/surveys/starter/what-matters-here.ts';
import { exportSurvey, importSurvey } from '../src/surveys/survey-file.ts';
import { textSlots } from '../src/surveys/text-slots.ts';
import type { Row } from './report.ts';
import { quantile, round } from './statistics.ts';

const QUESTIONS = 100;
const CHOICES = 10;
const PEOPLE = 30;
const RESPONSES = 10_000;
const LANGUAGES = ['en', 'so', 'ar', 'ur', 'pl', 'ro', 'pa', 'bn', 'gu', 'ps', 'fa', 'ti'];
const EN = { language: 'en', readingMode: 'standard' } as const;

/**
 * A survey of 100 questions and 1,000 choices, each question hanging on the one before; and 10,000 answers to a starter.
 * Without any screen: what the rules themselves cost. The limit of a step is reading its state back from JSON.
 */
export async function measureSurveys(): Promise<Row[]> {
  const survey = large();
  const { steps, limits } = walk(survey);
  const texts = LANGUAGES.map((language) => wordsIn(survey, language));
  const [checked] = await timed(() => checkSurvey({ survey, texts }));
  const [wrote, file] = await timed(() => exportSurvey({ survey, texts, media: new Map() }));
  const hash = (bytes: Uint8Array) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
  const [read] = await timed(() => importSurvey(file, hash));
  const responses = Array.from({ length: RESPONSES }, (_, at) => respond(whatMattersHere, at));
  const tally = createTally([whatMattersHere]);
  const [counted] = await timed(() => responses.forEach(tally.add));
  const [shown] = await timed(() => tally.show('internal'));
  return [
    { name: 'limit: the state read back from JSON, p50', value: round(quantile(limits, 0.5)), unit: 'ms' },
    { name: 'answer and next of 100 questions, p50', value: round(quantile(steps, 0.5)), unit: 'ms' },
    { name: 'answer and next of 100 questions, p95', value: round(quantile(steps, 0.95)), unit: 'ms' },
    { name: 'the first step, everything read for the first time', value: round(steps[0] ?? 0), unit: 'ms' },
    { name: 'all checks, 1,000 choices in 12 languages', value: round(checked), unit: 'ms' },
    { name: 'written as one file', value: round(wrote), unit: 'ms' },
    { name: 'read from one file', value: round(read), unit: 'ms' },
    { name: 'size of the file', value: round(file.length / 1000), unit: 'kB' },
    { name: 'counting 10,000 responses of 10 answers', value: round(counted), unit: 'ms' },
    { name: 'results of them, small numbers hidden', value: round(shown), unit: 'ms' },
  ];
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<readonly [ms: number, value: Value]> {
  const began = performance.now();
  const value = await work();
  return [performance.now() - began, value];
}

/** 100 questions of ten choices each, every question hanging on the one before. */
export function large(languages: readonly string[] = LANGUAGES): Survey {
  const choices = Array.from({ length: CHOICES }, (_, at) => [`c${at}`, 'yes'] as const);
  const questions = Array.from({ length: QUESTIONS }, (_, at): SurveyQuestion => {
    const question = chooseOne(`Q${at}`, choices);
    if (at === 0) return question;
    const before = `Q${at - 1}`;
    return {
      ...question,
      settings: { ...(question.settings as object), mixed: true },
      showIf: {
        match: 'any',
        conditions: [
          { question: before, is: 'answered' },
          { question: before, is: 'none-of', marks: ['c1'] },
        ],
      },
    };
  });
  return { ...starter('large', questions), languages: [...languages] };
}

function walk(survey: Survey): { steps: number[]; limits: number[] } {
  const steps: number[] = [];
  const limits: number[] = [];
  for (let person = 0; person < PEOPLE; person += 1) {
    let state: Answering = begin({ survey }, { mode: 'paper', seed: person, ...EN });
    for (let at = 0; at < QUESTIONS; at += 1) {
      const began = performance.now();
      const asked = questionsOf(survey, state).find(({ code }) => code === state.at);
      const code = asked === undefined ? 'c0' : (order(asked, state.seed)[at % CHOICES] ?? 'c0');
      state = answer(state, survey, state.at ?? '', { outcome: 'answered', value: { code }, ...EN });
      state = forward(state, survey).state;
      steps.push(performance.now() - began);
      const kept = JSON.stringify(state);
      const reading = performance.now();
      readAnswering(JSON.parse(kept));
      limits.push(performance.now() - reading);
    }
  }
  return { steps, limits };
}

export function wordsIn(survey: Survey, language: string): SurveyTexts {
  const words = 'Words of about the length that a question in plain words has.';
  return {
    surveyId: survey.surveyId,
    version: survey.version,
    language,
    status: 'checked',
    checked: null,
    standard: Object.fromEntries(textSlots(survey).map(({ key }) => [key, words])),
    easy: {},
    sounds: { standard: {}, easy: {} },
  };
}

/** Somebody who answers every question, another choice each time. */
export function respond(survey: Survey, person: number): SurveyResponse {
  let state = begin({ survey }, { mode: 'hand-over', seed: person, ...EN });
  for (const question of survey.questions) {
    const known = readQuestion(question);
    if (known === null) continue;
    const code = known.choices[person % Math.max(1, known.choices.length)]?.code ?? '';
    const sorted = Object.fromEntries(known.rows.map((row) => [row.code, code]));
    const fitting = [{ code }, { sorted }, { codes: [code] }, { words: 'The bus is late', codes: [], media: [] }];
    const value = fitting.find((one) => known.type.value.safeParse(one).success);
    state = answer(state, survey, question.code, { outcome: 'answered', value, ...EN });
  }
  return toResponse(state, survey, 'A survey');
}
