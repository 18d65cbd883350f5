import { isolate } from '../../../i18n/isolate.tsx';
import { LANGUAGES } from '../../../i18n/languages.ts';
import { SIGNED } from '../../../i18n/signed-languages.ts';
import { languageName } from '../language-name.ts';

/** Languages to choose from at the desk: as staff call them, and as they call themselves. */
export function languageChoices(
  tags: readonly string[],
  inLanguage: string,
): readonly { readonly value: string; readonly label: string }[] {
  return tags.map((tag) => {
    const name = languageName(inLanguage, tag);
    const own = [...LANGUAGES, ...SIGNED].find((one) => one.tag === tag)?.name ?? name;
    return { value: tag, label: own === name ? name : `${name} · ${isolate(own)}` };
  });
}

/** Languages that may be written here: those the app speaks, and others staff may ask for. */
const MORE = [
  'ar',
  'bn',
  'ckb',
  'cs',
  'fa',
  'fr',
  'gu',
  'hi',
  'it',
  'lt',
  'pa',
  'pl',
  'ps',
  'pt',
  'ro',
  'ru',
  'sk',
  'so',
  'es',
  'sw',
  'ta',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'yue',
  'zh',
  'am',
  'sq',
  'bg',
  'hu',
  'cy',
  'el',
  'kmr',
  'ne',
  'pt-BR',
  'yo',
];

export function writableLanguages(taken: readonly string[], inLanguage: string): readonly string[] {
  const all = [...new Set([...[...LANGUAGES, ...SIGNED].map(({ tag }) => tag), ...MORE])].filter(
    (tag) => !taken.includes(tag),
  );
  return all.toSorted((a, b) => languageName(inLanguage, a).localeCompare(languageName(inLanguage, b), inLanguage));
}
