import type {
  Clips,
  DeviceVoice,
  DeviceVoices,
  HeardVoices,
  Manner,
  Playing,
  SoundEnd,
  SoundPlayer,
} from '../../ports/sounds.ts';

/** Memory twins of what a tablet is heard with: they say nothing, and remember what they were to say. */

export function createMemoryClips(held: ReadonlyMap<string, Blob>): Clips {
  return { get: async (sha256) => held.get(sha256) ?? null };
}

/** One thing that was to be heard, which goes on until the test ends it. */
export interface Heard {
  readonly what: Blob | string;
  /** Id of the voice, or null for a clip. */
  readonly voice: string | null;
  manner: Manner;
  end(how: SoundEnd): void;
  readonly over: () => boolean;
}

function begin(heard: Heard[], what: Blob | string, voice: string | null, manner: Manner): Playing {
  let over = false;
  let keep: (how: SoundEnd) => void = () => undefined;
  const ended = new Promise<SoundEnd>((resolve) => {
    keep = resolve;
  });
  const one: Heard = {
    what,
    voice,
    manner,
    end(how) {
      over = true;
      keep(how);
    },
    over: () => over,
  };
  for (const earlier of heard) earlier.end('stopped');
  heard.push(one);
  return {
    ended,
    stop: () => one.end('stopped'),
    adjust: (next) => {
      one.manner = next;
    },
  };
}

export function createMemoryPlayer(): SoundPlayer & { readonly heard: readonly Heard[]; readonly woken: () => number } {
  const heard: Heard[] = [];
  let woken = 0;
  return {
    heard,
    woken: () => woken,
    wake() {
      woken += 1;
    },
    play: (clip, manner) => begin(heard, clip, null, manner),
  };
}

export function createMemoryVoices(
  first: readonly DeviceVoice[],
): DeviceVoices & { readonly heard: readonly Heard[]; become(voices: readonly DeviceVoice[]): void } {
  const heard: Heard[] = [];
  const listeners = new Set<() => void>();
  let voices = first;
  return {
    heard,
    become(next) {
      voices = next;
      for (const listener of listeners) listener();
    },
    list: async () => voices,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    speak(words, voice, manner) {
      const found = voices.some(({ id, local }) => id === voice.id && local);
      if (found) return begin(heard, words, voice.id, manner);
      return { ended: Promise.resolve('failed'), stop: () => undefined, adjust: () => undefined };
    },
  };
}

export function createMemoryHeardVoices(): HeardVoices {
  const all = new Map<string, string>();
  return {
    of: (language) => all.get(language) ?? null,
    put(language, voice) {
      if (voice === null) all.delete(language);
      else all.set(language, voice);
    },
  };
}
