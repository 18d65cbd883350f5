import type { DraftStore } from '../ports/draft-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { SurveyAssets } from '../ports/survey-assets.ts';
import type { SlotStore } from '../ports/slot-store.ts';
import type { Revocable } from './enrol.ts';
import { removeMedia } from './remove-media.ts';

export interface WipeDeps {
  readonly drafts: DraftStore;
  readonly slots: SlotStore;
  readonly media: MediaStore;
  readonly reference: ReferenceStore;
  readonly assets?: Pick<SurveyAssets, 'list' | 'remove'>;
  readonly outbox: Pick<Outbox, 'setCursor'>;
  readonly journal: Journal;
  readonly enrol: Revocable;
}

/**
 * Staff have revoked this tablet: vault keys, drafts with their photos and voice notes, and reference data go, in both
 * places. The sealed outbox, its media and the signing key stay: what was finished here may still arrive.
 */
export async function wipe({
  drafts,
  slots,
  media,
  reference,
  assets,
  outbox,
  journal,
  enrol,
}: WipeDeps): Promise<void> {
  for (const { actorId } of await slots.all()) await slots.remove(actorId);
  for (const { draftId, mediaIds } of await drafts.all()) {
    await drafts.remove(draftId);
    for (const id of mediaIds) await removeMedia(media, id);
  }
  await reference.clear();
  for (const sha256 of (await assets?.list()) ?? []) await assets?.remove(sha256);
  await outbox.setCursor(null);
  await enrol.markRevoked();
  await journal.compact();
}
