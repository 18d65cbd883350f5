import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLocales } from '../../scripts/locales.mjs';
import type { Condition, ShowIf, Survey, SurveyQuestion, SurveyTexts } from '../../src/domain/survey.ts';
import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import { checkSurvey, mayPublish } from '../../src/surveys/check.ts';
import { isReachable } from '../../src/surveys/check/reach.ts';
import { minutesOf } from '../../src/surveys/minutes.ts';
import { visibleQuestions } from '../../src/surveys/logic.ts';
import { chooseOne, chooseSome, facesFive, ownWords, sortPiles, starter } from '../../src/surveys/starter/build.ts';
import { STARTERS, starterTexts } from '../../src/surveys/starter/starters.ts';
import { textSlots } from '../../src/surveys/text-slots.ts';
import { randomSurvey, randomValue } from '../helpers/random-survey.ts';
import { seeded } from '../helpers/simulation/seeded.ts';

const A = chooseOne('A', { yes: 'yes', no: 'no' });
const B = chooseSome('B', { phone: 'phone', forms: 'forms', far: 'far' }, { most: 2, alone: ['far'], mixed: false });
const C = ownWords('C', 'talk-step');
const N: SurveyQuestion = {
  ...A,
  code: 'N',
  type: 'number',
  settings: { min: 0, max: 10, step: 1, first: 0, unit: false },
};
const P = sortPiles('P', { doctor: 'doctor', home: 'home' });

const when = (match: ShowIf['match'], ...conditions: Condition[]): ShowIf => ({ match, conditions });
const is = (question: string, ...marks: string[]): Condition => ({ question, is: 'one-of', marks });
const isNot = (question: string, ...marks: string[]): Condition => ({ question, is: 'none-of', marks });
const after = (question: SurveyQuestion, showIf: ShowIf): SurveyQuestion => ({ ...question, showIf });

/** Texts for every slot: nothing to find in them. */
function worded(survey: Survey, language = 'en'): SurveyTexts {
  const all = Object.fromEntries(textSlots(survey).map(({ key }) => [key, 'Words']));
  return {
    surveyId: survey.surveyId,
    version: 1,
    language,
    status: 'checked',
    checked: null,
    standard: all,
    easy: {},
    sounds: { standard: {}, easy: {} },
  };
}

const of = (...questions: SurveyQuestion[]): Survey => starter('made-up', questions);
const reasons = (survey: Survey, texts: readonly SurveyTexts[] = [worded(survey)]): string[] =>
  checkSurvey({ survey, texts }).map(({ weight, reason, question, key }) =>
    [weight, reason, question, key].filter((part) => part !== null).join(' '),
  );
const stopping = (survey: Survey, texts?: readonly SurveyTexts[]): string[] =>
  reasons(survey, texts).filter((one) => one.startsWith('stops'));

describe('conditions', () => {
  test.each<[string, Survey, string[]]>([
    ['an earlier question', of(A, after(B, when('all', is('A', 'yes')))), []],
    ['a question of its own', of(after(A, when('all', is('A', 'yes')))), ['stops circle A']],
    [
      'two that wait for each other',
      of(after(A, when('all', is('B', 'phone'))), after(B, when('all', is('A', 'yes')))),
      ['stops circle A'],
    ],
    [
      'three in a circle, by way of what is offered',
      of(after(A, when('all', is('C2', 'phone'))), after(B, when('all', is('A', 'yes'))), {
        ...B,
        code: 'C2',
        choicesFrom: { question: 'B', under: null },
      }),
      ['stops circle A'],
    ],
    ['a later question', of(after(A, when('all', is('B', 'phone'))), B), ['stops hangs-on-later A']],
    ['a question that is not there', of(after(A, when('all', is('Z', 'yes')))), ['stops hangs-on-nothing A']],
    [
      'a choice that is not there',
      of(A, after(B, when('all', is('A', 'maybe')))),
      ['stops unknown-choice B', 'stops never-asked B'],
    ],
    ['no choice at all', of(A, after(B, when('all', is('A')))), ['stops no-choice-named B', 'stops never-asked B']],
    [
      'a number where none is asked',
      of(A, after(B, when('all', { question: 'A', is: 'at-least', number: 1 }))),
      ['stops no-number-there B', 'stops never-asked B'],
    ],
    [
      'an information card',
      of(
        { ...A, type: 'info-card', settings: { points: [] } },
        after(B, when('all', { question: 'A', is: 'answered' })),
      ),
      ['stops no-answer-there B'],
    ],
    ['a row and a pile', of(P, after(B, when('all', is('P', 'home:lot')))), []],
    [
      'a row that is not there',
      of(P, after(B, when('all', is('P', 'school:lot')))),
      ['stops unknown-choice B', 'stops never-asked B'],
    ],
    [
      'the same choices as an earlier question',
      of(B, { ...B, code: 'B2', choicesFrom: { question: 'B', under: null } }),
      [],
    ],
    [
      'choices that an earlier question does not share',
      of(A, { ...B, choicesFrom: { question: 'A', under: null } }),
      ['stops no-shared-choices B'],
    ],
    ['a need that no answer raises', of({ ...A, need: { today: 'today' } }), ['stops need-unknown-choice A']],
  ])('%s', (_name, survey, expected) => expect(stopping(survey)).toEqual(expected));

  test.each<[string, boolean, SurveyQuestion[]]>([
    ['yes and no at once, of one choice', false, [A, after(B, when('all', is('A', 'yes'), is('A', 'no')))]],
    ['yes or no', true, [A, after(B, when('any', is('A', 'yes'), is('A', 'no')))]],
    ['yes and not yes', false, [A, after(B, when('all', is('A', 'yes'), isNot('A', 'yes')))]],
    [
      'answered, and none of all there is',
      false,
      [A, after(N, when('all', { question: 'A', is: 'answered' }, isNot('A', 'yes', 'no')))],
    ],
    [
      'not answered, and none of all there is',
      true,
      [A, after(N, when('all', { question: 'A', is: 'not-answered' }, isNot('A', 'yes', 'no')))],
    ],
    ['two of several', true, [B, after(A, when('all', is('B', 'phone'), is('B', 'forms')))]],
    ['one that stands alone, and another', false, [B, after(A, when('all', is('B', 'far'), is('B', 'forms')))]],
    [
      'three where two may be chosen',
      false,
      [
        chooseSome('B', { a: 'yes', b: 'yes', c: 'yes' }, { most: 2, mixed: false }),
        after(A, when('all', is('B', 'a'), is('B', 'b'), is('B', 'c'))),
      ],
    ],
    ['a row in two piles', false, [P, after(A, when('all', is('P', 'home:lot'), is('P', 'home:no')))]],
    ['two rows in two piles', true, [P, after(A, when('all', is('P', 'home:lot'), is('P', 'doctor:no')))]],
    [
      'a number of 3 to 5',
      true,
      [
        N,
        after(
          A,
          when('all', { question: 'N', is: 'at-least', number: 3 }, { question: 'N', is: 'at-most', number: 5 }),
        ),
      ],
    ],
    [
      'a number of 6 to 5',
      false,
      [
        N,
        after(
          A,
          when('all', { question: 'N', is: 'at-least', number: 6 }, { question: 'N', is: 'at-most', number: 5 }),
        ),
      ],
    ],
    ['a number beyond the range', false, [N, after(A, when('all', { question: 'N', is: 'at-least', number: 11 }))]],
    [
      'a question that is itself asked of nobody',
      false,
      [A, after(B, when('all', is('A', 'yes'), is('A', 'no'))), after(C, when('all', is('B', 'phone')))],
    ],
    [
      'what leads there excludes it',
      false,
      [A, after(B, when('all', is('A', 'yes'))), after(C, when('all', is('B', 'phone'), is('A', 'no')))],
    ],
    [
      'what leads there by another way',
      true,
      [A, after(B, when('any', is('A', 'yes'), is('A', 'no'))), after(C, when('all', is('B', 'phone'), is('A', 'no')))],
    ],
    [
      'an unanswered question that was not asked',
      true,
      [
        A,
        after(B, when('all', is('A', 'yes'))),
        after(C, when('all', { question: 'B', is: 'not-answered' }, is('A', 'no'))),
      ],
    ],
  ])('can be reached: %s is %s', (_name, expected, questions) => {
    const last = questions.at(-1) as SurveyQuestion;
    expect(isReachable(last, questions)).toBe(expected);
    expect(stopping(of(...questions)).includes(`stops never-asked ${last.code}`)).toBe(!expected);
  });

  test('a survey made to be looked at for ever is looked at for a moment', { timeout: 20_000 }, () => {
    const cards = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`c${at}`, 'yes']));
    const wide = chooseSome('W', cards, { most: 11, mixed: false });
    // Twelve wishes, eleven choices: no way out, and very many ways to look for one.
    const wishes = Array.from({ length: 12 }, (_, at) => is('W', `c${at * 2}`, `c${at * 2 + 1}`));
    const questions = Array.from({ length: 100 }, (_, at) => after({ ...A, code: `Q${at}` }, when('all', ...wishes)));
    expect(checkSurvey({ survey: of(wide, ...questions), texts: [] }).length).toBeGreaterThan(0);
  });

  test('nothing that random answers do reach is called unreachable', () => {
    const wrong: string[] = [];
    let asked = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const chance = seeded(seed);
      const { questions } = randomSurvey(chance);
      const never = new Set(questions.filter((one) => !isReachable(one, questions)).map(({ code }) => code));
      for (let person = 0; person < 12; person += 1) {
        const answers = Object.fromEntries(
          questions.flatMap((question) => {
            const value = chance.chance(0.8) ? randomValue(question, chance) : null;
            if (value === null) return [];
            const given = {
              code: question.code,
              type: question.type,
              outcome: 'answered' as const,
              value,
              voice: 'own' as const,
              language: 'en',
              readingMode: 'standard' as const,
            };
            return [[question.code, given]];
          }),
        );
        const visible = visibleQuestions(questions, answers, false);
        asked += visible.length;
        wrong.push(...visible.filter(({ code }) => never.has(code)).map(({ code }) => `SEED=${seed} ${code}`));
      }
    }
    expect(asked).toBeGreaterThan(5000);
    // Values of specimens may name more than their limits allow: those answers are not kept as finished.
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

describe('codes, types and pictures', () => {
  test.each<[string, Survey, string[]]>([
    ['no question', of(), ['stops no-questions']],
    ['one code twice', of(A, { ...B, code: 'A' }), ['stops same-question-code A']],
    ['a code every survey brings', of({ ...A, code: 'E1' }), ['stops reserved-code E1']],
    ['a type nobody knows', of({ ...A, type: 'hologram' }), ['stops unknown-type A']],
    ['settings of another type', of({ ...A, settings: {} }), ['stops unknown-type A']],
    ['one choice', of(chooseOne('A', { yes: 'yes' })), ['stops settings-too-few-choices A']],
    ['a picture that was removed', of({ ...A, picture: `own:${'a'.repeat(64)}` }), ['stops picture-gone A']],
  ])('%s', (_name, survey, expected) => expect(stopping(survey)).toEqual(expected));

  test('a code that is another type in the family would not join', () => {
    const survey = of(A);
    const relatives = [{ ...of({ ...B, code: 'A' }), surveyId: 'other', version: 3 }];
    const [found] = checkSurvey({ survey, texts: [worded(survey)], relatives });
    expect(found).toMatchObject({
      weight: 'stops',
      reason: 'code-means-else',
      question: 'A',
      about: { survey: 'other', version: 3 },
    });
    expect(stopping(survey)).toEqual([]);
  });

  test('a picture that the set does not have', () => {
    const survey = of(A);
    const found = checkSurvey({ survey, texts: [worded(survey)], isPicture: (name) => name !== 'no' });
    expect(found[0]).toMatchObject({ weight: 'stops', reason: 'picture-gone', question: 'A' });
  });

  test('a choice without a picture is only said', () => {
    const survey = of({
      ...A,
      settings: {
        choices: [
          { code: 'x', picture: null },
          { code: 'y', picture: 'set:yes' },
        ],
        mixed: false,
      },
    });
    expect(stopping(survey)).toEqual([]);
    expect(reasons(survey)).toContain('warns missing-picture A');
  });
});

describe('words', () => {
  const survey = of(A, B);
  const english = worded(survey);
  const both = { ...survey, languages: ['en', 'so'] };

  test('a gap in the first language stops, in another it is said', () => {
    const { 'A.ask': _gone, ...rest } = english.standard;
    expect(stopping(survey, [{ ...english, standard: { ...rest, 'B.o.phone': ' ' } }])).toEqual([
      'stops missing-text A A.ask',
      'stops missing-text B B.o.phone',
    ]);
    const somali = { ...worded(survey, 'so'), standard: rest };
    expect(stopping(both, [english, somali])).toEqual([]);
    expect(reasons(both, [english, somali])).toContain('warns missing-text A A.ask');
  });

  test('a language without any words stops; help and title are no gap and a gap', () => {
    expect(stopping(both, [english])).toEqual(['stops no-texts']);
    const { title: _title, 'A.help': _help, ...rest } = english.standard;
    expect(stopping(survey, [{ ...english, standard: rest }])).toEqual(['stops missing-text title']);
  });

  test('what is not checked, not recorded, not easy or left over is said', () => {
    const row: SurveyTexts = {
      ...english,
      status: 'translated',
      standard: {
        ...english.standard,
        'A.o.maybe': 'Maybe',
        'A.ask':
          'Please tell us, if you can remember it, about the very last time that you needed to see a doctor here.',
      },
      easy: {
        purpose: 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.',
      },
    };
    const found = reasons(survey, [row]);
    for (const reason of [
      'not-checked',
      'missing-sounds',
      'easy-not-checked',
      'missing-easy A A.ask',
      'hard-easy purpose',
      'idle-text A A.o.maybe',
    ])
      expect(found).toContain(`warns ${reason}`);
    expect(stopping(survey, [row])).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['{{A|that}}', 'B.ask', ''],
    ['{{A}}', 'B.ask', 'warns repeats-without-else B B.ask'],
    ['{{B|that}}', 'A.ask', 'stops repeats-later A A.ask'],
    ['{{B|that}}', 'B.ask', 'stops repeats-later B B.ask'],
    ['{{A|that}}', 'purpose', 'stops repeats-later purpose'],
    ['{{Z|that}}', 'B.ask', 'stops repeats-nothing B B.ask'],
  ])('repeating an answer: %s in %s', (words, key, expected) => {
    const found = reasons(survey, [{ ...english, standard: { ...english.standard, [key]: `About ${words}?` } }]);
    expect(found.filter((one) => one.includes('repeats'))).toEqual(expected === '' ? [] : [expected]);
  });

  test('only choices whose words stand in the survey can be repeated', () => {
    const faces = of(facesFive('G', {}), B);
    const row = worded(faces);
    expect(stopping(faces, [{ ...row, standard: { ...row.standard, 'B.ask': 'Why {{G|that}}?' } }])).toEqual([
      'stops repeats-no-label B B.ask',
    ]);
  });
});

test('languages that reach no tablet are said once, by name; English and the first one always go', () => {
  const survey = { ...of(), languages: ['cy', 'en', 'pl', 'pa-Guru', 'ur'] };
  const said = (used: readonly string[] | null) =>
    checkSurvey({ survey, texts: [], languagesUsed: used }).filter(({ reason }) => reason === 'language-not-used');
  expect(said(['pa-Arab'])).toMatchObject([{ weight: 'warns', about: { languages: 'pl ur' } }]);
  expect(said(['pl', 'ur', 'pa'])).toEqual([]);
  expect(said(null)).toEqual([]);
});

describe('fixed wording', () => {
  const fft = STARTERS.find(({ fixed }) => fixed === 'fft') as Survey;
  const file = (layer: string): unknown =>
    JSON.parse(readFileSync(`locales/en/${layer}/survey-how-was-your-care.json`, 'utf8'));
  const texts = starterTexts(fft, 'en', { standard: file('standard'), easy: file('easy') });

  test.each<[string, Partial<SurveyTexts>, string[]]>([
    ['as it is', {}, []],
    ['changed', { standard: { ...texts.standard, 'F2.ask': 'How was it?' } }, ['stops fft-wording F2 F2.ask']],
    ['changed in easy read', { easy: { ...texts.easy, 'F2.ask': 'How was it?' } }, ['stops fft-wording F2 F2.ask']],
    [
      'an answer changed',
      { standard: { ...texts.standard, 'F2.fixed.1': 'Super' } },
      ['stops fft-wording F2 F2.fixed.1'],
    ],
    [
      'the old question',
      { standard: { ...texts.standard, 'F9.ask': 'How likely are you to recommend us to friends?' } },
      ['stops old-recommend-wording F9 F9.ask'],
    ],
  ])('%s', (_name, change, expected) => expect(stopping(fft, [{ ...texts, ...change }])).toEqual(expected));

  test('the question may not go or become another', () => {
    const without = { ...fft, questions: fft.questions.filter(({ code }) => code !== 'F2') };
    expect(stopping(without, [texts])).toContain('stops fft-question-gone F2');
    const three = {
      ...fft,
      questions: fft.questions.map((one) => (one.code === 'F2' ? { ...one, type: 'faces-three' } : one)),
    };
    expect(stopping(three, [texts])).toContain('stops fft-question-gone F2');
  });
});

describe('the starters', () => {
  test.each(STARTERS.map((survey) => [survey.surveyId, survey] as const))(
    '%s may be published as it is',
    (id, survey) => {
      const file = (layer: string): unknown =>
        JSON.parse(readFileSync(`locales/en/${layer}/survey-${id}.json`, 'utf8'));
      const found = checkSurvey({
        survey,
        texts: [starterTexts(survey, 'en', { standard: file('standard'), easy: file('easy') })],
      });
      expect(found.filter(({ weight }) => weight === 'stops')).toEqual([]);
      expect(mayPublish(found)).toBe(true);
      const minutes = minutesOf(survey);
      expect(minutes.all).toBeGreaterThanOrEqual(4);
      expect(minutes.all).toBeLessThanOrEqual(10);
      expect(minutes.quick).toBeLessThanOrEqual(2);
    },
  );
});

test('of branches that exclude each other only the longest counts', () => {
  const long = { ...C, code: 'L' };
  const alone = minutesOf(of(A, C)).all;
  const branched = of(A, after(C, when('all', is('A', 'yes'))), after(long, when('all', is('A', 'no'))));
  expect(minutesOf(branched).all).toBe(alone);
  expect(minutesOf(of(A, C, long)).all).toBeGreaterThan(alone);
});

test('every reason has its words', () => {
  const words = readLocales().find(
    ({ namespace, language }) => namespace === 'survey-check' && language === 'en',
  )?.texts;
  const used = ['finding', 'reach', 'logic-check', 'structure-check', 'text-check', 'fixed-check'].flatMap((file) =>
    [...readFileSync(`src/surveys/check/${file}.ts`, 'utf8').matchAll(/(?:stops|warns)\)?\(\s*'([a-z-]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  const settings = [...readFileSync('src/questions/definition.ts', 'utf8').matchAll(/^ {4}\| '([a-z-]+)'/gm)].map(
    (match) => `settings-${match[1]}`,
  );
  const reading = [...readFileSync('src/surveys/reading.ts', 'utf8').matchAll(/^ {4}\| '([a-z-]+)'/gm)].map(
    (match) => `reading.${match[1]}`,
  );
  expect(used.length).toBeGreaterThan(30);
  expect(settings.length).toBeGreaterThan(5);
  const has = (key: string): boolean => words?.has(key) === true || words?.has(`${key}_other`) === true;
  expect([...used, 'many-feelings', 'many-cards', ...settings, ...reading].filter((key) => !has(key))).toEqual([]);
  expect(Object.keys(QUESTION_TYPES).length).toBeGreaterThan(15);
});
