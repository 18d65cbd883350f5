import { describe, expect, test } from 'vitest';
import { LISTS } from '../../src/domain/lists/lists.ts';
import { ANSWER_MODES, type Answered, type SurveyResponse } from '../../src/domain/survey-response.ts';
import type { Survey } from '../../src/domain/survey.ts';
import { answer, begin, forward, questionsOf, setVoice } from '../../src/surveys/flow.ts';
import { createTally } from '../../src/surveys/results.ts';
import { percentOf, shown, shownTogether, smallestShown } from '../../src/surveys/results/suppress.ts';
import { toResponse } from '../../src/surveys/response.ts';
import { chooseOne, chooseSome, sortPiles, starter, yesSomeNo } from '../../src/surveys/starter/build.ts';
import { howWasYourCare } from '../../src/surveys/starter/how-was-your-care.ts';
import { randomSurvey, randomValue } from '../helpers/random-survey.ts';
import { seeded, type Seeded } from '../helpers/simulation/seeded.ts';

const D3 = chooseOne('D3', { yes: 'yes', no: 'no', refused: 'desk-closed' });
const D5 = chooseSome('D5', { phone: 'phone', forms: 'forms', far: 'far' }, { most: 2, mixed: false });
const small = starter('small', [D3, D5]);

type Said = Pick<Answered, 'outcome' | 'value'> & { voice?: Answered['voice'] };
const chose = (code: string): Said => ({ outcome: 'answered', value: { code } });

/** A response of `survey` with these answers, made by the flow itself. */
function responding(
  survey: Survey,
  said: Readonly<Record<string, Said>>,
  voice: Answered['voice'] = 'own',
): SurveyResponse {
  let state = setVoice(begin({ survey }, { mode: 'paper', language: 'en', readingMode: 'standard', seed: 1 }), voice);
  for (const [code, { outcome, value, voice: whose }] of Object.entries(said)) {
    const asked = { outcome, value, language: 'en', readingMode: 'standard' as const };
    state = answer(state, survey, code, whose === undefined ? asked : { ...asked, voice: whose });
  }
  return { ...toResponse(state, survey, 'A survey'), ended: 'finished', stoppedAt: null };
}

function tallied(survey: Survey, responses: readonly SurveyResponse[]) {
  const tally = createTally([survey]);
  for (const one of responses) tally.add(one);
  return tally;
}

const many = (count: number, said: Readonly<Record<string, Said>>, survey = small, voice?: Answered['voice']) =>
  Array.from({ length: count }, () => responding(survey, said, voice));

const cellsOf = (tally: ReturnType<typeof createTally>, code: string, voice = 'own') =>
  Object.fromEntries(
    tally
      .show('internal')
      .questions.find((question) => question.code === code)
      ?.voices.find((one) => one.voice === voice)
      ?.cells.map((cell) => [cell.row === null ? cell.code : `${cell.row}:${cell.code}`, cell.count]) ?? [],
  );

describe('counting', () => {
  test('each choice, with who was asked, not sure and skipped', () => {
    const responses = [
      ...many(20, { D3: chose('yes'), D5: { outcome: 'answered', value: { codes: ['phone', 'forms'] } } }),
      ...many(9, { D3: chose('no'), D5: { outcome: 'answered', value: { codes: ['phone'] } } }),
      ...many(6, { D3: { outcome: 'not-sure', value: null } }),
      ...many(7, { D3: { outcome: 'skipped', value: null } }),
    ];
    const tally = tallied(small, responses);
    expect(cellsOf(tally, 'D3')).toEqual({ yes: 20, no: 9, refused: 0 });
    expect(cellsOf(tally, 'D5')).toEqual({ phone: 29, forms: 20, far: 0 });
    const result = tally.show('internal');
    expect(result.questions[0]?.voices[0]).toMatchObject({ base: 42, answered: 29, notSure: 6, skipped: 7 });
    expect(result).toMatchObject({ responses: 42, finished: 42, stopped: 0 });
  });

  test('own voice and each helper stand apart, by the voice of each answer', () => {
    const responses = [
      ...many(10, { D3: chose('yes') }),
      ...many(6, { D3: chose('no') }, small, 'proxy-family'),
      ...many(5, { D3: { ...chose('no'), voice: 'interpreted' } }),
    ];
    const tally = tallied(small, responses);
    const voices = tally.show('internal').questions[0]?.voices;
    expect(voices?.map(({ voice, base }) => [voice, base])).toEqual([
      ['own', 10],
      ['interpreted', 5],
      ['proxy-family', 6],
    ]);
    expect(tally.show('internal').voices).toEqual([
      { code: 'own', count: 15 },
      { code: 'proxy-family', count: 6 },
    ]);
  });

  test('what was no longer asked is not counted, and heads are not added to persons', () => {
    const off = responding(small, { D3: chose('yes') });
    const group = responding(small, {
      D3: { outcome: 'heads', value: { first: { yes: 12, no: 8 }, again: { yes: 6, no: 14 } } },
    });
    const tally = tallied(small, [
      ...many(8, { D3: chose('yes') }),
      { ...off, answers: off.answers.map((given) => ({ ...given, offPath: true as const })) },
      { ...group, mode: 'group' },
    ]);
    const [d3] = tally.show('internal').questions;
    expect(d3?.voices[0]?.base).toBe(8);
    expect(d3?.heads).toMatchObject({ groups: 1, heads: 20 });
    expect(d3?.heads?.cells[1]).toEqual({ code: 'no', first: 8, again: 14 });
  });

  test('versions and variants join by code and type, and never across types', () => {
    const next: Survey = {
      ...small,
      version: 2,
      questions: [
        { ...D3, settings: { choices: [{ code: 'online', picture: null }], mixed: false } },
        yesSomeNo('D5', 'yes', 'some', 'no'),
      ],
    };
    const tally = createTally([next, small]);
    for (const one of many(6, { D3: chose('yes'), D5: { outcome: 'answered', value: { codes: ['far'] } } }))
      tally.add(one);
    for (const one of many(7, { D3: chose('online'), D5: chose('no') }, next)) tally.add(one);
    const { questions } = tally.show('internal');
    const [d3] = questions;
    expect(d3?.askedIn).toEqual(['small@2', 'small@1']);
    expect(d3?.voices[0]).toMatchObject({ base: 13 });
    expect(Object.fromEntries(d3?.voices[0]?.cells.map(({ code, count }) => [code, count]) ?? [])).toEqual({
      online: 7,
      yes: 6,
      no: 0,
      refused: 0,
    });
    const d5 = questions.filter(({ code }) => code === 'D5');
    expect(d5.map(({ type, voices }) => [type, voices[0]?.base])).toEqual([
      ['yes-no', 7],
      ['choose-some', 6],
    ]);
  });

  test('numbers have a least, a middle and a most', () => {
    const survey = starter('n', [
      { ...D3, code: 'N1', type: 'number', settings: { min: 0, max: 90, step: 1, first: 0, unit: false } },
    ]);
    const said = [3, 9, 1, 7, 5, 5].map((number) =>
      responding(survey, { N1: { outcome: 'answered', value: { number } } }),
    );
    expect(tallied(survey, said).show('internal').questions[0]?.voices[0]?.numbers).toEqual({
      least: 1,
      middle: 5,
      most: 9,
    });
    expect(tallied(survey, said.slice(0, 4)).show('internal').questions[0]?.voices[0]?.numbers).toBeNull();
  });

  test('the Friends and Family shares are out of all answers, "don\'t know" too', () => {
    const answers = { '1': 20, '2': 20, '3': 10, '4': 10, '5': 20, '6': 20 };
    const responses = Object.entries(answers).flatMap(([code, count]) =>
      many(count, { F2: chose(code) }, howWasYourCare),
    );
    expect(tallied(howWasYourCare, responses).show('public').fft).toEqual([
      { voice: 'own', base: 100, positive: 40, negative: 30 },
    ]);
  });

  test('one and the same choice throughout is said to analysts, and counted like any other', () => {
    const survey = starter('s', [sortPiles('W2', { a: 'yes', b: 'yes', c: 'yes', d: 'yes', e: 'yes' })]);
    const sorted = (pile: string) => Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((code) => [code, pile]));
    const same = many(6, { W2: { outcome: 'answered', value: { sorted: sorted('lot') } } }, survey);
    const mixed = many(6, { W2: { outcome: 'answered', value: { sorted: { ...sorted('lot'), a: 'no' } } } }, survey);
    const result = tallied(survey, [...same, ...mixed]).show('internal');
    expect(result.straightLine).toBe(6);
    expect(result.questions[0]?.voices[0]?.answered).toBe(12);
  });

  test('a response that is taken back leaves no trace', () => {
    const chance = seeded(5);
    const survey = randomSurvey(chance);
    const tally = tallied(
      survey,
      Array.from({ length: 40 }, () => randomResponse(survey, chance)),
    );
    const before = JSON.stringify(tally.show('internal'));
    const more = Array.from({ length: 30 }, () => randomResponse(survey, chance));
    for (const one of more) tally.add(one);
    expect(JSON.stringify(tally.show('internal'))).not.toBe(before);
    for (const one of more) tally.take(one);
    expect(JSON.stringify(tally.show('internal'))).toBe(before);
  });
});

function randomResponse(survey: Survey, chance: Seeded): SurveyResponse {
  const mode = chance.pick(ANSWER_MODES.filter((one) => one !== 'group'));
  let state = begin({ survey }, { mode, language: 'en', readingMode: 'standard', seed: 1 });
  state = setVoice(state, chance.pick([...LISTS.voices, 'own', 'own', 'own', 'own', 'own'] as const));
  for (let step = 0; step < 60 && state.stage !== 'done'; step += 1) {
    const question = questionsOf(survey, state).find(({ code }) => code === state.at);
    if (question !== undefined) {
      const value = randomValue(question, chance);
      const outcome = value === null || chance.chance(0.1) ? 'skipped' : 'answered';
      state = answer(state, survey, question.code, { outcome, value, language: 'en', readingMode: 'standard' });
      if (forward(state, survey).shortfall !== undefined)
        state = answer(state, survey, question.code, {
          outcome: 'not-sure',
          value: null,
          language: 'en',
          readingMode: 'standard',
        });
    }
    state = forward(state, survey).state;
  }
  return toResponse(state, survey, 'A survey');
}

describe('small numbers', () => {
  test.each([
    // counts, audience -> shown
    [[20, 9, 0], 'internal', [20, 9, 0]],
    [[20, 9, 3], 'internal', [20, null, null]],
    [[20, 3, 0], 'internal', [null, null, 0]],
    [[20, 9, 1, 1], 'internal', [20, null, null, null]],
    [[20, 9, 4, 4], 'internal', [20, 9, null, null]],
    [[4, 0, 0], 'internal', [null, null, null]],
    [[3, 1, 0], 'internal', [null, null, null]],
    [[41, 22, 8], 'public', [40, 20, 10]],
    [[41, 22, 7], 'public', [40, null, null]],
  ] as const)('%j %s', (counts, audience, expected) => {
    expect(shownTogether(counts, audience)).toEqual(expected);
  });

  test('a lone count is hidden from one up to the limit, and nought is nobody', () => {
    expect([0, 1, 4, 5, 23].map((count) => shown(count, 'internal'))).toEqual([0, null, null, 5, 23]);
    expect([0, 1, 7, 8, 23].map((count) => shown(count, 'public'))).toEqual([0, null, null, 10, 25]);
    expect([percentOf(5, 19, 'public'), percentOf(5, 20, 'public'), percentOf(null, 40, 'public')]).toEqual([
      null,
      25,
      null,
    ]);
  });

  test('nobody can work a hidden number out from the others', () => {
    const givenAway: number[] = [];
    for (let seed = 1; seed <= 3000; seed += 1) {
      const chance = seeded(seed);
      const audience = chance.pick(['internal', 'public'] as const);
      const counts = Array.from({ length: chance.between(2, 7) }, () =>
        chance.chance(0.3) ? 0 : chance.between(1, 30),
      );
      const visible = shownTogether(counts, audience);
      const least = smallestShown(audience);
      const hidden = counts.filter((_count, at) => visible[at] === null);
      const together = hidden.reduce((sum, count) => sum + count, 0);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const smallShown = counts.some((count, at) => count > 0 && count < least && visible[at] !== null);
      const alone = hidden.length === 1 || (hidden.length > 0 && together < least && total >= least);
      if (smallShown || alone) givenAway.push(seed);
    }
    expect(givenAway).toEqual([]);
  });

  test('a question asked of some does not tell how many gave the answer that leads to it', () => {
    const later = {
      ...D5,
      showIf: {
        match: 'all' as const,
        conditions: [{ question: 'D3', is: 'one-of' as const, marks: ['yes', 'refused'] }],
      },
    };
    const survey = starter('chain', [D3, later]);
    const phone: Said = { outcome: 'answered', value: { codes: ['phone'] } };
    const tally = tallied(survey, [
      ...many(20, { D3: chose('yes'), D5: phone }, survey),
      ...many(6, { D3: chose('refused'), D5: phone }, survey),
      ...many(3, { D3: chose('no') }, survey),
    ]);
    // 29 asked first and 26 afterwards would be three who said no.
    const [d3, d5] = tally.show('internal').questions;
    expect(d3?.voices[0]).toMatchObject({ base: 29, answered: 29 });
    expect(cellsOf(tally, 'D3')).toEqual({ yes: 20, no: null, refused: null });
    expect(d5?.voices[0]).toMatchObject({ base: null, answered: null });
    expect(d5?.voices[0]?.cells.every(({ count }) => count === null)).toBe(true);
  });

  test('nor is one that parts the hidden answers in two, nor what hangs on it', () => {
    const after = (code: string, question: string, marks: string[]) => ({
      ...chooseOne(code, { x: 'yes', y: 'no' }),
      required: false,
      showIf: { match: 'all' as const, conditions: [{ question, is: 'one-of' as const, marks }] },
    });
    const survey = starter('parts', [D3, after('B1', 'D3', ['yes']), after('B2', 'B1', ['x', 'y'])]);
    const tally = tallied(survey, [
      ...many(6, { D3: chose('yes'), B1: chose('x'), B2: chose('x') }, survey),
      ...many(7, { D3: chose('no') }, survey),
      ...many(3, { D3: chose('refused') }, survey),
    ]);
    // Sixteen said something and seven said no: the six who were asked more would leave the three.
    expect(cellsOf(tally, 'D3')).toEqual({ yes: null, no: 7, refused: null });
    const { questions } = tally.show('internal');
    expect(questions.map(({ code, voices }) => [code, voices[0]?.base])).toEqual(
      expect.arrayContaining([
        ['D3', 16],
        ['B1', null],
        ['B2', null],
      ]),
    );
  });

  test('over random answers, what was asked later never gives a hidden answer away, and is mostly shown', () => {
    const A = chooseOne('A', { a: 'yes', b: 'no', c: 'a-bit' });
    const later = {
      ...chooseOne('B', { x: 'yes', y: 'no' }),
      required: false,
      showIf: { match: 'all' as const, conditions: [{ question: 'A', is: 'one-of' as const, marks: ['a'] }] },
    };
    const survey = starter('attack', [A, later]);
    let seen = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const chance = seeded(seed);
      const tally = tallied(
        survey,
        Array.from({ length: chance.between(5, 60) }, () => {
          const code = chance.pick(['a', 'a', 'a', 'b', 'b', 'c']);
          return responding(survey, { A: chose(code), ...(code === 'a' ? { B: chose(chance.pick(['x', 'y'])) } : {}) });
        }),
      );
      const [a, b] = tally.show('internal').questions.map(({ voices }) => voices[0]);
      if (a?.answered == null || b?.base == null) continue;
      seen += 1;
      const shownOf = (codes: string[]) => a.cells.filter(({ code, count }) => codes.includes(code) && count !== null);
      if (shownOf(['a']).length > 0 || shownOf(['b', 'c']).length === 2) continue;
      const rest = a.answered - b.base - shownOf(['b', 'c']).reduce((sum, { count }) => sum + (count ?? 0), 0);
      expect([seed, rest > 0 && rest < 5]).toEqual([seed, false]);
    }
    expect(seen).toBeGreaterThan(60);
  });

  test('shares do not give away a hidden face', () => {
    const answers = { '1': 15, '2': 3, '3': 10, '4': 10, '5': 20, '6': 20 };
    const responses = Object.entries(answers).flatMap(([code, count]) =>
      many(count, { F2: chose(code) }, howWasYourCare),
    );
    const result = tallied(howWasYourCare, responses).show('internal');
    expect(cellsOf(tallied(howWasYourCare, responses), 'F2')).toMatchObject({ '2': null });
    expect(result.fft).toEqual([{ voice: 'own', base: 78, positive: null, negative: null }]);
  });

  test('over random answers, what is shown of a question holds together and hides what it must', () => {
    for (let seed = 1; seed <= 15; seed += 1) {
      const chance = seeded(seed);
      const survey = randomSurvey(chance);
      const tally = tallied(
        survey,
        Array.from({ length: chance.between(3, 60) }, () => randomResponse(survey, chance)),
      );
      for (const question of tally.show('internal').questions) {
        for (const voice of question.voices) {
          const numbers = [
            voice.base,
            voice.answered,
            voice.notSure,
            voice.skipped,
            ...voice.cells.map(({ count }) => count),
          ];
          expect([
            seed,
            question.code,
            numbers.filter((number) => number !== null && number > 0 && number < 5),
          ]).toEqual([seed, question.code, []]);
          const [base, answered] = [voice.base, voice.answered];
          if (base !== null && answered !== null && voice.notSure !== null && voice.skipped !== null)
            expect(base).toBe(answered + voice.notSure + voice.skipped);
          const lone = [voice.answered, voice.notSure, voice.skipped].filter((count) => count === null).length;
          expect([seed, question.code, base !== null && lone === 1]).toEqual([seed, question.code, false]);
        }
      }
    }
  });
});
