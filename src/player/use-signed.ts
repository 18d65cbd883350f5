import { useCallback, useMemo, useState } from 'preact/hooks';
import { isSigned } from '../domain/signed.ts';
import { useFilmPace } from '../sound/sign-stage.tsx';
import type { Say } from '../sound/sound-desk.ts';
import type { Signing } from './stand.ts';

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
