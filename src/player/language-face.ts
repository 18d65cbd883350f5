import type { SurveyTexts } from '../domain/survey.ts';
import { LANGUAGES, languageOf } from '../i18n/languages.ts';
import { NAMED_IN, signedLanguage } from '../i18n/signed-languages.ts';

/** A language as people are offered it: in its own name and letters. */
export interface LanguageFace {
  readonly tag: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** No second speaker has read the words yet. */
  readonly draft: boolean;
  /** The app's own words (the bar, consent) are there in it too. */
  readonly spoken: boolean;
  /** Signed, and never written: what its short name stands for, in English. */
  readonly signed: { readonly longName: string; readonly namedIn: string } | null;
}

const CHECKED = new Set<SurveyTexts['status']>(['checked', 'tested']);

/** English is what the survey is written in: it has no translation to check. */
export function languageFace(tag: string, texts: readonly SurveyTexts[]): LanguageFace {
  const known = LANGUAGES.find((language) => language.tag === tag);
  const row = texts.find((one) => one.language === tag);
  const signs = signedLanguage(tag);
  if (signs !== null) {
    const unchecked = row !== undefined && !CHECKED.has(row.status);
    const signed = { longName: signs.longName, namedIn: NAMED_IN };
    return { tag, name: signs.name, dir: 'ltr', draft: unchecked, spoken: true, signed };
  }
  // Consent is asked in the app's own words: a survey's alone make no language checked.
  const own = languageOf(tag).status === 'checked';
  const draft = row === undefined || !own || (tag.split('-')[0] !== 'en' && !CHECKED.has(row.status));
  const spoken = LANGUAGES.some((language) => language.tag === tag || language.tag === tag.split('-')[0]);
  return { tag, name: known?.name ?? nameOf(tag), dir: directionOf(tag), draft, spoken, signed: null };
}

/** Also of a language the app itself does not speak: a survey may. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const known = LANGUAGES.find((language) => language.tag === tag);
  if (known !== undefined) return known.dir;
  try {
    const locale = new Intl.Locale(tag).maximize() as Intl.Locale & {
      getTextInfo?: () => { direction?: string };
      textInfo?: { direction?: string };
    };
    const info = locale.getTextInfo?.() ?? locale.textInfo;
    return info?.direction === 'rtl' ? 'rtl' : 'ltr';
  } catch {
    return languageOf(tag).dir;
  }
}

function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
    // A language nobody knows here is never called by the name of another one.
    return name ?? LANGUAGES.find((language) => language.tag === tag.split('-')[0])?.name ?? tag;
  } catch {
    return tag;
  }
}
