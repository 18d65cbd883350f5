import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLocales } from '../../scripts/locales.mjs';
import { checkText } from '../../scripts/translations/checks.ts';
import { fromCsv, toCsv } from '../../src/domain/csv.ts';
import { exportTexts, importTexts, READERS, readNotes, stampTexts } from '../../scripts/translations/files.ts';
import { readStates, standings } from '../../scripts/translations/states.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locales-'));
  for (const path of ['en', 'ar', 'notes.json']) cpSync(join('locales', path), join(folder, path), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const COLUMN = { text: 0, english: 1, translation: 2, state: 3, by: 4, on: 5, source: 8 } as const;

/** The spreadsheet with some cells of one text changed, as a translator would. */
function edited(text: string, cells: Partial<Record<keyof typeof COLUMN, string>>): string {
  const rows = fromCsv(exportTexts('ar', 'standard', READERS, folder));
  const row = rows.find((one) => one[0] === text);
  if (row === undefined) throw new Error(`${text} is not in the file`);
  for (const [name, words] of Object.entries(cells)) row[COLUMN[name as keyof typeof COLUMN]] = words;
  return toCsv(rows);
}
const arabic = (namespace: string, key: string): string | undefined =>
  readLocales(folder)
    .find((file) => file.language === 'ar' && file.layer === 'standard' && file.namespace === namespace)
    ?.texts.get(key);

test('a spreadsheet that nobody changed takes nothing in and changes no file', () => {
  stampTexts('ar', folder);
  const before = readFileSync(join(folder, 'ar/standard/common.json'), 'utf8');
  const { taken, findings } = importTexts(exportTexts('ar', 'standard', READERS, folder), folder);
  expect(findings.filter(({ weight }) => weight === 'refused')).toEqual([]);
  expect(taken).toBe(0);
  expect(readFileSync(join(folder, 'ar/standard/common.json'), 'utf8')).toBe(before);
});

test('a changed text comes in with who checked it, and is stale once the English changes', () => {
  stampTexts('ar', folder);
  const { taken } = importTexts(
    edited('common:next', { translation: 'إلى الأمام', state: 'checked', by: 'A. B.' }),
    folder,
  );
  expect(taken).toBe(1);
  expect(arabic('common', 'next')).toBe('إلى الأمام');
  expect(readStates('ar', folder).get('standard/common:next')).toMatchObject({ is: 'checked', by: 'A. B.' });
  const common = (): ReturnType<typeof standings>[number] | undefined =>
    standings(folder).find((row) => row.language === 'ar' && row.layer === 'standard' && row.namespace === 'common');
  expect(common()).toMatchObject({ stale: 0, states: { checked: 1 } });
  const file = join(folder, 'en/standard/common.json');
  const english = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  writeFileSync(file, JSON.stringify({ ...english, next: 'Go on' }));
  expect(common()).toMatchObject({ stale: 1 });
});

test.each([
  ['a place that is filled in was lost', 'home:waiting_other', { translation: 'شيء' }, /missing/],
  ['a place the app does not know', 'common:next', { translation: 'التالي {{x}}' }, /not known/],
  ['the wrong letters', 'common:next', { translation: 'Dalej' }, /script/],
  ['checked by nobody', 'common:next', { translation: 'أمام', state: 'checked' }, /name/],
])('%s: that text is told by its line and stays as it was', (_, text, cells, why) => {
  const name = text === 'home:waiting_other' ? firstWithPlace() : text;
  const [namespace = '', key = ''] = name.split(':');
  const before = arabic(namespace, key);
  const { taken, findings } = importTexts(edited(name, cells), folder);
  expect(taken === 0 || readStates('ar', folder).get(`standard/${name}`)?.by === undefined).toBe(true);
  expect(findings.find((found) => found.text === name && found.weight === 'refused')?.why).toMatch(why);
  expect(arabic(namespace, key)).toBe(before);
});

/** A file with one text of it, as it lies there now, and some cells written anew. */
function alone(cells: Partial<Record<keyof typeof COLUMN, string>>): string {
  const note = readStates('ar', folder).get('standard/common:next');
  const row = ['common:next', 'Next', arabic('common', 'next') ?? '', note?.is ?? '', note?.by ?? '', note?.on ?? ''];
  for (const [name, words] of Object.entries(cells)) row[COLUMN[name as keyof typeof COLUMN]] = words;
  return toCsv([
    ['text', 'english', 'translation', 'state', 'by', 'on'],
    ['language:ar', 'layer:standard', '', '', '', ''],
    row,
  ]);
}

test('words that are changed after somebody checked them are a draft again, unless they were checked anew', () => {
  const note = (): unknown => readStates('ar', folder).get('standard/common:next');
  const checked = { state: 'checked', by: 'A. B.', on: '2026-11-03' };
  importTexts(alone(checked), folder);
  expect(note()).toMatchObject({ is: 'checked', by: 'A. B.', on: '2026-11-03' });

  const { findings } = importTexts(alone({ translation: 'إلى الأمام' }), folder);
  expect(arabic('common', 'next')).toBe('إلى الأمام');
  expect(note()).toEqual({ of: expect.any(String) as string, is: 'draft' });
  expect(findings.map(({ why }) => why)).toEqual([expect.stringMatching(/changed after A\. B\./)]);

  importTexts(alone(checked), folder);
  importTexts(alone({ translation: 'التالي', on: '2026-11-20' }), folder);
  expect(note()).toMatchObject({ is: 'checked', by: 'A. B.', on: '2026-11-20' });
});

test('a day that a spreadsheet wrote in its own way is the same day', () => {
  const checked = { state: 'checked', by: 'A. B.' };
  const on = (): unknown => readStates('ar', folder).get('standard/common:next')?.on;
  importTexts(alone({ ...checked, on: '2026-03-11' }), folder);
  for (const written of ['11/03/2026', '3/11/2026', '11.3.2026']) {
    expect(importTexts(alone({ on: written }), folder), written).toMatchObject({ taken: 0, findings: [] });
    expect(on(), written).toBe('2026-03-11');
  }
  importTexts(alone({ on: '4/12/2026' }), folder);
  expect(on()).toBe('2026-12-04');
  const { findings } = importTexts(alone({ on: 'yesterday' }), folder);
  expect(findings.map(({ why }) => why)).toEqual([expect.stringMatching(/not read as a day/)]);
});

test('what tells of which English a text was made is nothing that a spreadsheet takes for a number', () => {
  const [, , ...rows] = fromCsv(exportTexts('ar', 'standard', READERS, folder));
  expect(rows.length).toBeGreaterThan(2000);
  expect(rows.filter((row) => /^[\d.]+(?:e\d+)?$/i.test(row[COLUMN.source] ?? ''))).toEqual([]);
  // Files that were sent out before have it bare.
  stampTexts('ar', folder);
  const bare = rows.find(([text]) => text === 'common:next')?.[COLUMN.source]?.replace('of-', '') ?? '';
  const { taken, findings } = importTexts(edited('common:next', { source: bare }), folder);
  expect(taken).toBe(0);
  expect(findings.filter(({ text }) => text === 'common:next')).toEqual([]);
});

test('a place for a number is known only where there is one', () => {
  expect(checkText('Next', 'التالي {{count}}', 'Arab', 'next')).toMatchObject([{ weight: 'refused' }]);
  expect(checkText('One photo', '{{count}} صورة', 'Arab', 'photos_one')).toEqual([]);
});

function firstWithPlace(): string {
  const row = fromCsv(exportTexts('ar', 'standard', READERS, folder)).find(
    ([name = '', english = '']) =>
      english.includes('{{') && !english.includes('{{count') && !/_(?:zero|one|two|few|many)$/.test(name),
  );
  return row?.[0] ?? '';
}

test('rubbish is told in words and changes nothing', () => {
  for (const rubbish of ['', 'a,b,c', '\u0000\u0001', 'text,english,translation\nlanguage:xx,layer:standard,\n']) {
    const { taken, findings } = importTexts(rubbish, folder);
    expect(taken).toBe(0);
    expect(findings[0]?.why).toMatch(/line/);
  }
});

test('cells keep commas, quotes and new lines, whatever the spreadsheet puts between them', () => {
  const rows = [
    ['a', 'b "quoted", and more'],
    ['two\nlines', 'ü، ؟'],
  ];
  expect(fromCsv(toCsv(rows))).toEqual(rows);
  expect(fromCsv('a;b\r\n"x;y";z')).toEqual([
    ['a', 'b'],
    ['x;y', 'z'],
  ]);
});

/** Languages that call themselves checked while something a person reads in them is not, or is older than the English. */
function calledCheckedTooSoon(from: string): string[] {
  const notes = readNotes(from);
  const claims = (language: string): boolean =>
    (JSON.parse(readFileSync(join(from, language, 'meta.json'), 'utf8')) as { status: string }).status === 'checked';
  return standings(from)
    .filter(({ language, namespace }) => notes(namespace).who === 'person' && claims(language))
    .filter(({ states, stale }) => states.draft + states.translated + stale > 0)
    .map(({ language, layer, namespace }) => `${language}/${layer}/${namespace}`);
}

test('no language is called checked before every word of consent and safety in it is', () => {
  expect(calledCheckedTooSoon('locales')).toEqual([]);
  const meta = join(folder, 'ar/meta.json');
  writeFileSync(meta, readFileSync(meta, 'utf8').replace('draft', 'checked'));
  expect(calledCheckedTooSoon(folder)).toContain('ar/standard/consent');
  expect(calledCheckedTooSoon(folder)).toContain('ar/standard/safety');
});

test('translators are told where every text stands', () => {
  const notes = readNotes();
  for (const { namespace } of readLocales().filter(({ language }) => language === 'en'))
    expect(notes(namespace).where).toMatch(/\./);
});

test('the pictures that translators are sent to are there', () => {
  const notes = readNotes();
  const english = readLocales().filter(({ language }) => language === 'en');
  const named = new Set(english.flatMap(({ namespace }) => notes(namespace).picture ?? []));
  expect(named.size).toBeGreaterThan(5);
  expect([...named].filter((path) => !existsSync(path))).toEqual([]);
  // What is said to the person being heard is never translated unseen. The page of safety has no picture yet.
  const unseen = english.map(({ namespace }) => namespace).filter((one) => notes(one).picture === null);
  expect([...new Set(unseen.filter((one) => notes(one).who === 'person'))]).toEqual(['safety']);
});

test('no translation is in the letters of another script, and none has lost a place', () => {
  const english = readLocales().filter(({ language, layer }) => language === 'en' && layer === 'standard');
  const refused = readLocales()
    .filter(({ language, layer }) => language !== 'en' && layer === 'standard')
    .flatMap(({ language, namespace, texts }) => {
      const { script } = JSON.parse(readFileSync(`locales/${language}/meta.json`, 'utf8')) as { script: string };
      const original = english.find((file) => file.namespace === namespace)?.texts;
      return [...texts].flatMap(([key, words]) =>
        checkText(original?.get(key) ?? words, words, script, key)
          .filter(({ weight, why }) => weight === 'refused' && why.includes('script'))
          .map(({ why }) => `${language}/${namespace}:${key} ${why}`),
      );
    });
  expect(refused).toEqual([]);
});
