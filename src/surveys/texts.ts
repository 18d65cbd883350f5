import { isFilm, isSigned } from '../domain/signed.ts';
import type { Clip, SurveyTexts, TextLayer } from '../domain/survey.ts';

/** One text as found. */
export interface FoundSurveyText {
  /** Never blank: in the end the last part of the key. */
  readonly words: string;
  /** Tag of the language the words are in: the screen marks them with it. */
  readonly language: string;
  readonly layer: TextLayer;
  /** A recording in the language asked for, else in the language of the words. */
  readonly clip: Clip | null;
  readonly clipLanguage: string | null;
  /** Where the language asked for is signed: the film of it, beside which the words stand. */
  readonly film: Clip | null;
  /** No language has words for it. */
  readonly missing: boolean;
}

const FIRST_LANGUAGE = 'en';

/**
 * The words of a key, from the nearest that exists: easy in this language, this language, easy English, English, and
 * then any language there is. A recording in the language asked for counts even where nothing is written in it; else it
 * is the one of these very words.
 */
export function lookUp(
  texts: readonly SurveyTexts[],
  key: string,
  language: string,
  layer: TextLayer,
): FoundSurveyText {
  const chain = inOrder(texts, language);
  const signed = isSigned(language);
  const layers: readonly TextLayer[] = layer === 'easy' ? ['easy', 'standard'] : ['standard', 'easy'];
  const inIt = spokenIn(chain, language, key, layers);
  const film = signed && inIt !== null && isFilm(inIt) ? inIt : null;
  for (const row of chain) {
    const found = layers.find((one) => (row[one][key] ?? '').trim() !== '');
    if (found === undefined) continue;
    const spoken = row.language === language || signed ? null : inIt;
    const clip = spoken ?? row.sounds[found][key] ?? null;
    return {
      words: row[found][key] ?? '',
      language: row.language,
      layer: found,
      clip,
      clipLanguage: clip === null ? null : spoken === null ? row.language : language,
      film,
      missing: false,
    };
  }
  const clip = signed ? null : inIt;
  return { words: wordsOfKey(key), language, layer, clip, clipLanguage: clip && language, film, missing: true };
}

function spokenIn(
  chain: readonly SurveyTexts[],
  language: string,
  key: string,
  layers: readonly TextLayer[],
): Clip | null {
  const row = chain.find((one) => one.language === language);
  return layers.map((layer) => row?.sounds[layer][key]).find((clip) => clip !== undefined) ?? null;
}

/** The rows in the order they are asked: this language, its base (`pt-BR` -> `pt`), English, the others. */
function inOrder(texts: readonly SurveyTexts[], language: string): readonly SurveyTexts[] {
  const wanted = [language, language.split('-')[0], FIRST_LANGUAGE];
  const rank = (row: SurveyTexts): number => {
    const at = wanted.indexOf(row.language);
    return at < 0 ? wanted.length : at;
  };
  return texts.toSorted((a, b) => rank(a) - rank(b));
}

function wordsOfKey(key: string): string {
  const last = (key.split('.').at(-1) ?? key).replaceAll(/[-_]/g, ' ');
  return last.charAt(0).toUpperCase() + last.slice(1);
}

/** `{{D3}}`, or `{{D3|that place}}` with the words to use when D3 has no label to give. */
const PLACE = /\{\{\s*([A-Za-z][A-Za-z0-9_-]*)\s*(?:\|([^{}]*))?\}\}/g;

/** Codes of the questions whose answers a text repeats, with whether it says what to use without one. */
export function pipesOf(words: string): readonly { readonly code: string; readonly otherwise: string | null }[] {
  return [...words.matchAll(PLACE)].map((match) => ({ code: match[1] ?? '', otherwise: match[2]?.trim() ?? null }));
}

/**
 * Puts the labels of earlier answers into a text. Each is isolated, so that a label in another direction leaves the
 * sentence as it is. Without a label: the words after the bar, or three dots.
 */
export function fillIn(words: string, labelsOf: (code: string) => readonly string[], language: string): string {
  return words.replaceAll(PLACE, (_whole, code: string, otherwise: string | undefined) => {
    const labels = labelsOf(code).filter((label) => label.trim() !== '');
    if (labels.length === 0) return otherwise?.trim() || '…';
    return `\u2068${joined(labels, language)}\u2069`;
  });
}

function joined(labels: readonly string[], language: string): string {
  try {
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(labels);
  } catch {
    return labels.join(', ');
  }
}
