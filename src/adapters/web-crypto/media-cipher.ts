import { chunkAbout, chunkNonce } from '../../domain/media-chunk.ts';
import type { MediaCipher } from '../../ports/sealer.ts';

const KEY_BYTES = 32;

export function createMediaCipher(): MediaCipher {
  const imported = (key: Uint8Array<ArrayBuffer>) =>
    crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const how = (mediaId: string, index: number, last: boolean) => ({
    name: 'AES-GCM',
    iv: chunkNonce(index),
    additionalData: chunkAbout(mediaId, index, last),
  });
  return {
    newKey: () => crypto.getRandomValues(new Uint8Array(KEY_BYTES)),
    async encryptChunk(key, mediaId, index, last, plain) {
      return new Uint8Array(await crypto.subtle.encrypt(how(mediaId, index, last), await imported(key), plain));
    },
    async decryptChunk(key, mediaId, index, last, box) {
      return new Uint8Array(await crypto.subtle.decrypt(how(mediaId, index, last), await imported(key), box));
    },
  };
}
