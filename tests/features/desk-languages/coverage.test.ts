import { STANDINGS } from 'virtual:standings';
import { describe, expect, test } from 'vitest';
import { checkedOf, coverage } from '../../../src/features/desk/languages/coverage.ts';
import { readLocales, textKey } from '../../../scripts/locales.mjs';

const row = (over: Partial<(typeof STANDINGS)[number]>): (typeof STANDINGS)[number] => ({
  language: 'so',
  layer: 'standard',
  namespace: 'consent',
  who: 'person',
  where: 'Asking',
  texts: 10,
  missing: 2,
  stale: 1,
  states: { draft: 3, translated: 0, checked: 4, tested: 1 },
  ...over,
});

describe('how far a language has come', () => {
  test('is summed by who reads it, what lacks most first', () => {
    const [so] = coverage(
      [row({}), row({ namespace: 'home', who: 'worker', missing: 9 }), row({ namespace: 'safety' })],
      [],
    );
    expect(so?.layers[0]?.person).toEqual({
      texts: 20,
      missing: 4,
      stale: 2,
      states: { draft: 6, translated: 0, checked: 8, tested: 2 },
    });
    expect(so?.layers[0]?.worker.missing).toBe(9);
    expect(so?.layers[0]?.features.map(({ namespace }) => namespace)).toEqual(['home', 'consent', 'safety']);
  });

  test('a text whose English changed is checked no longer', () => {
    expect(checkedOf(row({}))).toBe(4);
    expect(checkedOf(row({ stale: 9 }))).toBe(0);
  });

  test('languages in use stand first, then the ones that lack least', () => {
    const rows = [
      row({ language: 'ti', missing: 9 }),
      row({ language: 'pl', missing: 0 }),
      row({ language: 'ur', missing: 5 }),
    ];
    expect(coverage(rows, ['ti']).map(({ language }) => language)).toEqual(['ti', 'pl', 'ur']);
  });

  test('the figures of the build are those of the files', () => {
    const locales = readLocales();
    const languages = new Set(locales.map(({ language }) => language).filter((language) => language !== 'en'));
    expect(new Set(STANDINGS.map(({ language }) => language))).toEqual(languages);
    const keys = (language: string): Set<string> => {
      const file = locales.find(
        (one) => one.language === language && one.layer === 'standard' && one.namespace === 'consent',
      );
      return new Set([...(file?.texts.keys() ?? [])].map(textKey));
    };
    const english = keys('en');
    for (const language of ['ar', 'so', 'ti']) {
      const standing = STANDINGS.find(
        (one) => one.language === language && one.layer === 'standard' && one.namespace === 'consent',
      );
      expect(standing?.texts).toBe(english.size);
      expect(standing?.missing).toBe([...english].filter((key) => !keys(language).has(key)).length);
    }
    expect(STANDINGS.some(({ namespace }) => namespace.startsWith('desk-'))).toBe(false);
  });
});
