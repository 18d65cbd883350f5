import { describe, expect, test } from 'vitest';
import { readLocales, type LocaleFile } from '../../scripts/locales.mjs';
import { survey as surveySchema, surveyTexts, textKey, type Survey } from '../../src/domain/survey.ts';
import { readQuestion } from '../../src/surveys/read-question.ts';
import { STARTERS, starterTexts } from '../../src/surveys/starter/starters.ts';
import { pipesOf } from '../../src/surveys/texts.ts';
import { PICTURES } from '../../src/ui/pictures/set.ts';

const locales = readLocales();
const textsOf = (id: string, language: string, layer: string): ReadonlyMap<string, string> =>
  locales.find((file) => file.namespace === `survey-${id}` && file.language === language && file.layer === layer)
    ?.texts ?? new Map<string, string>();

/** Every text a survey can have; `needed` ones must be there in its first language. */
function slotsOf(survey: Survey): { key: string; needed: boolean }[] {
  return [
    { key: 'title', needed: true },
    { key: 'purpose', needed: true },
    ...survey.questions.flatMap((question) => {
      const known = readQuestion(question);
      const own = known?.type.texts(known.settings) ?? [];
      return [
        { key: `${question.code}.ask`, needed: true },
        { key: `${question.code}.help`, needed: false },
        ...own.map(({ key, needed }) => ({ key: `${question.code}.${key}`, needed })),
      ];
    }),
  ];
}

const picturesOf = (survey: Survey): string[] =>
  survey.questions.flatMap((question) => {
    const known = readQuestion(question);
    const drawn = [...(known?.choices ?? []), ...(known?.rows ?? [])].map(({ picture }) => picture);
    return [question.picture, ...drawn].flatMap((picture) => picture ?? []);
  });

test('there are three, each of ten questions', () => {
  expect(STARTERS.map(({ surveyId, questions }) => [surveyId, questions.length])).toEqual([
    ['getting-to-see-a-doctor', 10],
    ['how-was-your-care', 10],
    ['what-matters-here', 10],
  ]);
});

describe.each(STARTERS.map((survey) => [survey.surveyId, survey] as const))('%s', (id, survey) => {
  test('is a survey, of types that are known, with settings they accept', () => {
    expect(surveySchema.parse(survey)).toEqual(survey);
    for (const question of survey.questions) {
      const known = readQuestion(question);
      expect(known, question.code).not.toBeNull();
      expect(known?.type.problems(known.settings), question.code).toEqual([]);
    }
  });

  test('has a picture for every choice, and every picture is in the set', () => {
    for (const question of survey.questions) {
      const known = readQuestion(question);
      const choices = known?.rows.length === 0 ? known.choices : (known?.rows ?? []);
      expect(choices.filter(({ picture }) => picture === null).map(({ code }) => `${question.code}.${code}`)).toEqual(
        [],
      );
    }
    expect(picturesOf(survey).filter((picture) => !Object.hasOwn(PICTURES, picture.slice('set:'.length)))).toEqual([]);
  });

  test('has every text in English, and an easy one for every question that is not easy already', () => {
    const standard = textsOf(id, 'en', 'standard');
    const easy = textsOf(id, 'en', 'easy');
    const lacking = slotsOf(survey).filter(({ key, needed }) => needed && (standard.get(key) ?? '').trim() === '');
    expect(lacking).toEqual([]);
    const asks = survey.questions.map(({ code }) => `${code}.ask`).concat('purpose');
    // The Friends and Family Test keeps its words; this one is easy as it stands.
    const same = asks.filter((key) => !easy.has(key));
    expect(same).toEqual(same.filter((key) => ['F2.ask', 'W9.ask'].includes(key)));
  });

  test('has no text that nothing shows, in any language', () => {
    const known = new Set(slotsOf(survey).map(({ key }) => key));
    const files = locales.filter(({ namespace }) => namespace === `survey-${id}`);
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const { language, layer, texts } of files) {
      expect([...texts.keys()].filter((key) => !known.has(key) || !textKey.safeParse(key).success)).toEqual([]);
      expect([language, layer, texts.size > 0]).toEqual([language, layer, true]);
    }
  });

  test('a translation is whole and repeats the same answers', () => {
    const english = textsOf(id, 'en', 'standard');
    const others = locales.filter(
      (file: LocaleFile) => file.namespace === `survey-${id}` && file.language !== 'en' && file.layer === 'standard',
    );
    for (const { language, texts } of others) {
      expect([language, [...english.keys()].filter((key) => !texts.has(key))]).toEqual([language, []]);
      const codes = (words: string): string[] => pipesOf(words).map(({ code }) => code);
      const differing = [...texts].filter(
        ([key, words]) => codes(words).join() !== codes(english.get(key) ?? '').join(),
      );
      expect([language, differing]).toEqual([language, []]);
    }
  });

  test('becomes texts for tablets', () => {
    const nested = { title: 'A', D1: { ask: 'B', o: { yes: 'C' } } };
    const made = starterTexts(survey, 'en', { standard: nested, easy: {} });
    expect(surveyTexts.parse(made)).toEqual(made);
    expect(made.standard).toEqual({ title: 'A', 'D1.ask': 'B', 'D1.o.yes': 'C' });
    expect(made.status).toBe('checked');
    expect(starterTexts(survey, 'ar', { standard: nested, easy: undefined }).status).toBe('draft');
  });
});

test('the Friends and Family question has its official words', () => {
  const [f2] = STARTERS.filter(({ fixed }) => fixed === 'fft').flatMap(({ questions }) =>
    questions.filter(({ type }) => type === 'faces-five'),
  );
  expect(f2?.code).toBe('F2');
  expect(textsOf('how-was-your-care', 'en', 'standard').get('F2.ask')).toBe(
    'Overall, how was your experience of our service?',
  );
  expect(textsOf('how-was-your-care', 'en', 'easy').has('F2.ask')).toBe(false);
});
