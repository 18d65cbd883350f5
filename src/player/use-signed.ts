import { useCallback, useMemo, useState } from 'preact/hooks';
import { isFilm, isSigned } from '../domain/signed.ts';
import type { Clip, TextLayer } from '../domain/survey.ts';
import { useFilmPace } from '../sound/sign-stage.tsx';
import type { Say } from '../sound/sound-desk.ts';
import type { Signing } from './stand.ts';

interface Filmed {
  readonly language: string;
  readonly sounds: Readonly<Record<TextLayer, Readonly<Record<string, Clip>>>>;
}

/**
 * Whether anything at all is signed here. Then a first touch signs and a second one takes, on every screen alike: also
 * where a film is lacking, so that nobody who only looks has said something.
 */
export function isAnySigned(language: string, rows: readonly Filmed[]): boolean {
  if (!isSigned(language)) return false;
  const films = (of: Readonly<Record<string, Clip>>): boolean => Object.values(of).some(isFilm);
  return rows.some((row) => row.language === language && (films(row.sounds.standard) || films(row.sounds.easy)));
}

/** What is signed now, and the way to have something signed. null where the language of the screen is spoken. */
export function useSigned(language: string): (Signing & { say(what: Say | readonly Say[]): void }) | null {
  const [now, show] = useState<Pick<Signing, 'texts' | 'turn'>>({ texts: [], turn: 0 });
  const { at, slower } = useFilmPace();
  const say = useCallback((what: Say | readonly Say[]): void => {
    const texts = 'id' in what ? [what] : what;
    show(({ turn }) => ({ texts, turn: turn + 1 }));
  }, []);
  const signed = isSigned(language);
  return useMemo(() => (signed ? { ...now, pace: { at, slower }, say } : null), [signed, now, at, say]);
}
