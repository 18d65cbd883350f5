import { PSEUDO_LONG } from './pseudo-long.ts';

/** Who reads a screen: what the languages of the app ask of it, each by one that asks the most. */
export interface Reading {
  readonly name: string;
  readonly language: string;
  readonly readingMode: 'standard' | 'easy';
  readonly dir: 'ltr' | 'rtl';
  /** What somebody says in it: the wall is wet. */
  readonly said: string;
}

/** Easy read; lines from the right; Nastaliq, which is tall; letters that join, and syllables; and words that are long. */
export const READINGS: readonly Reading[] = [
  { name: 'en', language: 'en', readingMode: 'standard', dir: 'ltr', said: 'The wall is wet.' },
  { name: 'en-easy', language: 'en', readingMode: 'easy', dir: 'ltr', said: 'The wall is wet.' },
  { name: 'ar', language: 'ar', readingMode: 'standard', dir: 'rtl', said: 'الجدار مبلل.' },
  { name: 'ur', language: 'ur', readingMode: 'standard', dir: 'rtl', said: 'دیوار گیلی ہے۔' },
  { name: 'bn', language: 'bn', readingMode: 'standard', dir: 'ltr', said: 'দেয়াল ভেজা।' },
  { name: 'ti', language: 'ti', readingMode: 'standard', dir: 'ltr', said: 'መንደቕ ጥሉል እዩ።' },
  { name: 'long', language: PSEUDO_LONG, readingMode: 'standard', dir: 'ltr', said: '[Théé wààll îîš wéét.]' },
];

/** A phone, and a tablet lying down; `block`: how many pixels of it are one grey of what is kept. */
export const SIZES = [
  { name: '360', width: 360, height: 740, block: 20 },
  { name: '1024', width: 1024, height: 768, block: 28 },
] as const;
export type Size = (typeof SIZES)[number];
