/** Languages people speak in outreach, with the direction they are written in. Tags are BCP 47. */
const SPOKEN: ReadonlyArray<readonly [tag: string, dir: 'ltr' | 'rtl']> = [
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['bn', 'ltr'],
  ['bg', 'ltr'],
  ['ckb', 'rtl'],
  ['cs', 'ltr'],
  ['cy', 'ltr'],
  ['es', 'ltr'],
  ['fa', 'rtl'],
  ['fa-AF', 'rtl'],
  ['fr', 'ltr'],
  ['gu', 'ltr'],
  ['hi', 'ltr'],
  ['hu', 'ltr'],
  ['it', 'ltr'],
  ['kmr', 'ltr'],
  ['lt', 'ltr'],
  ['ne', 'ltr'],
  ['pa-Arab', 'rtl'],
  ['pa-Guru', 'ltr'],
  ['pl', 'ltr'],
  ['ps', 'rtl'],
  ['pt', 'ltr'],
  ['ro', 'ltr'],
  ['ru', 'ltr'],
  ['sk', 'ltr'],
  ['so', 'ltr'],
  ['sq', 'ltr'],
  ['syl', 'ltr'],
  ['ta', 'ltr'],
  ['ti', 'ltr'],
  ['tr', 'ltr'],
  ['uk', 'ltr'],
  ['ur', 'rtl'],
  ['vi', 'ltr'],
  ['yue', 'ltr'],
  ['zh-Hans', 'ltr'],
  ['zh-Hant', 'ltr'],
];

export const SPOKEN_LANGUAGES: readonly string[] = SPOKEN.map(([tag]) => tag);

/** The direction of words in this language, or `auto` for a language that is not in the list. */
export function dirOfSpoken(tag: string): 'ltr' | 'rtl' | 'auto' {
  return SPOKEN.find(([known]) => known === tag)?.[1] ?? 'auto';
}

/** The language's own name for itself, or its tag where the browser does not know it. */
export function ownName(tag: string): string {
  return nameIn(tag, tag);
}

/** Name of `tag` in the language `reader`. */
export function nameIn(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
