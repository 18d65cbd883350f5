import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { facetToken, itemTokens, queryTokens, wordsOf } from '../../../server/inbox/words.ts';
import { openKeyring } from '../../../server/keys/keyring.ts';
import type { Keyring } from '../../../server/ports/keys.ts';

describe('words', () => {
  test.each([
    ['Ça va? Naïve CAFÉ', ['ca', 'va', 'naive', 'cafe']],
    ['ﬁnance ２４', ['finance', '24']],
    ['مُسْتَشْفَى', ['مستشفي']],
    ['أحمد إلى الآن', ['احمد', 'الي', 'الان']],
    ['المـــدرسة', ['المدرسه']],
    ['Straße İstanbul ılık', ['strasse', 'istanbul', 'ilik']],
    ["didn't — didn’t stop", ['didnt', 'didnt', 'stop']],
    ['GP:late 10.30', ['gp', 'late', '10', '30']],
    ['   !? ', []],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('in scripts without spaces are still words', () => {
    expect(wordsOf('我想看医生').length).toBeGreaterThan(1);
  });
});

describe('search tokens', () => {
  let folder: string;
  let keys: Keyring;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-words-'));
    keys = await openKeyring(join(folder, 'keys.json'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const finds = (typed: string, text: string): boolean => {
    const there = new Set(itemTokens(keys, [text], []));
    const wanted = queryTokens(keys, typed);
    return wanted.length > 0 && wanted.every((token) => there.has(token));
  };

  test.each([
    ['appointment', 'No appointments again', true],
    ['app', 'No appointments again', true],
    ['ap', 'No appointments again', false],
    ['again appoi', 'No appointments again', true],
    ['appoi again', 'No appointments again', false],
    ['appoi ', 'No appointments again', false],
    ['appointments ', 'No appointments again', true],
    ['no', 'No appointments again', true],
    ['مستشفى', 'في المُسْتَشْفَى', false],
    ['المستشفى', 'في المُسْتَشْفَى', true],
    ['cafe', 'the Café', true],
    ['themes:damp', 'themes', false],
    ['hopital', 'à l’hôpital', true],
    ["l'hôp", 'à l’hôpital', true],
    ['didnt', 'They didn’t ask', true],
  ])('%j in %j: %s', (typed, text, found) => {
    expect(finds(typed, text)).toBe(found);
  });

  test('a facet is no word, and a word no facet', () => {
    expect(itemTokens(keys, [], ['themes:damp'])).toEqual([facetToken(keys, 'themes:damp')]);
    expect(itemTokens(keys, ['themes:damp facet'], [])).not.toContain(facetToken(keys, 'themes:damp'));
    expect(queryTokens(keys, '')).toEqual([]);
    expect(queryTokens(keys, 'word '.repeat(500)).length).toBeLessThanOrEqual(12);
  });
});
