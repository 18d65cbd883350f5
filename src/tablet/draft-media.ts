import type { Draft, DraftMediaItem } from './drafts.ts';

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
