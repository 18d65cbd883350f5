import type { FilmMaker } from './film-maker.ts';
import type { Recorder } from './recorder.ts';
import type { SoundPlayer } from './sounds.ts';

/** A clip ready to be kept: opus, without the silence before the first word and after the last. */
export interface MadeClip {
  readonly blob: Blob;
  readonly durationMs: number;
  /** How much silence was cut off both ends together. */
  readonly cutMs: number;
}

/** Makes the clips of a survey at the desk, from the microphone or from a file. */
export interface ClipMaker {
  readonly recorder: Recorder;
  /** For languages that are signed. */
  readonly films?: FilmMaker;
  /** Plays what was made, as a tablet does. */
  readonly player: SoundPlayer;
  /**
   * Cuts silence at both ends. Where this browser cannot, the sound comes back as it was, with its length.
   * Throws Problem('asset-type') for what cannot be heard.
   */
  finish(sound: Blob): Promise<MadeClip>;
}
