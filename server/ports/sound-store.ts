import type { AppSounds, SoundAt, SoundPut } from '../../src/domain/app-sounds.ts';

/** Which clip is the sound of which of the app's own words. The files are assets of `SurveyStore`. A part of `Store`. */
export interface SoundStore {
  /** One row a language that has any, by language. */
  list(): Promise<readonly AppSounds[]>;
  /**
   * Puts this clip in the place of the one before and tells the tablets, in one transaction. `unknown` when no clip of
   * this hash is here, `full` when the language has as many as it may have.
   */
  put(sound: SoundPut, byName: string, now: string): Promise<'put' | 'unknown' | 'full'>;
  /** Tells the tablets likewise. false when there was none. */
  remove(at: SoundAt, now: string): Promise<boolean>;
  /** Gives tablets the sounds of these languages, or takes them away again: when the organisation's languages change. */
  publish(languages: readonly string[], given: boolean, now: string): Promise<void>;
}
