import type { VNode } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { currentLanguage, loadTexts } from '../i18n/catalogue.ts';
import { useReader } from '../i18n/reader.ts';
import { appWords, useAppSounds, wholeOnly } from './app-words.tsx';
import { SignStage, useFilmPace } from './sign-stage.tsx';

/** Some of the app's own words in this sign language, the English words that were signed under each. */
export function SignedWords({ places, signing }: { places: readonly string[]; signing: string }): VNode {
  const sounds = useAppSounds();
  const pace = useFilmPace();
  const { readingMode } = useReader() ?? currentLanguage();
  const reader = { language: signing, readingMode };
  const [, again] = useReducer((n: number) => n + 1, 0);
  const namespaces = [...new Set(places.map((place) => place.slice(0, place.indexOf(':'))))];
  useEffect(() => {
    void loadTexts(namespaces, reader).then(() => again(undefined));
  }, [namespaces.join(' '), signing, readingMode]);
  const texts = wholeOnly(places.map((place) => appWords(sounds, place, reader)));
  const key = texts.map(({ id, film }) => `${id} ${film?.sha256 ?? ''}`).join(' ');
  return (
    <div class="sign-slot">
      <SignStage key={key} texts={texts} plays pace={pace} />
    </div>
  );
}
