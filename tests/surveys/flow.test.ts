import { describe, expect, test } from 'vitest';
import { ANSWER_MODES, surveyResponse, type Answered } from '../../src/domain/survey-response.ts';
import type { Survey } from '../../src/domain/survey.ts';
import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import { readAnswering, type Answering } from '../../src/surveys/answering.ts';
import { ABOUT_YOU, EVALUATION } from '../../src/surveys/common-questions.ts';
import {
  answer,
  back,
  begin,
  change,
  forward,
  order,
  progress,
  questionsOf,
  stop,
  switchLanguage,
} from '../../src/surveys/flow.ts';
import { conditionHolds } from '../../src/surveys/logic.ts';
import { planMove } from '../../src/surveys/move.ts';
import { toResponse } from '../../src/surveys/response.ts';
import { find } from '../../src/surveys/stages.ts';
import { STARTERS } from '../../src/surveys/starter/starters.ts';
import { randomQuestion, randomSurvey, randomValue, typesMade } from '../helpers/random-survey.ts';
import { seeded, type Seeded } from '../helpers/simulation/seeded.ts';

/**
 * Somebody touches about at random. Beside the flow stands the plainest model of it, a map from question to what was
 * last said. A failing seed is printed; `SEED=<n>` replays that one.
 */
const ONE = process.env['SEED'];
const SEEDS = Number(process.env['SEEDS'] ?? 400);

type Model = Map<string, { outcome: string; value: unknown }>;

const ASKING = ['practice', 'questions', 'evaluation', 'about-you'];

/** Which questions of the survey are asked, worked out anew each time and as simply as can be. */
function askedOf(survey: Survey, model: Model, state: Answering): string[] {
  const asked: string[] = [];
  for (const question of survey.questions) {
    if (state.mode === 'one-minute' && !question.quick) continue;
    const holds = (question.showIf?.conditions ?? []).map((condition) => {
      const source = survey.questions.find(({ code }) => code === condition.question);
      const isAsked = asked.includes(condition.question);
      return conditionHolds(
        condition,
        isAsked ? source : undefined,
        isAsked ? state.answers[condition.question] : undefined,
      );
    });
    const shown =
      question.showIf === null || (question.showIf.match === 'all' ? !holds.includes(false) : holds.includes(true));
    if (shown) asked.push(question.code);
  }
  const about = ABOUT_YOU.filter(({ code }) => {
    const condition = model.get('about-condition')?.value as { code?: string } | undefined;
    return code !== 'about-limit' || condition?.code === 'yes';
  });
  const later = state.mode === 'one-minute' ? [] : EVALUATION.map(({ code }) => code);
  const person = survey.aboutYou && !['one-minute', 'group'].includes(state.mode) ? about.map(({ code }) => code) : [];
  return [...asked, ...later, ...person];
}

function breaches(survey: Survey, state: Answering, model: Model): string[] {
  const found: string[] = [];
  const kept = Object.entries(state.answers).map(([code, { outcome, value }]) => [code, { outcome, value }]);
  const same =
    JSON.stringify(Object.fromEntries([...model].sort())) === JSON.stringify(Object.fromEntries(kept.sort()));
  if (!same) found.push(`answers differ: ${JSON.stringify(kept)} / ${JSON.stringify([...model])}`);
  const asked = askedOf(survey, model, state);
  if (ASKING.includes(state.stage) !== (state.at !== null)) found.push(`at ${state.at} in ${state.stage}`);
  if (state.at !== null && state.at !== 'practice' && !asked.includes(state.at)) found.push(`shows hidden ${state.at}`);
  const { at, of } = progress(state, survey);
  if (state.at !== null && (at < 1 || at > of)) found.push(`progress ${at} of ${of}`);
  const response = surveyResponse.safeParse(toResponse(state, survey, 'A survey'));
  if (!response.success) return [...found, `response: ${response.error.message}`];
  const on = response.data.answers.filter(({ offPath }) => offPath !== true).map(({ code }) => code);
  if (on.join() !== asked.filter((code) => model.has(code)).join()) found.push(`on path ${on.join()}`);
  if (response.data.answers.length !== model.size) found.push('the response lost or invented an answer');
  const stopped = state.ended === 'stopped';
  if (stopped && !['consent-after', 'done'].includes(state.stage)) found.push(`stopped, and in ${state.stage}`);
  if (state.stage === 'done' && (state.ended === null || response.data.ended !== state.ended)) found.push('no end');
  return found;
}

/** What is wanted before going on was given for everything that stands before the present place. */
function skippedPast(survey: Survey, state: Answering, model: Model): string[] {
  if (state.ended === 'stopped' || state.fromCheck === true) return [];
  const asked = askedOf(survey, model, state);
  const past = state.stage === 'questions' ? asked.slice(0, asked.indexOf(state.at ?? '')) : asked;
  // In the check an answer may be taken back: it is asked again on the way out.
  if (!['questions', 'consent-after', 'about-you', 'done'].includes(state.stage)) return [];
  return past.filter((code) => {
    const question = survey.questions.find((one) => one.code === code);
    const noAnswer = QUESTION_TYPES[(question?.type ?? '') as keyof typeof QUESTION_TYPES] as
      { noAnswer?: true } | undefined;
    return question?.required === true && noAnswer?.noAnswer !== true && !model.has(code);
  });
}

interface Walk {
  readonly survey: Survey;
  state: Answering;
  readonly model: Model;
  readonly chance: Seeded;
}

function say(walk: Walk, code: string): void {
  const { survey, chance, model } = walk;
  const question = find(survey, code);
  if (question === null) return;
  const value = randomValue(question, chance);
  const outcomes =
    value === null
      ? (['not-sure', 'skipped', null] as const)
      : (['answered', 'answered', 'answered', 'not-sure', 'skipped', null] as const);
  const outcome = chance.pick<Answered['outcome'] | null>(outcomes);
  const language = walk.state.language;
  walk.state = answer(walk.state, survey, code, { outcome, value, language, readingMode: walk.state.readingMode });
  if (code === 'practice' || walk.state.stage === 'done') return;
  if (outcome === null) model.delete(code);
  else model.set(code, { outcome, value: outcome === 'answered' ? value : null });
}

const STEPS: readonly ((walk: Walk) => void)[] = [
  (walk) => walk.state.at !== null && say(walk, walk.state.at),
  (walk) => walk.state.at !== null && say(walk, walk.state.at),
  (walk) => (walk.state = forward(walk.state, walk.survey).state),
  (walk) => (walk.state = forward(walk.state, walk.survey).state),
  (walk) => (walk.state = forward(walk.state, walk.survey).state),
  (walk) => (walk.state = back(walk.state, walk.survey)),
  (walk) => {
    const language = walk.chance.pick(['en', 'ar', 'so', 'pa-Arab']);
    const readingMode = walk.chance.pick(['standard', 'easy'] as const);
    walk.state = switchLanguage(walk.state, { language, readingMode, listen: walk.chance.chance(0.5) });
  },
  // Covered, killed, taken up again: the state is what was kept, and nothing else.
  (walk) => {
    const kept = readAnswering(JSON.parse(JSON.stringify(walk.state)));
    if (kept === null) throw new Error('the kept state cannot be read');
    walk.state = kept;
  },
  (walk) => {
    if (!walk.chance.chance(0.3)) return;
    walk.state = stop(walk.state, walk.survey);
  },
  // All the way back, another answer there, and what follows from it.
  (walk) => {
    for (let step = 0; step < 30 && walk.state.stage === 'questions'; step += 1) {
      const before = back(walk.state, walk.survey);
      if (before.stage !== 'questions' || before.at === walk.state.at) break;
      walk.state = before;
    }
    if (walk.state.at !== null) say(walk, walk.state.at);
    walk.state = forward(walk.state, walk.survey).state;
  },
  // Through one stage in a hurry.
  (walk) => {
    const { stage } = walk.state;
    for (let step = 0; step < 30 && walk.state.stage === stage; step += 1) {
      if (walk.state.at !== null) say(walk, walk.state.at);
      walk.state = forward(walk.state, walk.survey).state;
    }
  },
  (walk) => {
    for (let step = 0; step < 3 && walk.state.stage === 'check'; step += 1) {
      walk.state = change(walk.state, walk.survey, walk.chance.pick(walk.survey.questions).code);
      if (walk.state.at !== null) say(walk, walk.state.at);
      walk.state = walk.chance.chance(0.2) ? back(walk.state, walk.survey) : forward(walk.state, walk.survey).state;
    }
  },
];

function play(seed: number): string[] {
  const chance = seeded(seed);
  const survey = chance.chance(0.2) ? chance.pick(STARTERS) : randomSurvey(chance);
  const mode = chance.pick(ANSWER_MODES);
  const state = begin({ survey }, { mode, language: 'en', readingMode: 'standard', seed });
  const walk: Walk = { survey, state, model: new Map(), chance };
  if (chance.chance(0.7))
    while (!['questions', 'done'].includes(walk.state.stage)) walk.state = forward(walk.state, survey).state;
  for (let step = 0; chance.chance(0.98) && step < 120; step += 1) {
    const before = JSON.stringify(walk.state);
    chance.pick(STEPS)(walk);
    const found = [...breaches(survey, walk.state, walk.model), ...skippedPast(survey, walk.state, walk.model)];
    if (found.length > 0) return [`SEED=${seed} step ${step}: ${found.join('; ')} (from ${before})`];
  }
  return reachesDone(walk, seed);
}

/** From wherever one is: answer, else skip what wants something, and go on. */
function reachesDone(walk: Walk, seed: number): string[] {
  const { survey, model } = walk;
  for (let step = 0; step < 400 && walk.state.stage !== 'done'; step += 1) {
    const way = forward(walk.state, survey);
    if (way.needs === 'answer' || way.shortfall !== undefined) {
      const code = walk.state.at ?? '';
      const { language, readingMode } = walk.state;
      walk.state = answer(walk.state, survey, code, { outcome: 'skipped', value: null, language, readingMode });
      model.set(code, { outcome: 'skipped', value: null });
    } else walk.state = way.state;
  }
  const left = skippedPast(survey, walk.state, model);
  if (walk.state.stage !== 'done') return [`SEED=${seed}: never done, at ${walk.state.stage} ${walk.state.at}`];
  const after = back(walk.state, survey);
  if (after.stage !== 'done') return [`SEED=${seed}: paged back from the end`];
  return [...breaches(survey, walk.state, model), ...left].map((found) => `SEED=${seed}: at the end: ${found}`);
}

describe('a person answering, at random', () => {
  test('the made-up surveys hold every question type', () => {
    expect([...typesMade()].sort()).toEqual(Object.keys(QUESTION_TYPES).sort());
  });

  test(
    'no answer is lost or invented, nothing hidden is shown, and the end is always reached',
    { timeout: 20_000 + SEEDS * 20 },
    () => {
      const seeds = ONE === undefined ? Array.from({ length: SEEDS }, (_, at) => at + 1) : [Number(ONE)];
      expect(seeds.flatMap(play).slice(0, 5)).toEqual([]);
    },
  );

  test('a draft moves to a newer version with every answer, placed or not', () => {
    const lost = Array.from({ length: 200 }, (_, at) => at + 1).flatMap((seed) => {
      const chance = seeded(seed);
      const survey = randomSurvey(chance);
      const state = begin({ survey }, { mode: 'facilitated', language: 'en', readingMode: 'standard', seed });
      const walk: Walk = { survey, state, model: new Map(), chance };
      for (let step = 0; step < 30; step += 1) {
        if (walk.state.at !== null) say(walk, walk.state.at);
        walk.state = forward(walk.state, survey).state;
      }
      let [from, now] = [survey, walk.state];
      const wanted = Object.values(now.answers)
        .map(({ code, value }) => JSON.stringify([code, value]))
        .sort();
      for (let version = 2; version < 5; version += 1) {
        const to = newer(from, version, chance);
        const plan = planMove(now, from, to);
        const said = [...Object.values(plan.state.answers), ...(plan.state.unplaced ?? [])];
        const have = said.map(({ code, value }) => JSON.stringify([code, value])).sort();
        if (have.join() !== wanted.join()) return [`SEED=${seed}: ${wanted.length} in, ${have.length} out`];
        if (plan.answers.length !== wanted.length) return [`SEED=${seed}: the plan lists ${plan.answers.length}`];
        const response = toResponse(plan.state, to, 'A survey');
        if (!surveyResponse.safeParse(response).success) return [`SEED=${seed}: no response`];
        if (response.answers.length !== wanted.length)
          return [`SEED=${seed}: the response has ${response.answers.length}`];
        const shown = questionsOf(to, plan.state).map(({ code }) => code);
        if (plan.state.at !== null && !shown.includes(plan.state.at))
          return [`SEED=${seed}: stands at ${plan.state.at}`];
        [from, now] = [to, plan.state];
      }
      return [];
    });
    expect(lost).toEqual([]);
  });

  test('the order of mixed choices is the same for one person, differs between people, and loses no choice', () => {
    const chance = seeded(1);
    const mixed = Array.from({ length: 400 }, (_, at) => randomQuestion(`Q${at}`, [], chance)).find(
      (question) => (question.settings as { mixed?: boolean }).mixed === true && order(question, 1).length > 3,
    );
    if (mixed === undefined) throw new Error('no mixed question was made');
    const codes = [...order(mixed, 1)].sort();
    const orders = new Set(Array.from({ length: 50 }, (_, seed) => order(mixed, seed).join()));
    expect(order(mixed, 7)).toEqual(order(mixed, 7));
    expect(orders.size).toBeGreaterThan(5);
    for (const one of orders) expect(one.split(',').sort()).toEqual(codes);
  });
});

/** Some questions gone, some of another kind, some new, in another order. */
function newer(from: Survey, version: number, chance: Seeded): Survey {
  const kept = from.questions.filter(() => chance.chance(0.8));
  const changed = kept.map((question) =>
    chance.chance(0.2) ? { ...randomQuestion(question.code, [], chance) } : question,
  );
  const added = chance.chance(0.5) ? [randomQuestion(`N${version}`, changed, chance)] : [];
  const questions = [...changed, ...added];
  return { ...from, version, questions: chance.chance(0.5) ? questions : questions.toReversed() };
}
