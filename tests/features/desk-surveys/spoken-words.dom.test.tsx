import { describe, expect, test } from 'vitest';
import { loadShared, ownSpoken, sharedSpoken } from '../../../src/features/desk/surveys/spoken-words.ts';
import { aChoice, aDoc } from './a-doc.ts';

describe('words that can be recorded', () => {
  test('of the survey itself: what is written in that language and layer, and nothing that falls back', () => {
    expect(ownSpoken(aDoc(), 'ar', 'standard')).toEqual([{ key: 'A1.ask', words: 'من أين الماء؟', also: [] }]);
    expect(ownSpoken(aDoc(), 'en', 'easy').map(({ key }) => key)).toEqual(['A1.ask']);
  });

  test('of every survey: fixed names of a kind, the practice and the end, each under the key it is heard by', async () => {
    const faces = aChoice('F1', { type: 'faces-three', settings: {} });
    const doc = aDoc({ questions: [faces], aboutYou: true });
    await loadShared(doc, 'en', 'standard');
    const said = sharedSpoken(doc, 'en', 'standard');
    // "Good" is said once, and heard wherever it stands.
    expect(new Set(said.map(({ words }) => words)).size).toBe(said.length);
    const shared = new Map(said.flatMap(({ key, words, also }) => [key, ...also].map((one) => [one, words])));
    expect(shared.get('practice.ask')).toBe('Do you like tea?');
    expect(shared.get('E1.o.good')).toBe('Good');
    expect(shared.get('about-age.ask')).toBe('How old are you?');
    expect([...shared.keys()].filter((key) => key.startsWith('F1.fixed.')).length).toBe(3);
    expect([...shared.values()].every((words) => words.trim() !== '')).toBe(true);
  });

  test('what is signed is never written: the English words are what somebody signs', async () => {
    await loadShared(aDoc(), 'bfi', 'standard');
    expect(sharedSpoken(aDoc(), 'bfi', 'standard')).toEqual(sharedSpoken(aDoc(), 'en', 'standard'));
    expect(ownSpoken(aDoc(), 'bfi', 'standard')).toEqual(ownSpoken(aDoc(), 'en', 'standard'));
    expect(ownSpoken(aDoc(), 'bfi', 'standard').length).toBeGreaterThan(0);
  });

  test('a language the app has no words in has none to read out', async () => {
    await loadShared(aDoc(), 'rmy', 'standard');
    expect(sharedSpoken(aDoc(), 'rmy', 'standard')).toEqual([]);
  });
});
