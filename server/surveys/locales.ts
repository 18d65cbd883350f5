import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flatTexts } from '../../src/surveys/starter/starters.ts';

const LOCALES = join(import.meta.dirname, '..', '..', 'locales');

/** Languages that the app has any words in, English first. */
export async function localeLanguages(): Promise<readonly string[]> {
  const found = (await readdir(LOCALES)).filter((name) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name)).sort();
  return ['en', ...found.filter((language) => language !== 'en')];
}

/** One file of words, or null where there is none. */
export async function readLocale(language: string, layer: 'standard' | 'easy', namespace: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(LOCALES, language, layer, `${namespace}.json`), 'utf8'));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

const english = new Map<string, Promise<Readonly<Record<string, string>>>>();

/** Words of the app for staff's files, in English, by flat keys; read once. */
export function englishWords(namespace: string): Promise<Readonly<Record<string, string>>> {
  const known = english.get(namespace) ?? readLocale('en', 'standard', namespace).then((file) => flatTexts(file));
  english.set(namespace, known);
  return known;
}
