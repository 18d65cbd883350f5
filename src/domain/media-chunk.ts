/**
 * How one chunk of a photo or voice note is encrypted: AES-256-GCM under the file's own key, the ciphertext followed by
 * its 16-byte tag. The tablet writes it, the desk reads it, so the format stands here once.
 * A nonce is never used twice under one key, because the key is new for each file and the nonce is the chunk's number.
 */
const CHUNK_TAG_BYTES = 16;

/** Plain bytes in a chunk, so that the encrypted chunk is at most 1 MiB. */
export const CHUNK_PLAIN_BYTES = 1024 * 1024 - CHUNK_TAG_BYTES;

/** Twelve bytes: the chunk's number, big-endian, in the last four. */
export function chunkNonce(index: number): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, index);
  return nonce;
}

/** Authenticated with the chunk: it belongs to this file, at this place, and `last` shows that none was cut off. */
export function chunkAbout(mediaId: string, index: number, last: boolean): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`said-and-done/media/1\n${mediaId}\n${index}\n${last ? 'last' : 'more'}`);
}
