import { fold } from './fold.ts';

/** Tags whose names are asked for beside those of two letters: spoken where teams go. */
const MORE = ['ckb', 'fa-AF', 'kmr', 'pa-Arab', 'pa-Guru', 'rom', 'yue', 'zh-Hans', 'zh-Hant'];
/** Names that people use and lists of names have otherwise, or not at all. */
const ALSO = {
  bangla: 'bn',
  bsl: 'bfi',
  'british sign language': 'bfi',
  farsi: 'fa',
  kurmanji: 'kmr',
  mandarin: 'zh-Hans',
  romani: 'rom',
  sorani: 'ckb',
  sylheti: 'syl',
} as const;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

let named: ReadonlyMap<string, string> | null = null;

/**
 * The BCP 47 tag of a language that a spreadsheet names in English ("Polish") or by its tag in any case ("pa-guru"); null
 * where it is neither. What people write there by hand would be compared with the tags of records, and never be the same.
 */
export function languageInFile(text: string): string | null {
  const wanted = text.trim();
  named ??= names();
  const tag = named.get(fold(wanted));
  if (tag !== undefined) return tag;
  if (!TAG.test(wanted)) return null;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? null;
  } catch {
    return null;
  }
}

/** By its folded name in English, the tag. */
function names(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const tags = [...LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`)), ...MORE];
  const found = new Map<string, string>();
  for (const tag of tags) {
    const name = english.of(tag);
    if (name !== undefined && !found.has(fold(name))) found.set(fold(name), tag);
  }
  for (const [name, tag] of Object.entries(ALSO)) found.set(name, tag);
  return found;
}
