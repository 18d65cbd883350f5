import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flatTexts } from '../../../src/surveys/starter/starters.ts';

/** What a screen must say, read from the very files, so that a journey can be gone in any language. */

const LOCALES = join(import.meta.dirname, '..', '..', '..', 'locales');

/** Who reads: a language, plain or easy. */
export interface Reader {
  readonly language: string;
  readonly layer: 'standard' | 'easy';
}
export interface Words {
  readonly words: string;
  /** The tag they are really in. */
  readonly language: string;
}

const read = new Map<string, Readonly<Record<string, string>>>();

function fileOf(language: string, layer: string, namespace: string): Readonly<Record<string, string>> {
  const path = join(LOCALES, language, layer, `${namespace}.json`);
  let words = read.get(path);
  if (words === undefined) {
    words = existsSync(path) ? flatTexts(JSON.parse(readFileSync(path, 'utf8'))) : {};
    read.set(path, words);
  }
  return words;
}

/** Easy in the language, the language, easy English, English. Throws where English has none either. */
export function wordsOf({ language, layer }: Reader, namespace: string, key: string): Words {
  for (const tag of new Set([language, 'en'])) {
    for (const from of layer === 'easy' ? ['easy', 'standard'] : ['standard']) {
      const words = fileOf(tag, from, namespace)[key];
      if (words !== undefined) return { words, language: tag };
    }
  }
  throw new Error(`nobody wrote ${namespace}:${key}`);
}

/** As one line, without the marks round what is put in. */
export const plain = (words: string): string =>
  words
    .replaceAll(/[\u2066-\u2069\u200E\u200F]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
