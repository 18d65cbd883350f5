import { useEffect, useReducer } from 'preact/hooks';
import { changeLanguage, currentLanguage, onTextsChange } from './catalogue.ts';
import { useReader } from './reader.ts';
import { languageOf, LANGUAGES, type Language, type ReadingMode } from './languages.ts';

export interface UseLanguage {
  /** BCP 47 tag, without the reading mode. */
  readonly language: string;
  readonly readingMode: ReadingMode;
  readonly dir: 'ltr' | 'rtl';
  /** Whether the present language is a draft that a second speaker has not read. */
  readonly draft: boolean;
  readonly languages: readonly Language[];
  /** Both load their texts first; the screen changes when the promise is kept. */
  setLanguage(tag: string): Promise<void>;
  setReadingMode(mode: ReadingMode): Promise<void>;
}

/** Re-renders the caller whenever texts arrive or the language changes. */
export function useTextChanges(): void {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => onTextsChange(() => again(undefined)), []);
}

export function useLanguage(): UseLanguage {
  useTextChanges();
  const part = useReader();
  const { language, readingMode } = part ?? currentLanguage();
  const { dir, status } = languageOf(language);
  const change = async (next: { language: string; readingMode: ReadingMode }): Promise<void> => {
    if (part === null) await changeLanguage(next.language, next.readingMode);
    else part.change(next);
  };
  return {
    language,
    readingMode,
    dir,
    draft: status === 'draft',
    languages: LANGUAGES,
    setLanguage: (tag) => change({ language: tag, readingMode: (part ?? currentLanguage()).readingMode }),
    setReadingMode: (mode) => change({ language: (part ?? currentLanguage()).language, readingMode: mode }),
  };
}

let lent = 0;

/**
 * Somebody else holds the tablet: the languages they choose are theirs, and the device does not remember them until the
 * function given back was called.
 */
export function lendLanguage(): () => void {
  let over = false;
  lent += 1;
  return () => {
    if (!over) lent -= 1;
    over = true;
  };
}

/**
 * Keeps `<html lang dir data-reading>` right from now on, and tells `remember` of each change so that the caller can
 * keep it. Called once, by the composition root, before the first screen.
 */
export async function startLanguage(
  start: { language: string; readingMode: ReadingMode },
  remember: (chosen: { language: string; readingMode: ReadingMode }) => void = () => undefined,
): Promise<void> {
  await changeLanguage(start.language, start.readingMode);
  let shown = '';
  const show = (): void => {
    const chosen = currentLanguage();
    const { dir } = languageOf(chosen.language);
    const now = `${chosen.language} ${chosen.readingMode}`;
    if (now === shown) return;
    const first = shown === '';
    shown = now;
    const html = document.documentElement;
    html.lang = chosen.language;
    html.dir = dir;
    html.dataset['reading'] = chosen.readingMode;
    if (!first && lent === 0) remember(chosen);
  };
  onTextsChange(show);
  show();
}
