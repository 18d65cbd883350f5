import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flatten } from '../../scripts/locales.mjs';
import { textKey } from '../../src/domain/survey.ts';
import { fixedTextKeys } from '../../src/questions/choices.ts';
import { findQuestionType, QUESTION_TYPES } from '../../src/questions/registry.ts';
import type { QuestionType } from '../../src/questions/definition.ts';
import type { Specimen } from '../../src/questions/views.ts';

const SHARED = ['parts'];
const folders = readdirSync('src/questions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
  .map((entry) => entry.name)
  .sort();

const typeOf = (name: string): QuestionType => {
  const type = findQuestionType(name);
  if (type === null) throw new Error(`${name} is not in the registry`);
  return type;
};
const specimensOf = async (name: string): Promise<[string, Specimen<unknown, unknown>][]> => {
  const { specimens } = (await import(`../../src/questions/${name}/specimens.ts`)) as {
    specimens: Record<string, Specimen<unknown, unknown>>;
  };
  return Object.entries(specimens);
};
const textsOf = (file: string): Set<string> =>
  new Set(flatten(JSON.parse(readFileSync(file, 'utf8'))).map(([key]) => key));

test('every type of question has one folder and one line in the registry', () => {
  expect(Object.keys(QUESTION_TYPES).sort()).toEqual(folders);
  for (const [name, type] of Object.entries(QUESTION_TYPES)) expect(type.name).toBe(name);
  expect(findQuestionType('no-such-type')).toBeNull();
  expect(findQuestionType('toString')).toBeNull();
});

describe.each(folders)('%s', (name) => {
  const type = typeOf(name);

  test('has its schema, screens, specimens and words in both ways of reading', () => {
    const parts = ['schema.ts', 'answer.tsx', 'edit.tsx', 'specimens.ts'];
    expect(parts.filter((part) => !existsSync(`src/questions/${name}/${part}`))).toEqual([]);
    const files = ['en/standard', 'en/easy', 'ar/standard'].map((layer) => `locales/${layer}/question-${name}.json`);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    const texts = textsOf(`locales/en/standard/question-${name}.json`);
    expect(['name', 'about', 'specimen.ask'].filter((key) => !texts.has(key))).toEqual([]);
  });

  test('has specimens that its schemas take as they are, one of them answered', async () => {
    const specimens = await specimensOf(name);
    expect(specimens.length).toBeGreaterThan(0);
    for (const [specimen, { settings, value }] of specimens) {
      expect(type.settings.parse(settings), specimen).toEqual(settings);
      expect(type.problems(settings), specimen).toEqual([]);
      if (value === null) continue;
      expect(type.value.parse(JSON.parse(JSON.stringify(value))), specimen).toEqual(value);
      expect(type.shortfall(value, settings), specimen).toBeNull();
    }
    expect(specimens.some(([, { value }]) => value !== null)).toBe(type.noAnswer !== true);
  });

  test('marks only what can be chosen, in rows that there are', async () => {
    for (const [specimen, { settings, value }] of await specimensOf(name)) {
      if (value === null) continue;
      const choices = type.choices(settings).map(({ code }) => code);
      const rows = type.rows?.(settings).map(({ code }) => code) ?? null;
      for (const { row, code, weight } of type.marks(value, settings)) {
        expect(choices, specimen).toContain(code);
        expect(weight, specimen).toBeGreaterThan(0);
        if (rows === null) expect(row, specimen).toBeNull();
        else expect(rows, specimen).toContain(row);
      }
    }
  });

  test('starts from settings that can be published once their texts are written', () => {
    const blank = type.blank();
    expect(type.settings.parse(JSON.parse(JSON.stringify(blank)))).toEqual(blank);
    expect(type.problems(blank)).toEqual([]);
    expect(type.seconds(blank)).toBeGreaterThan(0);
    expect(type.seconds(blank)).toBeLessThan(180);
  });

  test('asks for texts by keys a survey may have, and its specimens have them all', async () => {
    const texts = textsOf(`locales/en/standard/question-${name}.json`);
    for (const [specimen, { settings }] of await specimensOf(name)) {
      const slots = type.texts(settings).map(({ key }) => key);
      expect(new Set(slots).size, specimen).toBe(slots.length);
      const fixed = fixedTextKeys(type, settings);
      for (const key of [...slots, ...fixed]) expect(textKey.safeParse(`D1.${key}`).success, key).toBe(true);
      expect(slots.filter((key) => !texts.has(`specimen.${key}`))).toEqual([]);
      expect(fixed.filter((key) => !texts.has(key))).toEqual([]);
    }
  });

  test('has words for each choice and row: written by a team or fixed, in every language it is translated to', async () => {
    const arabic = textsOf(`locales/ar/standard/question-${name}.json`);
    for (const [, { settings }] of await specimensOf(name)) {
      const slots = new Set(type.texts(settings).map(({ key }) => key));
      const rows = type.rows?.(settings).map(({ code }) => `o.${code}`) ?? [];
      expect(rows.filter((key) => !slots.has(key))).toEqual([]);
      expect(fixedTextKeys(type, settings).filter((key) => !arabic.has(key))).toEqual([]);
    }
  });

  test('keeps to what its properties promise', async () => {
    const blank = type.blank() as Record<string, unknown>;
    expect(Object.hasOwn(blank, 'mixed')).toBe(type.mixable);
    if (type.countsHeads) {
      expect(type.rows).toBeUndefined();
      expect(type.choices(blank).length).toBeGreaterThan(0);
    }
    if (type.noAnswer === true) {
      for (const [, { value }] of await specimensOf(name)) expect(value).toBeNull();
      expect(type.choices(blank)).toEqual([]);
    }
  });

  test('refuses what is no answer of it', () => {
    for (const rubbish of [undefined, 7, 'yes', [], { code: 'No spaces' }, { code: '../..' }, { unknown: true }]) {
      expect(type.value.safeParse(rubbish).success).toBe(false);
    }
    expect(type.settings.safeParse({ unknown: true }).success).toBe(false);
  });
});
