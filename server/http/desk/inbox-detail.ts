import {
  historyEntry,
  type FiledRecord,
  type HistoryEntry,
  type InboxDetail,
  type MediaState,
} from '../../../src/domain/desk.ts';
import { capturedAt } from '../../../src/domain/envelope.ts';
import type { SealedRecord } from '../../../src/domain/record.ts';
import { openNote, openRecord } from '../../inbox/boxes.ts';
import type { FiledRow, ItemRow } from '../../ports/records-store.ts';
import type { DeviceRow, MediaRow } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { inboxItemOf } from './inbox-lines.ts';

/** An item with everything filed under it, opened for staff. The keys of its files, and the person's own code, stay here. */
export async function inboxDetailOf(row: ItemRow, deps: Pick<Deps, 'store' | 'keys'>): Promise<InboxDetail> {
  const { records, media, devices } = deps.store;
  const [filed, files, history, tablets] = await Promise.all([
    records.filed(row.entityId),
    media.byEntity(row.entityId),
    records.history(row.entityId),
    devices.list(),
  ]);
  const byId = new Map(tablets.map((tablet) => [tablet.deviceId, tablet]));
  const opened = await Promise.all(filed.map((each) => filedRecordOf(each, files, byId, deps)));
  return {
    item: await inboxItemOf(row, deps),
    records: opened.filter((each) => each !== null),
    note: row.noteBox === null ? '' : await openNote(deps.keys, row.entityId, row.noteBox),
    history: history.flatMap(({ at, byName, what, detail }): HistoryEntry[] => {
      const entry = historyEntry.safeParse({ at, by: byName, what, detail });
      return entry.success ? [entry.data] : [];
    }),
    rev: row.rev,
  };
}

async function filedRecordOf(
  filed: FiledRow,
  files: readonly MediaRow[],
  tablets: ReadonlyMap<string, DeviceRow>,
  deps: Pick<Deps, 'keys'>,
): Promise<FiledRecord | null> {
  if (filed.box === null) return null;
  const record = await openRecord(deps.keys, filed.opId, filed.box);
  const tablet = filed.deviceId === null ? undefined : tablets.get(filed.deviceId);
  return {
    opId: filed.opId as FiledRecord['opId'],
    receivedAt: filed.receivedAt,
    capturedAt: capturedAt.parse(JSON.parse(filed.capturedAt)),
    deviceLabel: tablet?.label ?? '',
    clockSkewMs: tablet?.clockSkewMs ?? null,
    record: { ...record, receiptCode: null, media: record.media.map((each) => ({ ...each, key: '' })) },
    media: record.media.map((each) => mediaStateOf(each, files)),
  };
}

function mediaStateOf(sealed: SealedRecord['media'][number], files: readonly MediaRow[]): MediaState {
  const { id, role, mime, bytes, caption, durationMs, language } = sealed;
  const state = files.find((file) => file.id === id)?.state ?? 'coming';
  return {
    id,
    role,
    mime,
    bytes,
    ...(caption === undefined ? {} : { caption }),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(language === undefined ? {} : { language }),
    state,
    url: state === 'here' ? `/desk/v1/media/${id}` : null,
  };
}
