/** What `locales/<tag>/meta.json` says of a language. Adding a language is adding a folder: nothing here changes. */
export interface Language {
  /** BCP 47 tag, the same as the folder's name. */
  readonly tag: string;
  /** Its own name in its own script: a language is never shown as a flag or in another language. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** ISO 15924 code: says which letters (and so which font) it needs. */
  readonly script: string;
  /** A draft has not been read by a second speaker: screens say "not checked yet". */
  readonly status: 'checked' | 'draft';
}

export type ReadingMode = 'standard' | 'easy';

export const FIRST_LANGUAGE = 'en';

// A signed language has a folder and no words: it is no language to read in (`signed-languages.ts`).
const metas = import.meta.glob<Language>(['../../locales/*/meta.json', '!../../locales/bfi/*'], {
  eager: true,
  import: 'default',
});

/** Every language there is a folder for, the first language first, then by tag. */
export const LANGUAGES: readonly Language[] = Object.values(metas).sort((a, b) =>
  a.tag === FIRST_LANGUAGE ? -1 : b.tag === FIRST_LANGUAGE ? 1 : a.tag.localeCompare(b.tag),
);

/**
 * The language of a tag, of its base (`ar-EG` -> `ar`), the one that is written with the same letters (`pt-BR` -> `pt-PT`,
 * `pa-PK` -> `pa-Arab`, `prs` -> `fa-AF`), or the first language. Never one in other letters.
 */
export function languageOf(tag: string): Language {
  const base = tag.split('-')[0];
  const found =
    LANGUAGES.find((language) => language.tag === tag) ??
    LANGUAGES.find((language) => language.tag === base) ??
    LANGUAGES.find((language) => writtenAs(language.tag) === writtenAs(tag)) ??
    LANGUAGES[0];
  if (found === undefined) throw new Error('there is no language folder');
  return found;
}

/** `pt-BR` -> `pt-Latn`; a tag that is none is only itself. */
function writtenAs(tag: string): string {
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    return language === 'fa' && region === 'AF' ? 'fa-AF' : `${language}-${script}`;
  } catch {
    return tag;
  }
}

/** The catalogue a reader reads from: easy read is the registered variant `simple` of the language. */
export function catalogueOf(language: string, readingMode: ReadingMode): string {
  return readingMode === 'easy' ? `${language}-simple` : language;
}

/** `so-simple` -> so, en-simple, en: each single text takes the nearest that exists. */
export function fallbacksOf(catalogue: string): string[] {
  const easy = catalogue.endsWith('-simple');
  const language = easy ? catalogue.slice(0, -'-simple'.length) : catalogue;
  const chain = easy ? [language, `${FIRST_LANGUAGE}-simple`, FIRST_LANGUAGE] : [FIRST_LANGUAGE];
  return [...new Set(chain)].filter((entry) => entry !== catalogue);
}
