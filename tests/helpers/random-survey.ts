import type { Condition, ShowIf, Survey, SurveyQuestion } from '../../src/domain/survey.ts';
import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import type { Specimen } from '../../src/questions/views.ts';
import { marksOffered } from '../../src/surveys/check/reach.ts';
import { readQuestion } from '../../src/surveys/read-question.ts';
import { starter } from '../../src/surveys/starter/build.ts';
import type { Seeded } from './simulation/seeded.ts';

/** Surveys and answers from a seed, over every registered question type. */

const files = import.meta.glob<{ specimens: Record<string, Specimen<unknown, unknown>> }>(
  '../../src/questions/*/specimens.ts',
  { eager: true },
);

interface Made {
  readonly type: string;
  readonly settings: unknown;
}

const MADE: readonly Made[] = Object.keys(QUESTION_TYPES).flatMap((type) => {
  const specimens = files[`../../src/questions/${type}/specimens.ts`]?.specimens ?? {};
  return Object.values(specimens).map(({ settings }) => ({ type, settings }));
});
const VALUES = new Map(
  Object.keys(QUESTION_TYPES).map((type) => {
    const specimens = files[`../../src/questions/${type}/specimens.ts`]?.specimens ?? {};
    return [type, Object.values(specimens).flatMap(({ value }) => (value === null ? [] : [value]))] as const;
  }),
);

export const typesMade = (): ReadonlySet<string> => new Set(MADE.map(({ type }) => type));

export function randomSurvey(chance: Seeded): Survey {
  const questions: SurveyQuestion[] = [];
  for (let at = 0; at < chance.between(1, 12); at += 1) questions.push(randomQuestion(`Q${at}`, questions, chance));
  return {
    ...starter('made-up', questions),
    consentAfter: chance.chance(0.5) ? ['share', 'hear-back'] : [],
    aboutYou: chance.chance(0.5),
  };
}

export function randomQuestion(code: string, earlier: readonly SurveyQuestion[], chance: Seeded): SurveyQuestion {
  const { type, settings } = chance.pick(MADE);
  const rows = earlier.filter((one) => (readQuestion(one)?.rows.length ?? 0) > 0);
  return {
    code,
    type,
    settings,
    picture: null,
    showIf: earlier.length > 0 && chance.chance(0.7) ? randomShowIf(earlier, chance) : null,
    required: chance.chance(0.7),
    quick: chance.chance(0.5),
    ...(rows.length > 0 && chance.chance(0.3)
      ? { choicesFrom: { question: chance.pick(rows).code, under: chance.chance(0.5) ? null : ['lot'] } }
      : {}),
  };
}

function randomShowIf(earlier: readonly SurveyQuestion[], chance: Seeded): ShowIf {
  // Chains are where hidden answers do harm: mostly on the question just before.
  const source = () => (chance.chance(0.6) ? (earlier.at(-1) ?? chance.pick(earlier)) : chance.pick(earlier));
  const many = chance.chance(0.7) ? 1 : chance.between(2, 3);
  const conditions = Array.from({ length: many }, () => randomCondition(source(), chance));
  return { match: chance.chance(0.5) ? 'all' : 'any', conditions };
}

function randomCondition(source: SurveyQuestion, chance: Seeded): Condition {
  const question = source.code;
  const marks = marksOffered(source)
    .filter(() => chance.chance(0.4))
    .map(({ key }) => key);
  const kinds: Condition[] = [
    { question, is: 'answered' },
    { question, is: 'not-answered' },
    { question, is: 'one-of', marks },
    { question, is: 'none-of', marks },
    { question, is: 'at-least', number: chance.between(0, 10) },
    { question, is: 'at-most', number: chance.between(0, 10) },
  ];
  return chance.pick(kinds);
}

/** A value of the question's type: of a specimen, or put together from its choices. May be one that is not finished. */
export function randomValue(question: SurveyQuestion, chance: Seeded): unknown {
  const known = readQuestion(question);
  if (known === null) return null;
  const codes = known.choices.map(({ code }) => code);
  const some = codes.filter(() => chance.chance(0.4));
  const perRow = Object.fromEntries(
    known.rows.flatMap(({ code }) => (chance.chance(0.7) && codes.length > 0 ? [[code, chance.pick(codes)]] : [])),
  );
  const candidates: unknown[] = [
    ...(VALUES.get(question.type) ?? []),
    ...(codes.length === 0 ? [] : [{ code: chance.pick(codes) }]),
    { codes: some },
    { sorted: perRow },
    { judged: perRow },
    { faces: perRow },
    { spent: Object.fromEntries(some.map((code) => [code, chance.between(1, 4)])) },
    { number: chance.between(0, 30) },
    { words: 'it is damp', codes: some, media: [] },
    { words: '', media: ['note-1'] },
    { media: ['photo-1'] },
    { place: null },
  ];
  const fitting = candidates.filter((value) => known.type.value.safeParse(value).success);
  return fitting.length === 0 ? null : chance.pick(fitting);
}
