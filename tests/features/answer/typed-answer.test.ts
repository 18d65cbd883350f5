import { describe, expect, test } from 'vitest';
import type { SurveyQuestion } from '../../../src/domain/survey.ts';
import { readTyped, typedOf } from '../../../src/features/answer/typed-answer.ts';
import { QUESTION_TYPES, type QuestionTypeName } from '../../../src/questions/registry.ts';
import { readQuestion } from '../../../src/surveys/read-question.ts';
import { aQuestion } from '../../helpers/a-survey.ts';

const cards = (...codes: readonly string[]) => codes.map((code) => ({ code, picture: null }));
const known = (over: Partial<SurveyQuestion>) => {
  const read = readQuestion(aQuestion('Q', over));
  if (read === null) throw new Error('the question cannot be read');
  return read;
};
const oneOf = known({ settings: { choices: cards('a', 'b', 'c'), mixed: false } });
const someOf = known({
  type: 'choose-some',
  settings: { choices: cards('a', 'b', 'c'), most: 2, alone: ['c'], mixed: false },
});
const piles = known({ type: 'sort-piles', settings: { cards: cards('home', 'food', 'work'), mixed: false } });
const words = known({ type: 'short-words', settings: { voice: true, choices: cards('nothing'), lines: 3 } });
const count = known({ type: 'number', settings: { min: 0, max: 20, step: 1, first: 0, unit: false } });

const said = (question: typeof oneOf, typed: string) => {
  const read = readTyped(question, typed);
  return read.kind === 'said' ? [read.outcome, read.value] : read.kind;
};

describe('a row of a paper sheet as it is typed', () => {
  test.each([
    ['the number beside the picture', oneOf, '2', ['answered', { code: 'b' }]],
    ['several, as they were ticked', someOf, '1, 2', ['answered', { codes: ['a', 'b'] }]],
    ['one number a row, in order', piles, '1 3 2', ['answered', { sorted: { home: 'lot', food: 'no', work: 'bit' } }]],
    ['a number itself', count, '12', ['answered', { number: 12 }]],
    ['words as words', words, 'The bus stopped', ['answered', { words: 'The bus stopped', codes: [], media: [] }]],
    ['a number where words may stand too', words, '1', ['answered', { words: '', codes: ['nothing'], media: [] }]],
    ['the digits of an Arabic keyboard', someOf, '١، ٢', ['answered', { codes: ['a', 'b'] }]],
    ['the digits of a Persian keyboard', count, '۱۲', ['answered', { number: 12 }]],
    ['the digits of a Bengali keyboard', oneOf, '৩', ['answered', { code: 'c' }]],
    [
      'words with such digits, as they were typed',
      words,
      'منذ ٣ أيام',
      ['answered', { words: 'منذ ٣ أيام', codes: [], media: [] }],
    ],
    ['not sure', oneOf, ' ? ', ['not-sure', null]],
    ['not sure, on a keyboard from right to left', oneOf, '؟', ['not-sure', null]],
    ['skipped', oneOf, '-', ['skipped', null]],
    ['nothing at all', oneOf, '  ', 'nothing'],
  ])('%s', (_name, question, typed, expected) => {
    expect(said(question, typed)).toEqual(expected);
  });

  test.each([
    ['a number that is not printed', oneOf, '4'],
    ['nought', oneOf, '0'],
    ['two where one is asked', oneOf, '1 2'],
    ['the same twice', someOf, '1 1'],
    ['more than may be chosen', someOf, '1 2 3'],
    ['words where none are asked', oneOf, 'yes'],
    ['more rows than there are', piles, '1 1 1 1'],
    ['a pile that is not there', piles, '1 4 1'],
    ['a number out of range', count, '21'],
  ])('names no answer: %s', (_name, question, typed) => {
    expect(readTyped(question, typed)).toEqual({ kind: 'unknown' });
  });

  test('what was typed can be shown again, for every type that can be typed', async () => {
    for (const name of Object.keys(QUESTION_TYPES) as QuestionTypeName[]) {
      const { specimens } = (await import(`../../../src/questions/${name}/specimens.ts`)) as {
        specimens: Record<string, { settings: unknown; value: unknown }>;
      };
      for (const { settings, value } of Object.values(specimens)) {
        const question = known({ type: name, settings });
        if (value === null) continue;
        const given = {
          code: 'Q',
          type: name,
          outcome: 'answered' as const,
          value,
          voice: 'own' as const,
          language: 'en',
          readingMode: 'standard' as const,
        };
        const typed = typedOf(question, given);
        const again = readTyped(question, typed);
        // Voice, photos and places are not on paper; words and quick pictures in one answer are typed as words.
        if (again.kind !== 'said') continue;
        const marks = (of: unknown) =>
          question.type.marks(question.type.value.parse(of), settings).map(({ code }) => code);
        if (question.type.words?.(question.type.value.parse(value)) == null)
          expect(marks(again.value), `${name}: ${typed}`).toEqual(marks(value));
      }
    }
  });
});
