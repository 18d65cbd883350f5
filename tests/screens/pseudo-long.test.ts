import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { PSEUDO_LONG, pseudoFile, pseudoLong } from './pseudo-long.ts';

const texts: string[] = [];
const collect = (part: unknown): void => {
  if (typeof part === 'string') texts.push(part);
  else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) collect(inner);
};
for (const file of globSync('locales/en/standard/*.json')) collect(JSON.parse(readFileSync(file, 'utf8')));

test('it is about 40 % longer than English, over all texts', () => {
  const sum = (all: readonly string[]): number => all.reduce((length, text) => length + text.length, 0);
  const longer = sum(texts.map(pseudoLong)) / sum(texts);
  expect(longer).toBeGreaterThan(1.3);
  expect(longer).toBeLessThan(1.5);
});

test('places for names and numbers, and texts within texts, stay as they are', () => {
  expect(pseudoLong('Hello {{name}}, $t(common:next)!')).toBe('[Hééllöö {{name}}, $t(common:next)!]');
  const places = /\{\{[^}]*\}\}|\$t\([^)]*\)/g;
  for (const text of texts) expect(pseudoLong(text).match(places)).toEqual(text.match(places));
});

test('a file keeps its keys', () => {
  expect(pseudoFile({ a: 'Go', b: { c_one: 'No' } })).toEqual({ a: '[Göö]', b: { c_one: '[Ñöö]' } });
});

test('nobody is offered it', () => {
  expect(LANGUAGES.map(({ tag }) => tag)).not.toContain(PSEUDO_LONG);
  expect(globSync(`locales/${PSEUDO_LONG}`)).toEqual([]);
});
