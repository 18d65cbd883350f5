/**
 * How one chunk of a photo or voice note is encrypted, shared by the tablet that seals it and the server that plays it:
 * AES-256-GCM under the file's own key, at most MEDIA_CHUNK_BYTES of plain bytes per chunk. The nonce is the chunk's
 * number (a key is never used for two files), and what is authenticated with it names the file, the place of the chunk
 * and whether it is the last, so that chunks cannot be swapped, moved or cut off.
 */
export function chunkNonce(index: number): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, index);
  return nonce;
}

export function chunkAbout(mediaId: string, index: number, last: boolean): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${mediaId}/${index}${last ? '/last' : ''}`);
}
