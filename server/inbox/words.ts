import type { Keyring } from '../ports/keys.ts';

const SHORTEST_PREFIX = 3;
const LONGEST_PREFIX = 6;
/** Longer "words" are no words. */
const LONGEST_WORD = 40;
const MAX_QUERY_WORDS = 12;

const APOSTROPHES = /['’‘ʼ`]/gu;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The words of a text as they are searched for: compatibility forms made one, lower case, without accents, tashkeel
 * tatweel and apostrophes, with the forms of alef, yeh and teh marbuta that are written for one another made one.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(fold(text))) {
    if (isWordLike === true) words.push([...segment].slice(0, LONGEST_WORD).join(''));
  }
  return words;
}

function fold(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(APOSTROPHES, '')
      // The segmenter takes `a:b` and `a.b` for one word; whoever searches does not.
      .replaceAll(/[:._·]/g, ' ')
      .replaceAll(/[\p{Mn}\u0640]/gu, '')
      .replaceAll(/[\u0671\u0672\u0673]/g, '\u0627')
      .replaceAll('\u0649', '\u064A')
      .replaceAll('\u0629', '\u0647')
      .replaceAll('ß', 'ss')
      .replaceAll('ı', 'i')
      .normalize('NFC')
  );
}

const prefixesOf = (word: string): string[] => {
  const signs = [...word];
  const longest = Math.min(LONGEST_PREFIX, signs.length);
  const prefixes: string[] = [];
  for (let length = SHORTEST_PREFIX; length <= longest; length += 1) {
    prefixes.push(`prefix:${signs.slice(0, length).join('')}`);
  }
  return prefixes;
};

/** Everything an item is found by, hashed: its words, their beginnings, and its facets (`themes:damp`). */
export function itemTokens(keyring: Keyring, texts: readonly string[], facets: readonly string[]): string[] {
  // `l'hôpital` is found as it is written and by its parts.
  const apart = texts.map((text) => text.replaceAll(APOSTROPHES, ' '));
  const words = new Set([...texts, ...apart].flatMap(wordsOf));
  const marked = [...words].flatMap((word) => [`word:${word}`, ...prefixesOf(word)]);
  return [...new Set([...marked, ...facets.map(facetMark)])].map((text) => keyring.token(text));
}

/** What to look for when somebody types: every word must be there; the last may be only a
 * beginning, of which the first six signs count. */
export function queryTokens(keyring: Keyring, typed: string): string[] {
  const words = wordsOf(typed).slice(0, MAX_QUERY_WORDS);
  const last = words.length - 1;
  // After a space or a full stop the last word is finished.
  const open = /[\p{L}\p{N}\p{M}]$/u.test(typed);
  return words.map((word, i) => {
    const signs = [...word];
    const begun = i === last && open && signs.length >= SHORTEST_PREFIX;
    return keyring.token(begun ? `prefix:${signs.slice(0, LONGEST_PREFIX).join('')}` : `word:${word}`);
  });
}

/** What to look for to filter by a code of a list, as `list:code`. */
export const facetToken = (keyring: Keyring, facet: string): string => keyring.token(facetMark(facet));

const facetMark = (facet: string): string => `facet:${facet}`;
