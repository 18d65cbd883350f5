import type { InboxDetail, ItemChange } from '../../../domain/desk.ts';
import { Problem } from '../../../domain/problems.ts';
import type { DeskClient } from '../../../ports/desk-client.ts';

export type WantedChange = Omit<ItemChange, 'rev'>;

/** `conflict`: somebody else wrote another note meanwhile; `detail` is how it stands now, and nothing was changed. */
export type Changed = { readonly kind: 'changed' | 'conflict'; readonly detail: InboxDetail };

/**
 * Makes a change that was decided while looking at `seen`. When somebody else was quicker, a new state or owner is
 * tried once more on what stands now (it is the later decision), but two different notes are never merged or
 * overwritten: a person chooses.
 */
export async function changeItem(client: DeskClient, seen: InboxDetail, wanted: WantedChange): Promise<Changed> {
  const { entityId } = seen.item;
  try {
    return { kind: 'changed', detail: await client.changeItem(entityId, { rev: seen.rev, ...wanted }) };
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code !== 'conflict') throw thrown;
  }
  const now = await client.item(entityId);
  const twoNotes = wanted.note !== undefined && now.note !== seen.note && now.note !== wanted.note;
  if (twoNotes) return { kind: 'conflict', detail: now };
  return { kind: 'changed', detail: await client.changeItem(entityId, { rev: now.rev, ...wanted }) };
}
