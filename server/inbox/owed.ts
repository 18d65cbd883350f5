import { entryId } from '../../src/domain/place.ts';
import type { Owed } from '../../src/domain/protocol.ts';
import type { PullRow } from '../../src/domain/pull-row.ts';
import type { VisitStamp } from '../../src/domain/record.ts';
import { findKind } from '../../src/kinds/registry.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import { openRecord } from './boxes.ts';
import type { FindKind, ReadRecord } from './read-record.ts';

const MAX_WHAT = 400;

/** What a record leaves owed to its group, as tablets are told; null when nothing. */
export function owedOf({ kind, record }: ReadRecord): PullRow | null {
  const owes = kind.owes?.(record.body) ?? null;
  if (owes === null) return null;
  const value: Owed = {
    entityId: record.entityId,
    groupName: (owes.toGroup === '' ? (record.visit?.groupName ?? '') : owes.toGroup).slice(0, 120),
    placeName: record.visit?.placeName ?? '',
    ...placeOf(record.visit),
    what: owes.what.slice(0, MAX_WHAT),
    dueOn: owes.dueOn,
  };
  return { kind: 'owed', id: record.entityId, value };
}

/** Whom it was promised is known by the entry that was visited; names change, and two groups may have one name. */
export function placeOf(visit: Pick<VisitStamp, 'placeId'> | null): { placeId?: string } {
  const known = entryId.safeParse(visit?.placeId);
  return known.success ? { placeId: known.data } : {};
}

/**
 * Brings what tablets are told is owed into line with an item, after its state changed: a closed item owes nothing,
 * a reopened one does again. (Closing by itself already takes it away; this is for both ways.)
 */
export async function settleOwed(
  { store, keyring, find = findKind }: { store: Store; keyring: Keyring; find?: FindKind },
  entityId: string,
  now: string,
): Promise<void> {
  const item = await store.records.item(entityId);
  if (item === null || find(item.kind)?.owes === undefined) return;
  if (item.state === 'done' || item.withdrawn) {
    await store.reference.put({ kind: 'owed', id: entityId, value: null }, null, now);
    return;
  }
  const latest = (await store.records.filed(entityId)).findLast(({ box }) => box !== null);
  if (latest === undefined || latest.box === null) return;
  const record = await openRecord(keyring, latest.opId, latest.box);
  const kind = find(record.kind);
  const row = kind === null ? null : owedOf({ kind, record });
  if (row !== null) await store.reference.put(row, null, now);
}
