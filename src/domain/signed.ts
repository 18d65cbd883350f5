import type { Clip } from './survey.ts';

/**
 * Languages that are signed and never written: their texts are films of a person, one for each text, and the words that
 * stand beside a film are English. Each has a folder in `locales/` that says so of itself and holds no words.
 */
export const SIGNED_LANGUAGES: readonly string[] = ['bfi'];

/** What the words beside signing are written in, and what a signed language falls back to. */
export const WORDS_BESIDE_SIGNING = 'en';

export const isSigned = (tag: string): boolean => SIGNED_LANGUAGES.includes(tag.toLowerCase().split('-')[0] ?? '');

/** The language the words of a screen are in: of a signed language, the one that stands beside it. */
export const writtenIn = (tag: string): string => (isSigned(tag) ? WORDS_BESIDE_SIGNING : tag);

/** A film of somebody signing, among clips: everything else is heard. */
export const isFilm = ({ mime }: Pick<Clip, 'mime'>): boolean => mime.startsWith('video/');

/** A signed text is larger than a spoken one, and every tablet holds all of them. Bytes. */
export const MAX_FILM_BYTES = 4 * 1000 * 1000;
/** Nobody follows a longer one at one go. Milliseconds. */
export const MAX_FILM_MS = 90_000;
