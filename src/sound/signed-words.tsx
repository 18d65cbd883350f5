import type { VNode } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { currentLanguage, loadTexts } from '../i18n/catalogue.ts';
import { useReader } from '../i18n/reader.ts';
import { appWords, useAppSounds, wholeOnly } from './app-words.tsx';
import { SignStage, useFilmPace } from './sign-stage.tsx';
import type { Say } from './sound-desk.ts';

export interface SignedWordsProps {
  readonly places: readonly string[];
  readonly signing: string;
  /** So many of the first are one question: seen whole or not at all, and what stands behind them only where they are. */
  readonly whole?: number | undefined;
  readonly helps?: 'helper' | 'lead' | undefined;
}

/** Some of the app's own words in this sign language, the English words that were signed under each. */
export function SignedWords({ places, signing, whole = 0, helps }: SignedWordsProps): VNode {
  const sounds = useAppSounds();
  const pace = useFilmPace();
  const { readingMode } = useReader() ?? currentLanguage();
  const reader = { language: signing, readingMode };
  const [, again] = useReducer((n: number) => n + 1, 0);
  const namespaces = [...new Set(places.map((place) => place.slice(0, place.indexOf(':'))))];
  useEffect(() => {
    void loadTexts(namespaces, reader).then(() => again(undefined));
  }, [namespaces.join(' '), signing, readingMode]);
  const texts = seenOf(
    places.map((place) => appWords(sounds, place, reader)),
    whole,
  );
  const key = texts.map(({ id, film }) => `${id} ${film?.sha256 ?? ''}`).join(' ');
  const turn = useRef({ key, at: 0 });
  if (turn.current.key !== key) turn.current = { key, at: turn.current.at + 1 };
  return (
    <div class="sign-slot">
      <SignStage turn={turn.current.at} texts={texts} plays pace={pace} helps={helps} />
    </div>
  );
}

/** An answer alone, without the question that it answers, says nothing. */
function seenOf(texts: readonly Say[], whole: number): readonly Say[] {
  if (whole === 0) return texts;
  const asked = wholeOnly(texts.slice(0, whole));
  const rest = asked.every(({ film }) => film != null) ? texts.slice(whole).filter(({ film }) => film != null) : [];
  return [...asked, ...rest];
}
