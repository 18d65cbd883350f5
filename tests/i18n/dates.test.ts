import { expect, test } from 'vitest';
import { loadTexts } from '../../src/i18n/catalogue.ts';
import { age, date, dateTime, minutesAndSeconds, number, shortDate, time } from '../../src/i18n/dates.ts';
import { fallbacksOf, languageOf } from '../../src/i18n/languages.ts';

const bare = (words: string): string => words.replaceAll(/[\u2066-\u2069\u200e\u200f\u061c]/g, '');

test('a calendar day is that day in every time zone', () => {
  expect(date('en', '2026-11-03')).toBe('3 November 2026');
  expect(shortDate('en', '2026-11-03')).toMatch(/^Tue,? 3 November$/);
});

test('languages that have a calendar or digits of their own still get ours', () => {
  for (const language of ['ar', 'fa', 'fa-AF', 'ps', 'ckb', 'bn', 'pa-Arab', 'th']) {
    expect(bare(date(language, '2026-11-03'))).toMatch(/2026/);
    expect(bare(date(language, '2026-11-03'))).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9\u09e6-\u09ef]/);
    expect(bare(number(language, 1234.5))).toMatch(/^1[^\d]?234[^\d]5$/);
  }
});

test('in a right-to-left language a date stands by itself', () => {
  expect(date('ar', '2026-11-03')).toMatch(/^\u2068.*\u2069$/s);
  expect(date('en', '2026-11-03')).not.toMatch(/[\u2066-\u2069]/);
});

test('a time is the wall clock of the tablet, in 24 hours', () => {
  const at = new Date(2026, 10, 3, 14, 5);
  expect(time('en', at)).toBe('14:05');
  expect(dateTime('en', at)).toMatch(/^3 November 2026 at 14:05$/);
});

test('an age is the largest whole unit, and never less than a minute', () => {
  const since = (ms: number): string => age('en', new Date(0), new Date(ms));
  expect(since(5_000)).toBe('1 minute');
  expect(since(59 * 60_000)).toBe('59 minutes');
  expect(since(26 * 3_600_000)).toBe('26 hours');
  expect(since(9 * 86_400_000)).toBe('9 days');
  expect(since(-5)).toBe('1 minute');
});

test('what is no date comes back as it was', () => {
  expect(date('en', 'soon')).toBe('soon');
  expect(age('en', 'soon', new Date(0))).toBe('');
});

test('a length of sound', () => {
  expect([0, 65_000, 3_599_999, -1].map(minutesAndSeconds)).toEqual(['0:00', '1:05', '59:59', '0:00']);
});

test('each catalogue falls back through its language to English', () => {
  expect(fallbacksOf('so-simple')).toEqual(['so', 'en-simple', 'en']);
  expect(fallbacksOf('so')).toEqual(['en']);
  expect(fallbacksOf('en-simple')).toEqual(['en']);
  expect(fallbacksOf('en')).toEqual([]);
});

test('an unknown tag is its base language, or English', () => {
  expect(languageOf('ar-EG').tag).toBe('ar');
  expect(languageOf('xx').tag).toBe('en');
  expect(languageOf('not a tag').tag).toBe('en');
  for (const [asked, found] of [
    ['pt-BR', 'pt-PT'],
    ['pa-PK', 'pa-Arab'],
    ['pa', 'pa-Guru'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'en'],
    ['prs', 'fa-AF'],
    ['ku', 'en'],
  ] as const)
    expect(languageOf(asked).tag, asked).toBe(found);
});

test('where the browser knows nothing of a language, digits say the day and our own texts the age', async () => {
  // Klingon stands for what a browser does not know: which languages those are differs.
  expect(date('tlh', '2026-11-03')).toBe('03/11/2026');
  expect(shortDate('tlh', '2026-11-03')).toBe('03/11');
  expect(dateTime('tlh', new Date(2026, 10, 3, 14, 5))).toBe('03/11/2026, 14:05');
  await loadTexts(['common']);
  expect(age('tlh', new Date(0), new Date(180_000))).toBe('3 minutes');
});
