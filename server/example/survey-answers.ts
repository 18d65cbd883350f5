import { Problem } from '../../src/domain/problems.ts';
import type { SurveyResponse } from '../../src/domain/survey-response.ts';
import type { Survey, SurveyQuestion } from '../../src/domain/survey.ts';
import type { Answering } from '../../src/surveys/answering.ts';
import { answer, begin, forward, questionsOf, setPeople, stop, type Saying } from '../../src/surveys/flow.ts';
import { readQuestion, type KnownQuestion } from '../../src/surveys/read-question.ts';
import { toResponse } from '../../src/surveys/response.ts';
import { LEANINGS, type SurveyRound } from './survey-said.ts';

/** More steps than any survey has screens. */
const MOST_STEPS = 400;
/** After so many questions somebody who stops has had enough. */
const STOPS_AFTER = 4;

/**
 * What one made-up person answers, led through the survey by the very steps a tablet takes. `seed` decides everything, so
 * that the example is the same each time it is made.
 */
export function answersOf(
  survey: Survey,
  title: string,
  round: SurveyRound,
  nth: number,
  seed: number,
): SurveyResponse {
  const chance = dice(seed);
  const language = round.language ?? 'en';
  const readingMode = round.easy === true && nth % 2 === 0 ? 'easy' : 'standard';
  const voice = round.voice ?? 'own';
  let state = begin({ survey }, { mode: round.mode, language, readingMode, seed, voice });
  if (round.people !== undefined) state = setPeople(state, round.people + nth);
  let words = round.words?.[nth];
  let asked = 0;
  for (let step = 0; step < MOST_STEPS && state.stage !== 'done'; step += 1) {
    const question = questionsOf(survey, state).find(({ code }) => code === state.at);
    if (question !== undefined) {
      asked += 1;
      if (nth < (round.stopped ?? 0) && asked > STOPS_AFTER && state.ended === null) {
        state = stop(state, survey);
        continue;
      }
      const said = sayingOf(question, round, chance, words);
      if (said.used) words = undefined;
      state = answer(state, survey, question.code, { ...said.saying, language, readingMode });
    }
    state = onward(state, survey, { language, readingMode });
  }
  if (state.stage !== 'done') throw new Problem('server-failed', { survey: survey.surveyId });
  return toResponse(state, survey, title);
}

/** The next screen; what wants an answer and got none is skipped. */
function onward(state: Answering, survey: Survey, how: Pick<Saying, 'language' | 'readingMode'>): Answering {
  const next = forward(state, survey);
  if (next.needs === undefined && next.shortfall === undefined) return next.state;
  const skipped = answer(state, survey, state.at ?? '', { outcome: 'skipped', value: null, ...how });
  return forward(skipped, survey).state;
}

type Chance = () => number;

function sayingOf(
  question: SurveyQuestion,
  { mode, people }: SurveyRound,
  chance: Chance,
  words: string | undefined,
): { saying: Pick<Saying, 'outcome' | 'value'>; used: boolean } {
  const known = readQuestion(question);
  const nothing = { saying: { outcome: 'skipped', value: null }, used: false } as const;
  if (known === null) return nothing;
  if (mode === 'group') {
    if (!known.type.countsHeads) return nothing;
    return {
      saying: { outcome: 'heads', value: { first: headsIn(known, people ?? 8, chance), again: null } },
      used: false,
    };
  }
  const luck = chance();
  if (question.type === 'short-words') {
    const codes = words === undefined && known.choices.length > 0 && luck < 0.5 ? [pick(known, chance)] : [];
    if (words === undefined && codes.length === 0) return nothing;
    return {
      saying: { outcome: 'answered', value: { words: words ?? '', codes, media: [] } },
      used: words !== undefined,
    };
  }
  if (luck < 0.06) return { saying: { outcome: 'not-sure', value: null }, used: false };
  // About themselves many rather say nothing.
  if (luck < (question.code.startsWith('about-') ? 0.5 : 0.11)) return nothing;
  const value = valueOf(question, known, chance);
  return value === null ? nothing : { saying: { outcome: 'answered', value }, used: false };
}

function valueOf(question: SurveyQuestion, known: KnownQuestion, chance: Chance): unknown {
  switch (question.type) {
    case 'choose-one':
    case 'yes-no':
    case 'faces-five':
      return { code: pick(known, chance) };
    case 'choose-some': {
      const wanted = 1 + Math.floor(chance() * 2);
      const codes = [...new Set(Array.from({ length: wanted }, () => pick(known, chance)))];
      const { alone } = known.settings as { readonly alone: readonly string[] };
      return { codes: codes.find((code) => alone.includes(code)) === undefined ? codes : codes.slice(0, 1) };
    }
    case 'sort-piles':
      return { sorted: Object.fromEntries(known.rows.map(({ code }) => [code, pick(known, chance)])) };
    default:
      return null;
  }
}

/** A choice by its weight. */
function pick({ question, choices }: KnownQuestion, chance: Chance): string {
  const weights = choices.map(({ code }) => LEANINGS[question.code]?.[code] ?? 1);
  let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [at, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return choices[at]?.code ?? '';
  }
  return choices.at(-1)?.code ?? '';
}

function headsIn(known: KnownQuestion, people: number, chance: Chance): Record<string, number> {
  const heads: Record<string, number> = {};
  for (let each = 0; each < people; each += 1) {
    const code = pick(known, chance);
    heads[code] = (heads[code] ?? 0) + 1;
  }
  return heads;
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed. */
function dice(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
