/**
 * Where encrypted chunks of photos and voice notes are kept: a folder, or an S3-compatible store.
 * `put` resolves only when the bytes are flushed (file and folder), or the store has acknowledged them.
 */
export interface Blobs {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
  /** Every key that begins with `prefix`. */
  list(prefix: string): AsyncIterable<string>;
  /** Bytes free, or null where there is no such limit. */
  freeBytes(): Promise<number | null>;
}

/** Where less is free, words still come in, and everything larger waits. */
export const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/** A clip or a picture of a survey, by the hash of its content. */
export const assetKey = (sha256: string): string => `survey-asset/${sha256}`;

/** A piece of a base map. Each map has its own: one can be removed without looking at the others. */
export const mapPieceKey = (mapId: string, index: number): string => `map/${mapId}/${index}`;

export const chunkKey = (mediaId: string, index: number): string => `${mediaId}/${index}`;
