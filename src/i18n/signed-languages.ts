import { isSigned } from '../domain/signed.ts';
import { FIRST_LANGUAGE, type Language } from './languages.ts';

/** What `locales/<tag>/meta.json` says of a language that is signed: its name, in letters, is English. */
export interface SignedLanguage extends Language {
  readonly longName: string;
  readonly signed: true;
}

const metas = import.meta.glob<SignedLanguage>('../../locales/bfi/meta.json', { eager: true, import: 'default' });

/** Languages that people sign. They stand beside `LANGUAGES` wherever a person, and not a screen, is spoken to. */
export const SIGNED: readonly SignedLanguage[] = Object.values(metas);

export const signedLanguage = (tag: string): SignedLanguage | null =>
  isSigned(tag) ? (SIGNED.find((one) => one.tag === tag.split('-')[0]) ?? null) : null;

/** Tag of the words a signed language is named in. */
export const NAMED_IN = FIRST_LANGUAGE;
