import { createBrowserRandom } from '../../../src/adapters/browser/browser-random.ts';
import { createMediaCipher } from '../../../src/adapters/web-crypto/media-cipher.ts';
import { sha256Hex, toBase64 } from '../../../src/domain/bytes.ts';
import type { MediaRef } from '../../../src/domain/envelope.ts';
import { CHUNK_PLAIN_BYTES } from '../../../src/domain/media-chunk.ts';
import type { SealedMedia } from '../../../src/domain/record.ts';
import type { MediaStore } from '../../../src/ports/media-store.ts';
import type { WhatWasSaid } from './what-was-said.ts';

/** Encrypts a file in chunks under a key of its own and keeps them, as a draft does. */
export async function keepFile(
  media: MediaStore,
  file: WhatWasSaid['files'][number],
): Promise<{ ref: MediaRef; sealed: SealedMedia }> {
  const cipher = createMediaCipher();
  const key = cipher.newKey();
  const id = createBrowserRandom().uuid() as MediaRef['id'];
  const count = Math.max(1, Math.ceil(file.bytes.length / CHUNK_PLAIN_BYTES));
  const boxes: Uint8Array<ArrayBuffer>[] = [];
  for (let index = 0; index < count; index += 1) {
    const plain = file.bytes.slice(index * CHUNK_PLAIN_BYTES, (index + 1) * CHUNK_PLAIN_BYTES);
    const box = await cipher.encryptChunk(key, id, index, index === count - 1, plain);
    await media.putChunk(id, index, box);
    boxes.push(box);
  }
  const joined = new Uint8Array(Buffer.concat(boxes));
  const { role, mime, bytes } = file;
  return {
    ref: { id, role, mime, sha256: await sha256Hex(joined), bytes: joined.length, chunks: count },
    sealed: { id, role, mime, key: toBase64(key), sha256: await sha256Hex(bytes), bytes: bytes.length },
  };
}
