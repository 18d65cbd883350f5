import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext, useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { Clip } from '../domain/survey.ts';
import type { Sounds } from '../ports/sounds.ts';
import { createSoundDesk, type Say, type SoundDesk, type SoundSource, type SoundState } from './sound-desk.ts';

const SoundContext = createContext<SoundDesk | null>(null);

/**
 * Lends what stands inside it one voice: only one thing is said at a time. Silent as soon as the page is out of sight,
 * and when it goes. Give it a new `key` for the next person: pace and loudness are theirs.
 */
export function SoundProvider(props: {
  /** As `Services.sounds` lends them, or at hand already; must stay the same from one drawing to the next. */
  sounds: Sounds | (() => Promise<Sounds>);
  children: ComponentChildren;
}): VNode {
  const { sounds } = props;
  const [lent, take] = useState<Sounds | null>(null);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      if (typeof sounds !== 'function') return;
      // Without its code nothing can be heard, and every button says so.
      const ready = await sounds().catch(() => null);
      if (!gone) take(ready);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [sounds]);
  const ready = typeof sounds === 'function' ? lent : sounds;
  const desk = useMemo(() => (ready === null ? SILENT : createSoundDesk(ready)), [ready]);
  useEffect(() => {
    const hush = () => desk.stop();
    const looked = () => {
      if (document.visibilityState === 'hidden') hush();
    };
    document.addEventListener('visibilitychange', looked);
    window.addEventListener('pagehide', hush);
    return () => {
      document.removeEventListener('visibilitychange', looked);
      window.removeEventListener('pagehide', hush);
      desk.close();
    };
  }, [desk]);
  return <SoundContext.Provider value={desk}>{props.children}</SoundContext.Provider>;
}

export interface Sound extends Omit<SoundDesk, 'state' | 'subscribe' | 'close'>, SoundState {
  sourceFor(language: string, clip: Clip | null): SoundSource;
  say(what: Say | readonly Say[]): void;
}

/** Says texts, and draws again whenever what is being said changes. Outside a `SoundProvider` nothing can be heard. */
export function useSound(): Sound {
  const desk = useContext(SoundContext) ?? SILENT;
  const [, again] = useReducer((n: number) => n + 1, 0);
  const drawn = desk.state();
  useEffect(() => {
    const stop = desk.subscribe(() => again(undefined));
    if (desk.state() !== drawn) again(undefined);
    return stop;
    // `drawn` matters only for the first time.
  }, [desk]);
  return useMemo(() => ({ ...desk, ...drawn }), [desk, drawn]);
}

/** What is being said belongs to the screen it was asked for on: silence once `screen` is another, or goes. */
export function useHushAfter(screen: string): void {
  const { stop } = useSound();
  useEffect(() => stop, [screen, stop]);
}

const NO_STATE: SoundState = {
  saying: null,
  with: 'none',
  manner: { pace: 1, gain: 1 },
  paceAt: 0,
  gainAt: 0,
  silent: null,
};
const nothing = (): void => undefined;
const SILENT: SoundDesk = {
  state: () => NO_STATE,
  subscribe: () => nothing,
  sourceFor: () => 'none',
  film: () => Promise.resolve(null),
  say: nothing,
  stop: nothing,
  repeat: nothing,
  slower: nothing,
  louder: nothing,
  close: nothing,
};
