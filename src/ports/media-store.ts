/** Encrypted chunks of photos and voice notes, as flushed files. Nothing here is readable without its key. */
export interface MediaStore {
  putChunk(mediaId: string, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** null when it is not there. */
  getChunk(mediaId: string, index: number): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(mediaId: string): Promise<void>;
  list(): Promise<readonly string[]>;
}
