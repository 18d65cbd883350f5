/** What words can be heard with on this tablet: recorded clips, and voices that live on the device. */

/** Recorded clips of surveys, as they lie on this tablet; nothing is fetched when somebody wants to listen. */
export interface Clips {
  /** Whole and checked against its hash, or null when this tablet does not hold it. Never throws: no clip is no clip. */
  get(sha256: string): Promise<Blob | null>;
}

/** How it is said, beside what is said. */
export interface Manner {
  /** 1 is as recorded; 0.5 to 1. */
  readonly pace: number;
  /** 1 is as recorded; more is louder than the device alone would be, where the device can. */
  readonly gain: number;
}

/**
 * `finished`: heard to the end. `stopped`: somebody wanted silence. `untouched`: the browser keeps a page silent until
 * somebody touches it. `failed`: nothing, or not all, could be heard.
 */
export type SoundEnd = 'finished' | 'stopped' | 'untouched' | 'failed';

/** Something being said. */
export interface Playing {
  /** Never rejects. */
  readonly ended: Promise<SoundEnd>;
  stop(): void;
  /** Takes effect while it plays where the device can, else with the next one. */
  adjust(manner: Manner): void;
}

export interface SoundPlayer {
  /** Call it in the turn of the touch that asks to listen: the clip comes a moment later, and some browsers keep a page silent that nobody touched. */
  wake(): void;
  /** Begins at once, and ends what it played before. */
  play(clip: Blob, manner: Manner): Playing;
}

/** A voice as the device lists it. A list is no promise: Android lists voices that are not there and speak English. */
export interface DeviceVoice {
  /** The device's own name for it, the same from day to day. */
  readonly id: string;
  readonly name: string;
  /** BCP 47 tag, put right where a device writes `en_GB`. */
  readonly language: string;
  /** Speaks on the device. Words never go to a voice of which this is not true. */
  readonly local: boolean;
}

export interface DeviceVoices {
  /** Settles within two seconds, with an empty list where the device has no voices. */
  list(): Promise<readonly DeviceVoice[]>;
  /** Told when the list may have changed. */
  subscribe(onChange: () => void): () => void;
  /** `failed` when the voice is gone, is not local, or says nothing. */
  speak(words: string, voice: DeviceVoice, manner: Manner): Playing;
}

/**
 * Languages of which somebody heard, on this very tablet, that its voice speaks them. Kept on the device, beside its
 * other settings: another tablet has other voices.
 */
export interface HeardVoices {
  /** Id of the voice that was heard speaking this language, `none` when somebody heard that it does not, or null. */
  of(language: string): string | 'none' | null;
  put(language: string, voice: string | 'none' | null): void;
}

/** Everything that `src/sound` asks for. */
export interface Sounds {
  readonly clips: Clips;
  readonly player: SoundPlayer;
  readonly voices: DeviceVoices;
  readonly heard: HeardVoices;
}
