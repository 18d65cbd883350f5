import type { ActorId } from '../../src/domain/ids.ts';
import { sealNote } from '../inbox/boxes.ts';
import { settleOwed } from '../inbox/owed.ts';
import type { Deps } from '../http/deps.ts';
import type { ItemRow } from '../ports/records-store.ts';

/** Some of the example has been read, taken on and closed, so that every state of the inbox can be seen. */
export async function triageExample(deps: Deps, people: ReadonlyMap<string, ActorId>): Promise<void> {
  const { records } = deps.store;
  const at = deps.now().toISOString();
  const items = (await records.list({ limit: 200 })).filter(({ withdrawn }) => !withdrawn);
  const change = async (item: ItemRow, to: Parameters<typeof records.change>[2], what: string, detail: string) => {
    const byName = 'Sam Example';
    await records.change(item.entityId, item.rev, to, [{ at, byName, what, detail }]);
    await settleOwed({ store: deps.store, keyring: deps.keys }, item.entityId, at);
  };
  const notes = items.filter(({ kind }) => kind === 'quick-note');
  for (const item of notes.slice(6, 12)) await change(item, { state: 'read' }, 'state', 'read');
  for (const item of notes.slice(12, 15)) await change(item, { state: 'done' }, 'state', 'done');
  const damp = items.find(({ kind, hasPhoto }) => kind === 'conversation' && hasPhoto);
  const ownerId = people.get('staff') ?? null;
  if (damp !== undefined) {
    const noteBox = await sealNote(
      deps.keys,
      damp.entityId,
      'Rang the site team. They visit on Thursday with a meter.',
    );
    await change(damp, { state: 'needs-action', ownerId, noteBox }, 'note', '');
  }
  const need = items.find(({ kind, lane }) => kind === 'immediate-need' && lane === 'needs');
  if (need !== undefined) await change(need, { state: 'needs-action', ownerId }, 'owner', 'Sam Example');
  const kept = items.findLast(({ kind }) => kind === 'promise');
  if (kept !== undefined) await change(kept, { state: 'done' }, 'state', 'done');
}
