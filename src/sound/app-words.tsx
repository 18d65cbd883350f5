import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { clipOf, filmOf, type AppSounds } from '../domain/app-sounds.ts';
import { isSigned } from '../domain/signed.ts';
import { currentLanguage, findText, type Reader, type TextValues } from '../i18n/catalogue.ts';
import { useReader } from '../i18n/reader.ts';
import { useTextChanges } from '../i18n/use-language.ts';
import type { Say } from './sound-desk.ts';

const NONE: readonly AppSounds[] = [];
const Recorded = createContext<readonly AppSounds[]>(NONE);

/** Lends what stands inside it the recorded sounds of the app's own words. Outside, none of them is recorded. */
export const AppSoundsProvider = Recorded.Provider;
export const useAppSounds = (): readonly AppSounds[] => useContext(Recorded);

/**
 * One of the app's own texts as this reader sees it, with the recording of these very words. `place` is
 * `namespace:key`. Words that something is put into have no recording: it would say something else.
 */
export function appWords(
  sounds: readonly AppSounds[],
  place: string,
  reader: Reader,
  values?: TextValues,
): Say & { readonly missing: boolean } {
  const found = findText('common', place, values ?? {}, reader);
  const { words, language, missing } = found;
  const clip = missing || values !== undefined ? null : clipOf(sounds, place, found);
  const signed = isSigned(reader.language) && !missing && values === undefined;
  const film = signed ? filmOf(sounds, place, found, reader.language) : null;
  return { id: place, words, language, clip, film, missing };
}

/** Parts of one question: heard, and seen, whole or not at all, so that nobody agrees to half of it. */
export function wholeOnly(parts: readonly Say[]): readonly Say[] {
  const heard = parts.every(({ clip }) => clip !== null);
  const seen = parts.every(({ film }) => (film ?? null) !== null);
  return parts.map(({ clip, film, ...part }) => ({
    ...part,
    clip: heard ? clip : null,
    ...(seen && film !== undefined ? { film } : {}),
  }));
}

/** The app's own texts to be heard, as the screen shows them. Their namespaces must be loaded. */
export function useAppWords(): (place: string) => Say {
  useTextChanges();
  const reader = useReader() ?? currentLanguage();
  const sounds = useAppSounds();
  return (place) => appWords(sounds, place, reader);
}
