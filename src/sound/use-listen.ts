import { useState } from 'preact/hooks';
import type { Say, SoundSource } from './sound-desk.ts';
import { useSound } from './use-sound.tsx';

export interface Listen {
  /** What a press does now: `none` says in words that there is nothing to hear. */
  readonly state: 'listen' | 'stop' | 'none';
  readonly source: SoundSource;
  /** Somebody wanted to hear it, and there is nothing to hear. */
  readonly toldNone: boolean;
  press(): void;
}

/** The one way to listen to a text, or to several one after the other: for a button, a card, a key. */
export function useListen(what: Say | readonly Say[]): Listen {
  const sound = useSound();
  const [askedFor, setAsked] = useState<string | null>(null);
  const all: readonly Say[] = 'id' in what ? [what] : what;
  const name = all.map(({ id }) => id).join(' ');
  const sources = all.map(({ language, clip }) => sound.sourceFor(language, clip));
  const source = sources.includes('machine') ? 'machine' : sources.includes('clip') ? 'clip' : 'none';
  const isSaying = all.some(({ id }) => id === sound.saying);
  const wentSilent = all.some(({ id }) => id === sound.silent);
  return {
    state: isSaying ? 'stop' : source === 'none' ? 'none' : 'listen',
    source,
    toldNone: !isSaying && ((source === 'none' && askedFor === name) || (source !== 'none' && wentSilent)),
    press() {
      if (isSaying) {
        sound.stop();
        return;
      }
      setAsked(name);
      if (source !== 'none') sound.say(what);
    },
  };
}
