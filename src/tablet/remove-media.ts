import type { MediaStore } from '../ports/media-store.ts';

/**
 * Pieces of a recording lie beside the file they will become, under their own name: the finished file is written with a
 * new key, because a key may never see the same chunk number twice.
 */
export const piecesOf = (mediaId: string): string => `${mediaId}-pieces`;

/** The file and its pieces. */
export async function removeMedia(media: MediaStore, mediaId: string): Promise<void> {
  await media.remove(mediaId);
  await media.remove(piecesOf(mediaId));
}
