import { textKey } from '../locales.mjs';

/** Why a translated text does not come in, or comes in with a word of warning. */
export interface Finding {
  readonly weight: 'refused' | 'look';
  readonly why: string;
}

/** Letters of each script by its ISO 15924 code, as regular expressions know them. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  Arab: /\p{Script=Arabic}/u,
  Beng: /\p{Script=Bengali}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Deva: /\p{Script=Devanagari}/u,
  Ethi: /\p{Script=Ethiopic}/u,
  Gujr: /\p{Script=Gujarati}/u,
  Guru: /\p{Script=Gurmukhi}/u,
  Hans: /\p{Script=Han}/u,
  Latn: /\p{Script=Latin}/u,
  Taml: /\p{Script=Tamil}/u,
};

/** `{{name}}`, and `{{D3|what stands there}}`: what is between the braces before a stroke must come back as it was. */
const placesOf = (words: string): string[] =>
  [...words.matchAll(/\{\{\s*([\w.-]+)/g)].map((match) => match[1] ?? '').sort();

/** Words that stay as they are in every language, and so say nothing of the script: names, codes, file kinds. */
const bare = (words: string): string =>
  words.replaceAll(/\{\{[^}]*\}\}|Said & Done|NHS|BSL|A&E|GP|111|999|https?:\S+/g, '');

const hasLetters = (words: string): boolean => /\p{L}{2,}/u.test(bare(words));

/** What speaks against taking this translation in. `plural`: the form of a plural, which may say its number in words. */
export function checkText(english: string, words: string, script: string, key: string): Finding[] {
  const found: Finding[] = [];
  const wanted = placesOf(english);
  const given = placesOf(words);
  const inWords = key !== textKey(key);
  const lost = wanted.filter((place) => !given.includes(place) && !(inWords && place === 'count'));
  const strange = given.filter((place) => !wanted.includes(place) && !(inWords && place === 'count'));
  if (lost.length > 0)
    found.push({ weight: 'refused', why: `{{${lost.join('}} {{')}}} is missing: it is filled in by the app` });
  if (strange.length > 0)
    found.push({ weight: 'refused', why: `{{${strange.join('}} {{')}}} is not known: the app has nothing to fill in` });
  const letters = LETTERS[script];
  if (letters !== undefined && hasLetters(words) && !letters.test(bare(words)))
    found.push({ weight: 'refused', why: `there is no letter of the script ${script} in it` });
  if (script !== 'Latn' && /\p{Script=Latin}{3,}/u.test(bare(words)) && letters?.test(bare(words)) === true)
    found.push({ weight: 'look', why: 'it has Latin letters in it' });
  if (hasLetters(english) && words.trim() === english.trim())
    found.push({ weight: 'look', why: 'it is the same as the English' });
  if (words.length > 2.5 * english.length + 24)
    found.push({ weight: 'look', why: 'it is much longer than the English' });
  return found;
}
