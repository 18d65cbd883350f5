import { signedLanguage } from '../../i18n/signed-languages.ts';

/** The name of a language (BCP 47 tag) as readers of `inLanguage` call it; the tag itself where it has no name. */
export function languageName(inLanguage: string, tag: string): string {
  const signed = signedLanguage(tag);
  if (signed !== null) return signed.longName;
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
