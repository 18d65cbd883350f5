import { readFileSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filmOf, markOf, type AppSounds } from '../../src/domain/app-sounds.ts';
import { isFilm, isSigned, SIGNED_LANGUAGES, writtenIn } from '../../src/domain/signed.ts';
import type { Clip, SurveyTexts } from '../../src/domain/survey.ts';
import { wholeOnly } from '../../src/sound/app-words.tsx';
import { heldLanguages } from '../../src/surveys/held-languages.ts';
import { starter } from '../../src/surveys/starter/build.ts';
import { lookUp } from '../../src/surveys/texts.ts';

const film = (sign: string): Clip => ({ sha256: sign.repeat(64), mime: 'video/webm', bytes: 3, durationMs: 900 });
const sound = (sign: string): Clip => ({ ...film(sign), mime: 'audio/ogg' });
const KEY = 'consent:layers.use.question';
const rows: readonly AppSounds[] = [
  { language: 'bfi', sounds: { standard: { [KEY]: { ...film('a'), words: markOf('May we?') } }, easy: {} } },
];
const texts = (language: string, words: SurveyTexts['standard'], clips: Record<string, Clip>): SurveyTexts => ({
  surveyId: 's',
  version: 1,
  language,
  status: 'draft',
  checked: null,
  standard: words,
  easy: {},
  sounds: { standard: clips, easy: {} },
});

test('the folder of every signed language says so, and holds no words', () => {
  const folders = globSync('locales/*/meta.json').filter(
    (path) => (JSON.parse(readFileSync(path, 'utf8')) as { signed?: boolean }).signed === true,
  );
  expect(folders).toEqual(SIGNED_LANGUAGES.map((tag) => `locales/${tag}/meta.json`));
  for (const tag of SIGNED_LANGUAGES) expect(globSync(`locales/${tag}/{standard,easy}/*`)).toEqual([]);
  expect([isSigned('bfi'), isSigned('BFI-GB'), isSigned('en'), writtenIn('bfi'), writtenIn('ar')]).toEqual([
    true,
    true,
    false,
    'en',
    'ar',
  ]);
});

test('a film is seen only beside the very words that were signed', () => {
  const shown = { words: 'May we?', language: 'en', layer: 'standard' } as const;
  expect(filmOf(rows, KEY, shown, 'bfi')).toEqual(film('a'));
  expect(filmOf(rows, KEY, { ...shown, words: 'May we now?' }, 'bfi')).toBeNull();
  expect(filmOf(rows, KEY, { ...shown, layer: 'easy' }, 'bfi')).toBeNull();
  expect(filmOf(rows, KEY, { ...shown, language: 'ar' }, 'bfi')).toBeNull();
});

test('a survey lends its film to who is spoken to in signs, and its sound stays that of the words', () => {
  const both = [texts('en', { a: 'A', b: 'B' }, { a: sound('e') }), texts('bfi', {}, { a: film('f') })];
  expect(lookUp(both, 'a', 'bfi', 'standard')).toMatchObject({
    words: 'A',
    language: 'en',
    film: film('f'),
    clip: sound('e'),
  });
  expect(lookUp(both, 'b', 'bfi', 'standard')).toMatchObject({ words: 'B', film: null });
  expect(lookUp(both, 'a', 'en', 'standard').film).toBeNull();
  // What is heard is never taken for a film.
  expect(lookUp([texts('bfi', {}, { a: sound('x') })], 'a', 'bfi', 'standard').film).toBeNull();
  expect(isFilm(film('f'))).toBe(true);
});

test('a question of consent is seen whole or not at all', () => {
  const part = { id: 'x', words: 'x', language: 'en', clip: null };
  const [one, other] = [
    { ...part, film: film('a') },
    { ...part, film: film('b') },
  ];
  expect(wholeOnly([one, other])).toEqual([one, other]);
  expect(wholeOnly([one, { ...part, film: null }]).every(({ film: seen }) => seen == null)).toBe(true);
});

test('it is offered as soon as the organisation uses it, and never else', () => {
  const survey = starter('s', []);
  const loaded = { survey: { ...survey, languages: ['en'] }, texts: [texts('en', { a: 'A' }, {})] };
  expect(heldLanguages(loaded, ['en', 'bfi'])).toEqual(['en', 'bfi']);
  expect(heldLanguages(loaded, ['en'])).toEqual(['en']);
});
