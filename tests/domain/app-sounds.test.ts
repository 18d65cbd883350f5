import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  appSounds,
  appTextKey,
  clipOf,
  isHeard,
  markOf,
  type AppClip,
  type AppSounds,
} from '../../src/domain/app-sounds.ts';
import { flatTexts } from '../../src/surveys/starter/starters.ts';

const QUESTION = 'consent:layers.use.question';
const clip = (sha: string, words: string): AppClip => ({
  sha256: sha.repeat(64),
  mime: 'audio/ogg',
  bytes: 10,
  durationMs: 1200,
  words: markOf(words),
});
const row = (language: string, standard: Record<string, AppClip>, easy: Record<string, AppClip> = {}): AppSounds =>
  appSounds.parse({ language, sounds: { standard, easy } });

test('a clip is heard only with its own words, in their own language and layer', () => {
  const rows = [
    row('en', { [QUESTION]: clip('a', 'May we?') }, { [QUESTION]: clip('b', 'Is it OK?') }),
    row('ar', { [QUESTION]: clip('c', 'هل يمكن؟') }),
  ];
  const of = (words: string, language: string, layer: 'standard' | 'easy') =>
    clipOf(rows, QUESTION, { words, language, layer })?.sha256[0] ?? null;
  expect(of('May we?', 'en', 'standard')).toBe('a');
  expect(of('Is it OK?', 'en', 'easy')).toBe('b');
  expect(of('هل يمكن؟', 'ar', 'standard')).toBe('c');
  // Words of another language are never said by it, nor those of the other layer.
  expect(of('May we?', 'ar', 'standard')).toBeNull();
  expect(of('Is it OK?', 'en', 'standard')).toBeNull();
  expect(of('May we?', 'en', 'easy')).toBeNull();
  expect(of('هل يمكن؟', 'ar', 'easy')).toBeNull();
  expect(of('May we?', 'so', 'standard')).toBeNull();
  expect(of('May we?', 'en-GB', 'standard')).toBeNull();
});

test('words that were changed since have no sound', () => {
  const rows = [row('en', { [QUESTION]: clip('a', 'May we write it down?') })];
  const of = (words: string) => clipOf(rows, QUESTION, { words, language: 'en', layer: 'standard' });
  expect(of('May we write it down?')).not.toBeNull();
  for (const other of ['May we write it down and show it?', 'May we write it down.', 'may we write it down?', '']) {
    expect(of(other)).toBeNull();
  }
});

test('no two texts of the app are taken for one another', () => {
  const seen = new Map<string, string>();
  // A signed language has a folder and no words.
  const written = readdirSync('locales').filter((language) => existsSync(`locales/${language}/standard`));
  for (const language of written) {
    for (const file of readdirSync(`locales/${language}/standard`)) {
      const texts = flatTexts(JSON.parse(readFileSync(`locales/${language}/standard/${file}`, 'utf8')));
      for (const words of Object.values(texts)) {
        const mark = markOf(words);
        expect(mark).toMatch(/^[0-9a-f]{16}$/);
        expect((seen.get(mark) ?? words).normalize('NFC').trim()).toBe(words.normalize('NFC').trim());
        seen.set(mark, words);
      }
    }
  }
  expect(seen.size).toBeGreaterThan(1000);
});

test('every text that a person is told has a name that a clip can be kept under', () => {
  const notes = JSON.parse(readFileSync('locales/notes.json', 'utf8')) as Record<string, { who: string }>;
  for (const file of readdirSync('locales/en/standard').map((name) => name.replace('.json', ''))) {
    const keys = Object.keys(flatTexts(JSON.parse(readFileSync(`locales/en/standard/${file}.json`, 'utf8'))));
    if (isHeard(file)) for (const key of keys) expect(appTextKey.safeParse(`${file}:${key}`).success, key).toBe(true);
    if (notes[file]?.who === 'person') expect(isHeard(file), file).toBe(true);
  }
  expect(isHeard('desk-inbox')).toBe(false);
  expect(isHeard('problems')).toBe(false);
});
