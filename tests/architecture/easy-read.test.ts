import { expect, test } from 'vitest';
import { readLocales } from '../../scripts/locales.mjs';
import { readingCheck, type ReadingFinding } from '../../src/surveys/reading.ts';

/**
 * What people see in easy read: the easy words, and the ordinary ones wherever there are no others. The rules are those
 * that the desk shows to whoever writes a survey; here they are not hints.
 */
const RULES: ReadonlySet<ReadingFinding['reason']> = new Set([
  'long-sentence',
  'jargon',
  'short-form',
  'capitals',
  'two-questions',
  'two-things',
  'two-negatives',
  'long-memory',
  'percentage',
  'number-word',
]);

/** Nobody reads these outside: for the desk, or said of a picture to somebody who cannot see it. */
const NOT_READ = /^(?:desk|gallery|pictures$|survey-(?:check|csv|file)$)/;
const isForDesk = (namespace: string, key: string): boolean =>
  namespace.startsWith('question-') && /^(?:name|about)$|^(?:settings|edit|problems)\./.test(key);

/** Asked in the words of others, or one thing with two names: each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'sound:sign.short': 'what those who use the language call it',
  'sound:sign.showOf': 'what those who use the language call it',
  'survey-how-was-your-care:F6.ask': 'one kind of help: to talk and understand',
  'survey-what-matters-here:W4.ask': 'one place, whatever they go there for',
};

const locales = readLocales().filter(({ language }) => language === 'en');
const layer = (name: string) =>
  new Map(locales.filter((file) => file.layer === name).map(({ namespace, texts }) => [namespace, texts]));
const standard = layer('standard');
const easy = layer('easy');

interface Seen {
  readonly name: string;
  readonly words: string;
}

const seen: readonly Seen[] = [...standard].flatMap(([namespace, texts]) =>
  NOT_READ.test(namespace)
    ? []
    : [...texts]
        .filter(([key]) => !isForDesk(namespace, key) && !key.endsWith('.picture'))
        .map(([key, words]) => ({ name: `${namespace}:${key}`, words: easy.get(namespace)?.get(key) ?? words })),
);

const offences = (texts: readonly Seen[]): string[] =>
  texts.flatMap(({ name, words }) =>
    readingCheck(words, 'easy')
      .filter(({ reason }) => RULES.has(reason) && ALLOWED[name] === undefined)
      .map(({ reason, about }) => `${name} ${reason} ${JSON.stringify(about)}: ${words}`),
  );

test('what is shown in easy read keeps its rules, also where ordinary words stand in', () => {
  expect(seen.length).toBeGreaterThan(1500);
  expect(offences(seen)).toEqual([]);
});

test('one idea to a sentence: nothing in brackets, nothing tacked on', () => {
  const tackedOn = /;|\s[–—]\s|\((?!\{\{count\}\})[^)]*\)|, (?:which|because|although|so that|whereas)\b/;
  const personal = (name: string): boolean => name.startsWith('common:personal.instead.');
  expect(seen.filter(({ name, words }) => tackedOn.test(words) && !personal(name))).toEqual([]);
});

test('nothing is stressed by slant or capitals, and nothing is counted in another way than by digits', () => {
  expect(seen.filter(({ words }) => /[*_]{1,2}\w|<\/?[a-z]/.test(words))).toEqual([]);
});

test('the rules see what breaks them', () => {
  const said = (words: string): string[] => offences([{ name: 'x:y', words }]);
  expect(said('Please utilise the multidisciplinary team.')).not.toEqual([]);
  expect(said('Do not go if you have never been.')).not.toEqual([]);
  expect(said('See your GP ASAP.')).not.toEqual([]);
  expect(
    said('This is a sentence that goes on and on and on until nobody can remember how it began at all.'),
  ).not.toEqual([]);
  expect(said('You have five choices.')).not.toEqual([]);
  expect(said('Come and see us.')).toEqual([]);
});

test('each exception is still needed', () => {
  const excused = seen.filter(({ name }) => ALLOWED[name] !== undefined);
  expect(excused.map(({ name }) => name).sort()).toEqual(Object.keys(ALLOWED).sort());
  for (const { words } of excused) expect(readingCheck(words, 'easy')).not.toEqual([]);
});
