import type { KindDefinition } from '../domain/kind.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { UnlockedVault } from '../ports/vault.ts';
import type { Draft } from './drafts.ts';

/** Today by the tablet's own calendar, YYYY-MM-DD. */
function dayOf(wallMs: number): string {
  const at = new Date(wallMs);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/**
 * Shows on this tablet what a finished record tells of places, until it comes back from the server. The record is safe
 * already: whatever goes wrong here is passed over, and the server tells it in the end.
 */
export async function keepOwnTold(
  deps: { readonly reference: ReferenceStore; readonly clock: Clock; readonly vault: UnlockedVault },
  definition: KindDefinition<string, unknown> | null,
  draft: Draft,
): Promise<void> {
  const { reference, clock, vault } = deps;
  if (definition?.tells === undefined) return;
  try {
    const told = definition.tells(definition.schema.parse(draft.body), {
      day: dayOf(clock.wallMs()),
      byName: vault.displayName,
      visit: draft.visit,
    });
    if (told !== null) await reference.keepOwn({ ...told, opId: draft.draftId, entityId: draft.entityId });
  } catch {
    // Nothing is lost: only seen later.
  }
}
