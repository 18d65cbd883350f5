import { expect, test } from 'vitest';
import { heldLanguages, isWholeIn } from '../../src/surveys/held-languages.ts';
import { aSurvey } from '../helpers/a-survey.ts';

const six = aSurvey({ languages: ['en', 'pl', 'ar', 'pa-Arab', 'pa-Guru', 'ur'] });
const inLanguage = (language: string, over: object = {}) => ({ ...six.texts[0]!, language, ...over });
const clip = { sha256: 'a'.repeat(64), mime: 'audio/ogg', bytes: 3, durationMs: 900 };

test('only languages with words on this tablet are offered', () => {
  expect(heldLanguages(six)).toEqual(['en', 'ar']);
  const blank = inLanguage('ur', { standard: { title: '  ' } });
  expect(heldLanguages({ ...six, texts: [...six.texts, blank] })).toEqual(['en', 'ar']);
});

test('a language that is only spoken is offered', () => {
  const spoken = inLanguage('ur', { standard: {}, sounds: { standard: { 'Q1.ask': clip }, easy: {} } });
  expect(heldLanguages({ ...six, texts: [...six.texts, spoken] })).toEqual(['en', 'ar', 'ur']);
});

test('they stand in the order of the organisation, whatever the letters, and others behind', () => {
  const texts = ['en', 'ar', 'pa-Guru', 'pa-Arab', 'pl'].map((tag) => inLanguage(tag));
  expect(heldLanguages({ ...six, texts }, ['pa-Guru', 'ar'])).toEqual(['pa-Guru', 'pa-Arab', 'ar', 'en', 'pl']);
});

test('with no words at all the first language is offered', () => {
  expect(heldLanguages({ ...six, texts: [] })).toEqual(['en']);
});

test('a language is whole when everything needed is written or recorded in it', () => {
  expect(isWholeIn(six, 'en')).toBe(true);
  const { 'Q2.ask': _gone, ...others } = six.texts[0]!.standard;
  const gap = inLanguage('ur', { standard: others });
  expect(isWholeIn({ ...six, texts: [gap] }, 'ur')).toBe(false);
  const spoken = { ...gap, sounds: { standard: { 'Q2.ask': clip }, easy: {} } };
  expect(isWholeIn({ ...six, texts: [spoken] }, 'ur')).toBe(true);
  expect(isWholeIn(six, 'pl')).toBe(false);
});
