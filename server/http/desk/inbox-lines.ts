import type { InboxItem } from '../../../src/domain/desk.ts';
import { openLine } from '../../inbox/boxes.ts';
import type { ItemRow } from '../../ports/records-store.ts';
import type { Deps } from '../deps.ts';

const NOTHING = { headline: '', placeName: null, groupName: null, recordedBy: '', language: 'und' };

/** One line of the inbox, opened. What is withdrawn keeps its place and says nothing. */
export async function inboxItemOf(row: ItemRow, deps: Pick<Deps, 'keys'>): Promise<InboxItem> {
  const line = row.lineBox === null ? NOTHING : await openLine(deps.keys, row.entityId, row.lineBox);
  return {
    entityId: row.entityId as InboxItem['entityId'],
    kind: row.kind,
    lane: row.lane,
    state: row.state,
    ...line,
    receivedAt: row.receivedAt,
    capturedAt: row.capturedAt,
    ownerId: row.ownerId as InboxItem['ownerId'],
    ownerName: row.ownerName,
    dueAt: row.dueAt,
    withdrawn: row.withdrawn,
    mediaMissing: row.mediaMissing,
    hasVoice: row.hasVoice,
    hasPhoto: row.hasPhoto,
    amendments: row.amendments,
  };
}
