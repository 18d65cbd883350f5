import * as z from 'zod/mini';
import type { DraftRow, DraftStore } from '../../ports/draft-store.ts';
import { createSignal } from '../signal.ts';
import type { Database, StoredDraft } from './database.ts';

const facts = z.object({
  draftId: z.string(),
  kind: z.string(),
  actorId: z.string(),
  rev: z.number(),
  startedAt: z.string(),
  updatedAt: z.string(),
  codeHash: z.nullable(z.string()),
  entityId: z.nullable(z.string()),
  mediaIds: z.array(z.string()),
});

/** Drafts in IndexedDB only. `keepDraftsTwice` of the tablet room adds the journal. */
export function createDexieDraftStore(database: Database): DraftStore {
  const changed = createSignal();
  /** One row that cannot be understood may not keep the others from opening; the journal has it too. */
  const decode = (stored: StoredDraft): DraftRow[] => {
    const parsed = facts.safeParse(JSON.parse(stored.facts));
    return parsed.success ? [{ ...parsed.data, box: stored.box }] : [];
  };

  return {
    async put({ box, ...rest }) {
      await database.run((tables) =>
        tables.transaction('rw', tables.drafts, async () => {
          const before = await tables.drafts.get(rest.draftId);
          if (before !== undefined && before.rev > rest.rev) return;
          const { draftId, actorId, rev } = rest;
          await tables.drafts.put({ draftId, actorId, rev, facts: JSON.stringify(rest), box });
        }),
      );
      changed.emit();
    },
    async get(draftId) {
      const stored = await database.run((tables) => tables.drafts.get(draftId));
      return stored === undefined ? null : (decode(stored)[0] ?? null);
    },
    async list(actorId) {
      const stored = await database.run((tables) => tables.drafts.where('actorId').equals(actorId).toArray());
      return stored.flatMap(decode);
    },
    async all() {
      return (await database.run((tables) => tables.drafts.toArray())).flatMap(decode);
    },
    async remove(draftId) {
      await database.run((tables) => tables.drafts.delete(draftId));
      changed.emit();
    },
    subscribe: changed.subscribe,
  };
}
