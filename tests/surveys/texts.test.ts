import { describe, expect, test } from 'vitest';
import type { Clip, SurveyTexts } from '../../src/domain/survey.ts';
import { answer, begin, switchLanguage } from '../../src/surveys/flow.ts';
import { readText } from '../../src/surveys/read-text.ts';
import { chooseOne, starter } from '../../src/surveys/starter/build.ts';
import { fillIn, lookUp, pipesOf } from '../../src/surveys/texts.ts';

const clip = (letter: string): Clip => ({ sha256: letter.repeat(64), mime: 'audio/webm', bytes: 100, durationMs: 900 });

function row(
  language: string,
  standard: SurveyTexts['standard'],
  easy: SurveyTexts['easy'] = {},
  sounds: Partial<SurveyTexts['sounds']> = {},
): SurveyTexts {
  return {
    surveyId: 's',
    version: 1,
    language,
    status: 'draft',
    checked: null,
    standard,
    easy,
    sounds: { standard: {}, easy: {}, ...sounds },
  };
}

const en = row(
  'en',
  { a: 'A', b: 'B', c: 'C' },
  { b: 'easy B' },
  { standard: { a: clip('1') }, easy: { b: clip('2') } },
);
const so = row('so', { a: 'A so', c: '  ' }, { a: 'easy A so' }, { standard: { a: clip('3') }, easy: {} });

describe('each text is the nearest that exists', () => {
  test.each([
    ['so', 'easy', 'a', 'easy A so', 'so', 'easy'],
    ['so', 'standard', 'a', 'A so', 'so', 'standard'],
    ['so', 'easy', 'b', 'easy B', 'en', 'easy'],
    ['so', 'standard', 'b', 'B', 'en', 'standard'],
    ['so', 'easy', 'c', 'C', 'en', 'standard'],
    ['so-DJ', 'standard', 'a', 'A so', 'so', 'standard'],
    ['pl', 'standard', 'a', 'A', 'en', 'standard'],
  ] as const)('%s %s %s', (language, layer, key, words, from, found) => {
    expect(lookUp([so, en], key, language, layer)).toMatchObject({
      words,
      language: from,
      layer: found,
      missing: false,
    });
  });

  test('a survey without English falls back on what it has, and in the end on the key', () => {
    expect(lookUp([so], 'a', 'pl', 'standard')).toMatchObject({ words: 'A so', language: 'so' });
    expect(lookUp([so], 'D5.o.too-far', 'so', 'easy')).toMatchObject({ words: 'Too far', missing: true, clip: null });
  });
});

describe('the sound is of the words that are shown', () => {
  test('in their language and layer', () => {
    expect(lookUp([so, en], 'a', 'so', 'standard')).toMatchObject({ clip: clip('3'), clipLanguage: 'so' });
    expect(lookUp([so, en], 'b', 'so', 'easy')).toMatchObject({ clip: clip('2'), clipLanguage: 'en' });
    // The easy words were never recorded: the recording of the others would say something else.
    expect(lookUp([so, en], 'a', 'so', 'easy')).toMatchObject({ clip: null, clipLanguage: null });
  });

  test('a language that is only spoken is heard, over words in another', () => {
    const syl = row('syl', {}, {}, { standard: { a: clip('9') }, easy: {} });
    expect(lookUp([syl, en], 'a', 'syl', 'easy')).toMatchObject({
      words: 'A',
      language: 'en',
      clip: clip('9'),
      clipLanguage: 'syl',
    });
  });
});

describe('labels of earlier answers', () => {
  test('places are found with and without words for when there is no label', () => {
    expect(pipesOf('About {{F1}} and {{ F2 | the visit }}.')).toEqual([
      { code: 'F1', otherwise: null },
      { code: 'F2', otherwise: 'the visit' },
    ]);
  });

  test('are isolated, joined as the language joins, and otherwise the words after the bar', () => {
    const labels = (code: string) => ({ F1: ['Doctor'], F2: ['Doctor', 'Chemist'] })[code] ?? [];
    expect(fillIn('About {{F1}}.', labels, 'en')).toBe('About \u2068Doctor\u2069.');
    expect(fillIn('About {{F2}}.', labels, 'en')).toBe('About \u2068Doctor and Chemist\u2069.');
    expect(fillIn('About {{F9|that}}.', labels, 'en')).toBe('About that.');
    expect(fillIn('About {{F9}}.', labels, 'no such tag')).toBe('About ….');
  });

  test('follow the answer, and the language of the sentence', () => {
    const survey = starter('s', [
      chooseOne('F1', { gp: 'doctor', dent: 'dentist' }),
      chooseOne('F2', { yes: 'yes', no: 'no' }),
    ]);
    const texts = [
      row('en', { 'F1.o.gp': 'Doctor', 'F1.o.dent': 'Dentist', 'F2.ask': 'How was {{F1|it}}?' }),
      row('so', { 'F1.o.gp': 'Dhakhtar', 'F2.ask': 'Sidee ahaa {{F1|taas}}?' }),
    ];
    const loaded = { survey, texts };
    const saying = {
      outcome: 'answered' as const,
      value: { code: 'gp' },
      language: 'en',
      readingMode: 'standard' as const,
    };
    let state = begin(loaded, { mode: 'paper', language: 'en', readingMode: 'standard', seed: 1 });
    expect(readText(loaded, state, 'F2.ask').words).toBe('How was it?');
    state = answer(state, survey, 'F1', saying);
    expect(readText(loaded, state, 'F2.ask').words).toBe('How was \u2068Doctor\u2069?');
    state = switchLanguage(state, { language: 'so', readingMode: 'standard' });
    expect(readText(loaded, state, 'F2.ask').words).toBe('Sidee ahaa \u2068Dhakhtar\u2069?');
    state = answer(state, survey, 'F1', { ...saying, outcome: 'skipped', value: null });
    expect(readText(loaded, state, 'F2.ask').words).toBe('Sidee ahaa taas?');
  });
});
