import type { Clips } from './sounds.ts';

/**
 * Clips and pictures of surveys, and pieces of maps, as they lie on this tablet, by the hash of their content. Nothing of
 * anybody's story. What `get` finds damaged is removed, so that `list` says what must be fetched.
 */
export interface SurveyAssets extends Clips {
  /** Resolves when it is kept. Throws Problem('storage-full' | 'storage-failed'). */
  put(sha256: string, mime: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(sha256: string): Promise<void>;
  list(): Promise<readonly string[]>;
}
