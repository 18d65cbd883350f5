import type { Random } from '../ports/random.ts';
import type { MediaCipher } from '../ports/sealer.ts';
import type { MediaStore } from '../ports/media-store.ts';
import { MEDIA_CHUNK_BYTES } from '../domain/protocol.ts';
import { fromBase64, joinBytes, sha256Hex, toBase64 } from '../domain/bytes.ts';
import { Problem } from '../domain/problems.ts';
import type { Draft, DraftMediaItem } from './drafts.ts';
import { piecesOf, removeMedia } from './remove-media.ts';

/** Photos and voice notes of a draft: encrypted as they come, readable only while the draft is open. */
export interface DraftMedia {
  addPhoto(draft: Draft, photo: { bytes: Uint8Array<ArrayBuffer>; mime: string }): Promise<DraftMediaItem>;
  /** A recording that is kept piece by piece; `finish` gives the item to put into the draft. */
  startVoice(
    draft: Draft,
    mime: string,
  ): Promise<{
    item: DraftMediaItem;
    append(piece: Uint8Array<ArrayBuffer>): Promise<void>;
    finish(durationMs: number): Promise<DraftMediaItem>;
  }>;
  read(item: DraftMediaItem): Promise<Uint8Array<ArrayBuffer>>;
  remove(item: DraftMediaItem): Promise<void>;
}

export interface MediaDeps {
  readonly media: MediaStore;
  readonly cipher: MediaCipher;
  readonly random: Random;
}

export function createDraftMedia(deps: MediaDeps): DraftMedia {
  const { media, cipher, random } = deps;
  const newItem = (role: DraftMediaItem['role'], mime: string): DraftMediaItem => ({
    id: random.uuid(),
    role,
    mime,
    key: toBase64(cipher.newKey()),
    bytes: 0,
    chunks: 0,
    whole: false,
    sha256: null,
    caption: '',
    durationMs: null,
  });

  return {
    addPhoto: async (_draft, photo) => writeWhole(deps, newItem('photo', photo.mime), photo.bytes),

    async startVoice(_draft, mime) {
      const item = newItem('voice', mime);
      const key = fromBase64(item.key);
      let pieces = 0;
      let queue: Promise<void> = Promise.resolve();
      return {
        item,
        append(piece) {
          const index = pieces;
          pieces += 1;
          queue = queue.then(async () => {
            const box = await cipher.encryptChunk(key, piecesOf(item.id), index, false, piece);
            await media.putChunk(piecesOf(item.id), index, box);
            return undefined;
          });
          return queue;
        },
        async finish(durationMs) {
          await queue.catch(() => undefined);
          const whole = await completeVoice(deps, { ...item, durationMs });
          if (whole === null) throw new Problem('draft-unreadable');
          return whole;
        },
      };
    },

    async read(item) {
      const plain = item.whole ? await readWhole(deps, item) : await readPieces(deps, item);
      if (plain === null) throw new Problem('draft-unreadable');
      return plain;
    },

    remove: (item) => removeMedia(media, item.id),
  };
}

/**
 * The finished file of a recording, made of its flushed pieces: also of one that a crash cut off. null when not one piece
 * was kept. The pieces stay until the draft is finished, so that a draft saved before still opens.
 */
export async function completeVoice(deps: MediaDeps, item: DraftMediaItem): Promise<DraftMediaItem | null> {
  const plain = await readPieces(deps, item);
  if (plain === null) return null;
  return writeWhole(deps, { ...item, key: toBase64(deps.cipher.newKey()) }, plain);
}

async function writeWhole(
  { media, cipher }: MediaDeps,
  item: DraftMediaItem,
  plain: Uint8Array<ArrayBuffer>,
): Promise<DraftMediaItem> {
  const key = fromBase64(item.key);
  const chunks = Math.max(1, Math.ceil(plain.length / MEDIA_CHUNK_BYTES));
  for (let index = 0; index < chunks; index += 1) {
    const part = plain.slice(index * MEDIA_CHUNK_BYTES, (index + 1) * MEDIA_CHUNK_BYTES);
    const box = await cipher.encryptChunk(key, item.id, index, index === chunks - 1, part);
    await media.putChunk(item.id, index, box);
  }
  return { ...item, bytes: plain.length, chunks, whole: true, sha256: await sha256Hex(plain) };
}

async function readWhole({ media, cipher }: MediaDeps, item: DraftMediaItem): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = fromBase64(item.key);
  const parts: Uint8Array[] = [];
  for (let index = 0; index < item.chunks; index += 1) {
    const box = await media.getChunk(item.id, index);
    if (box === null) return null;
    const part = await cipher.decryptChunk(key, item.id, index, index === item.chunks - 1, box).catch(() => null);
    if (part === null) return null;
    parts.push(part);
  }
  return joinBytes(parts);
}

/** Piece after piece, up to the first that is missing or torn. */
async function readPieces({ media, cipher }: MediaDeps, item: DraftMediaItem): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = fromBase64(item.key);
  const name = piecesOf(item.id);
  const parts: Uint8Array[] = [];
  for (let index = 0; ; index += 1) {
    const box = await media.getChunk(name, index);
    const part = box === null ? null : await cipher.decryptChunk(key, name, index, false, box).catch(() => null);
    if (part === null) break;
    parts.push(part);
  }
  return parts.length === 0 ? null : joinBytes(parts);
}
