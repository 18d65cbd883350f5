import { Problem } from '../domain/problems.ts';
import type { DraftStore } from '../ports/draft-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { SlotStore } from '../ports/slot-store.ts';
import { DRAFT_PREFIX, encodeDraftRow, SLOT_PREFIX, toJsonBytes } from './journal-frames.ts';

/** An empty entry: "this draft was removed", until the database says so too. */
const GONE = new Uint8Array(0);

/** Both at once; throws what went wrong only when both have come to rest, so that what follows keeps its order. */
async function both(one: Promise<void>, other: Promise<void>): Promise<void> {
  const failed = (await Promise.allSettled([one, other])).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * Drafts in the database and in the journal. Calls about one draft follow one another in order, and a removed draft
 * stays removed: a save that comes late (after Finish) is refused with Problem('conflict').
 */
export function keepDraftsTwice(drafts: DraftStore, journal: Journal): DraftStore {
  const turns = new Map<string, Promise<void>>();
  const removed = new Set<string>();

  function inTurn(draftId: string, work: () => Promise<void>): Promise<void> {
    const turn = (turns.get(draftId) ?? Promise.resolve()).then(work, work);
    turns.set(draftId, turn);
    const forget = () => {
      if (turns.get(draftId) === turn) turns.delete(draftId);
    };
    turn.then(forget, forget);
    return turn;
  }

  return {
    ...drafts,
    put: (row) =>
      inTurn(row.draftId, async () => {
        if (removed.has(row.draftId)) throw new Problem('conflict');
        await both(journal.putState(DRAFT_PREFIX + row.draftId, encodeDraftRow(row)), drafts.put(row));
      }),
    remove: (draftId) =>
      inTurn(draftId, async () => {
        removed.add(draftId);
        // After Finish the database has let it go already, and only the journal is left to tidy.
        if ((await drafts.get(draftId)) !== null) {
          await journal.putState(DRAFT_PREFIX + draftId, GONE);
          await drafts.remove(draftId);
        }
        await journal.putState(DRAFT_PREFIX + draftId, null);
      }),
  };
}

/** Vault slots in the database and in the journal. */
export function keepSlotsTwice(slots: SlotStore, journal: Journal): SlotStore {
  return {
    all: slots.all,
    put: (slot) => both(journal.putState(SLOT_PREFIX + slot.actorId, toJsonBytes(slot)), slots.put(slot)),
    remove: (actorId) => both(journal.putState(SLOT_PREFIX + actorId, null), slots.remove(actorId)),
  };
}
