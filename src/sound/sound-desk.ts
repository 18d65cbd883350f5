import type { Clip } from '../domain/survey.ts';
import type { DeviceVoice, Manner, Playing, SoundEnd, Sounds } from '../ports/sounds.ts';
import { provenVoice } from './which-voice.ts';

/** One text, to be heard. */
export interface Say {
  /** Names it while it is said: by its key, so that the card and the button that belong to it can show it. */
  readonly id: string;
  readonly words: string;
  /** BCP 47 tag of these very words: where they fell back to another language, that one. */
  readonly language: string;
  readonly clip: Clip | null;
  /** Somebody signing these very words, where the person reads with their eyes and is spoken to in signs. */
  readonly film?: Clip | null;
}

/** What a text would be heard with. `machine` is to be marked in words wherever it is used. */
export type SoundSource = 'clip' | 'machine' | 'none';

export interface SoundState {
  /** `id` of what is being said, or null. */
  readonly saying: string | null;
  readonly with: SoundSource;
  readonly manner: Manner;
  /** How often it was made slower, and louder, since it was last as recorded: 0, 1 or 2. */
  readonly paceAt: number;
  readonly gainAt: number;
  /** `id` of what was to be said and could not be; null when nothing is wrong. */
  readonly silent: string | null;
}

const PACES = [1, 0.8, 0.65] as const;
const GAINS = [1, 1.8, 2.8] as const;
const NOTHING: Pick<SoundState, 'saying' | 'with' | 'silent'> = { saying: null, with: 'none', silent: null };

/** Says texts one at a time: the recorded clip, or a voice of the device that was proven for the language, or nothing. */
export interface SoundDesk {
  state(): SoundState;
  subscribe(onChange: () => void): () => void;
  /** What it would be heard with, as far as is known now. */
  sourceFor(language: string, clip: Clip | null): SoundSource;
  /** A film as it lies on this tablet, whole, or null. Nothing is fetched. */
  film(film: Clip): Promise<Blob | null>;
  /** Several are said one after the other; what cannot be heard is passed over. Ends what was being said. */
  say(what: Say | readonly Say[]): void;
  stop(): void;
  /** The last thing again, from its beginning. */
  repeat(): void;
  /** Slower, slower still, then as recorded again. Louder likewise. */
  slower(): void;
  louder(): void;
  /** Silence, and no more listening to the device. */
  close(): void;
}

export function createSoundDesk(sounds: Sounds): SoundDesk {
  const { clips, player, voices, heard } = sounds;
  let state: SoundState = { ...NOTHING, manner: { pace: PACES[0], gain: GAINS[0] }, paceAt: 0, gainAt: 0 };
  let known: readonly DeviceVoice[] = [];
  let playing: Playing | null = null;
  let last: readonly Say[] = [];
  let turn = 0;
  const absent = new Set<string>();
  const listeners = new Set<() => void>();

  const become = (change: Partial<SoundState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const lookAgain = async (): Promise<void> => {
    known = await voices.list().catch(() => []);
    become({});
  };
  const stopLooking = voices.subscribe(() => void lookAgain());
  void lookAgain();

  const follow = (next: Playing): Promise<SoundEnd> => {
    playing = next;
    return next.ended;
  };

  /** Whether it was heard. `mine` tells whether somebody wanted something else meanwhile. */
  const sayOne = async ({ id, words, language, clip }: Say, mine: () => boolean): Promise<boolean> => {
    if (clip !== null) {
      const bytes = await clips.get(clip.sha256).catch(() => null);
      if (!mine()) return false;
      if (bytes !== null) {
        become({ saying: id, with: 'clip' });
        const end = await follow(player.play(bytes, state.manner));
        // A page that nobody touched is no reason to say that there is no sound: the next touch will be heard.
        if (end !== 'failed') return true;
        if (!mine()) return false;
      }
      // Lost, or not to be played here: the next look at it says what there is instead.
      absent.add(clip.sha256);
    }
    const voice = words.trim() === '' ? null : provenVoice(language, known, heard);
    if (voice === null) return false;
    become({ saying: id, with: 'machine' });
    return (await follow(voices.speak(words, voice, state.manner))) !== 'failed';
  };

  const sayAll = async (all: readonly Say[]): Promise<void> => {
    turn += 1;
    const now = turn;
    const mine = () => turn === now;
    playing?.stop();
    playing = null;
    become({ ...NOTHING, saying: all[0]?.id ?? null });
    let silent: string | null = null;
    for (const one of all) {
      const wasHeard = await sayOne(one, mine);
      if (!mine()) return;
      if (!wasHeard) silent ??= one.id;
    }
    playing = null;
    become({ ...NOTHING, silent });
  };

  const change = (paceAt: number, gainAt: number): void => {
    const manner = { pace: PACES[paceAt] ?? 1, gain: GAINS[gainAt] ?? 1 };
    playing?.adjust(manner);
    become({ manner, paceAt, gainAt });
  };

  const stop = (): void => {
    turn += 1;
    playing?.stop();
    playing = null;
    become(NOTHING);
  };

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    sourceFor(language, clip) {
      if (clip !== null && !absent.has(clip.sha256)) return 'clip';
      return provenVoice(language, known, heard) === null ? 'none' : 'machine';
    },
    film: ({ sha256 }) => clips.get(sha256).catch(() => null),
    say(what) {
      player.wake();
      last = 'id' in what ? [what] : what;
      void sayAll(last);
    },
    stop,
    repeat() {
      player.wake();
      if (last.length > 0) void sayAll(last);
    },
    slower: () => change((state.paceAt + 1) % PACES.length, state.gainAt),
    louder: () => change(state.paceAt, (state.gainAt + 1) % GAINS.length),
    close() {
      stop();
      stopLooking();
      listeners.clear();
    },
  };
}
