import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare, readLocales, textKey, type LocaleFile } from '../../scripts/locales.mjs';
import { LISTS } from '../../src/domain/lists/lists.ts';
import { PROBLEMS } from '../../src/domain/problems.ts';
import { STARTERS } from '../../src/surveys/starter/starters.ts';
import { readScreens, readStrings, type TextUse } from './text-use.ts';

const locales = readLocales();
const { uses, written } = readScreens();
const pick = (language: string, layer: string): LocaleFile[] =>
  locales.filter((file) => file.language === language && file.layer === layer);
const english = new Map(pick('en', 'standard').map(({ namespace, texts }) => [namespace, texts]));
const keysOf = (namespace: string): string[] => [...(english.get(namespace)?.keys() ?? [])].map(textKey);
/** Spoken of on the tablet: what a person or a worker outside may be shown. The desk stays in English for now. */
const onTablet = ({ namespace }: LocaleFile): boolean => !namespace.startsWith('desk');
/** Words of a survey are shown by what the survey asks, not by a screen: `tests/surveys/starters.test.ts` holds them to it. */
const ofSurveys = STARTERS.map(({ surveyId }) => `survey-${surveyId}`);

test('every text a screen asks for exists in English', () => {
  expect(uses.length).toBeGreaterThan(300);
  const has = (namespace: string, { starts, ends, whole }: TextUse): boolean =>
    keysOf(namespace).some((key) => (whole ? key === starts : key.startsWith(starts) && key.endsWith(ends)));
  const hasAll = (prefix: string, use: TextUse): boolean => {
    const found = [...english.keys()].filter((name) => name.startsWith(prefix)).map((name) => has(name, use));
    return use.whole ? !found.includes(false) : found.includes(true);
  };
  const missing = uses.filter((use) =>
    use.namespaces.every((namespace) =>
      // `kind-${kind}:name` asks it of every kind; `kind-${kind}:steps.${step}` of those that have steps.
      namespace.endsWith('*') ? !hasAll(namespace.slice(0, -1), use) : !has(namespace, use),
    ),
  );
  expect(missing.map(({ file, namespaces, starts }) => `${file}: ${namespaces.join('/')}:${starts}`)).toEqual([]);
});

test('every English text is asked for: by its key, by a pattern, as a list code or as a problem', () => {
  const { whole, patterns } = readStrings();
  const isCode = (namespace: string, key: string): boolean => {
    if (namespace === 'problems') return Object.hasOwn(PROBLEMS, key);
    const [list = '', code = ''] = key.split('.');
    return (
      namespace === 'lists' && Object.hasOwn(LISTS, list) && LISTS[list as keyof typeof LISTS].some((c) => c === code)
    );
  };
  const isAsked = (namespace: string, key: string): boolean =>
    isCode(namespace, key) ||
    [key, `${namespace}:${key}`].some((name) => whole.has(name) || patterns.some((pattern) => pattern.test(name)));
  expect(isAsked('common', 'nobody-asks-this')).toBe(false);
  const idle = [...english.keys()]
    .filter((namespace) => !ofSurveys.includes(namespace))
    .flatMap((namespace) =>
      keysOf(namespace)
        .filter((key) => !isAsked(namespace, key))
        .map((key) => `${namespace}:${key}`),
    );
  expect(idle).toEqual([]);
});

test('every problem of the catalogue is met somewhere in the app or the server', () => {
  const code = globSync(['src/**/*.{ts,tsx}', 'sw/**/*.ts', 'server/**/*.ts'])
    .filter((file) => file !== 'src/domain/problems.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  expect(Object.keys(PROBLEMS).filter((name) => !code.includes(`'${name}'`))).toEqual([]);
});

test('every list code and every problem has its words in each layer that must have them', () => {
  const wanted = [
    ...Object.entries(LISTS).flatMap(([list, codes]) => codes.map((code) => ['lists', `${list}.${code}`] as const)),
    ...Object.keys(PROBLEMS).map((code) => ['problems', code] as const),
  ];
  for (const language of ['en', 'ar']) {
    const texts = new Map(pick(language, 'standard').map((file) => [file.namespace, file.texts]));
    expect(wanted.filter(([namespace, key]) => !texts.get(namespace)?.has(key))).toEqual([]);
  }
});

test('no translation has a text that English no longer has', () => {
  expect(
    compare(locales).flatMap(({ language, layer, stale }) => stale.map((key) => `${language}/${layer} ${key}`)),
  ).toEqual([]);
});

test('a translation fills in the same places as the English', () => {
  const placesOf = (words: string): string[] =>
    [...words.matchAll(/\{\{\s*([\w-]+)/g)].map((match) => match[1] ?? '').sort();
  const differing = locales.flatMap(({ language, layer, namespace, texts }) =>
    [...texts].flatMap(([key, words]) => {
      const original = english.get(namespace)?.get(key) ?? english.get(namespace)?.get(`${textKey(key)}_other`);
      if (original === undefined) return [];
      // One, two and none may be said in words instead of a number; easy read may leave a detail out.
      const may = new Set([...placesOf(original), 'count']);
      const lacks = layer === 'standard' ? placesOf(original).filter((place) => !placesOf(words).includes(place)) : [];
      const countOnly = lacks.every((place) => place === 'count') && /_(?:zero|one|two)$/.test(key);
      const strange = placesOf(words).filter((place) => !may.has(place));
      return (lacks.length > 0 && !countOnly) || strange.length > 0 ? [`${language}/${layer}/${namespace} ${key}`] : [];
    }),
  );
  expect(differing).toEqual([]);
});

test('plurals have every form their language needs', () => {
  const lacking = locales.flatMap(({ language, layer, namespace, texts }) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set(
      [...texts.keys()].filter((key) => key !== textKey(key) && key.endsWith('_other')).map(textKey),
    );
    return [...counted].flatMap((key) =>
      forms
        .filter((form) => !texts.has(`${key}_${form}`))
        .map((form) => `${language}/${layer}/${namespace} ${key}_${form}`),
    );
  });
  expect(lacking).toEqual([]);
});

test('easy read keeps its promises: short sentences, whole words, digits', () => {
  const offences = pick('en', 'easy')
    .filter(onTablet)
    .flatMap(({ namespace, texts }) =>
      [...texts].flatMap(([key, words]) => {
        const plain = words.replaceAll(/\{\{[^}]*\}\}/g, 'x').replaceAll('Said & Done', 'it');
        const long = plain.split(/[.!?:](?:\s|$)/).find((sentence) => sentence.trim().split(/\s+/).length > 15);
        const short = plain.match(
          /\b(?:e\.g\.|i\.e\.|etc\.?|asap|info|admin|GP|A&E|NHS|PALS|BSL|ICB|PIN|ID|URL|app\.)\b/,
        );
        return [
          ...(long === undefined ? [] : [`${namespace}:${key} is long: ${long.trim()}`]),
          ...(short === null ? [] : [`${namespace}:${key} shortens: ${short[0]}`]),
          ...(plain.includes('%') ? [`${namespace}:${key} has a percentage`] : []),
        ];
      }),
    );
  expect(offences).toEqual([]);
});

test('the words stay calm: no text says error, invalid or failed', () => {
  const harsh = pick('en', 'standard')
    .concat(pick('en', 'easy'))
    .flatMap(({ namespace, texts }) =>
      [...texts]
        .filter(([, words]) => /\b(?:error|invalid|failed|failure|oops|illegal|forbidden)\b/i.test(words))
        .map(([key]) => `${namespace}:${key}`),
    );
  expect(harsh).toEqual([]);
});

test('no screen has words written into its code', () => {
  expect(written.map(({ file, words }) => `${file}: ${words}`)).toEqual([]);
});

test('every language folder says what it is', () => {
  const languages = [...new Set(locales.map(({ language }) => language))];
  expect(languages).toContain('en');
  for (const language of languages) {
    const meta = JSON.parse(readFileSync(`locales/${language}/meta.json`, 'utf8')) as Record<string, unknown>;
    expect(meta['tag']).toBe(language);
    expect(meta['name']).toMatch(/\S/);
    expect(['ltr', 'rtl']).toContain(meta['dir']);
    expect(['checked', 'draft']).toContain(meta['status']);
    expect(meta['script']).toMatch(/^[A-Z][a-z]{3}$/);
    const { textInfo } = new Intl.Locale(language) as unknown as { textInfo?: { direction: string } };
    if (textInfo !== undefined) expect(meta['dir']).toBe(textInfo.direction);
  }
});
