import { VOID_KIND } from '../../../src/domain/envelope.ts';
import type { PullRow } from '../../../src/domain/pull-row.ts';
import type { RecordsStore } from '../../ports/records-store.ts';
import { forgetPlaces } from './directory-filing.ts';
import { lockItem } from './item-lock.ts';
import { PER_MS } from './item-rows.ts';
import { writeReceipts } from './receipts.ts';
import { anyOf, insertRows, type Reader } from './sql.ts';
import { removeWords } from './words.ts';

type Withdrawal = Parameters<RecordsStore['withdraw']>[0];

interface Emptied {
  readonly opIds: readonly string[];
  readonly mediaIds: readonly string[];
  readonly rows: readonly { row: PullRow; deviceId: null }[];
}

/** The tombstone first, then everything that is here; what arrives later meets the tombstone. */
export async function withdrawRecords(
  tx: Reader,
  { codeHash, entityId, scope, inboxId, byName }: Withdrawal,
  now: string,
): Promise<{ entityIds: readonly string[]; mediaIds: readonly string[] }> {
  const all = scope === 'words';
  if (codeHash !== null) {
    const column = all ? 'words' : 'contact';
    await tx.query(
      `INSERT INTO codes (code_hash, words, contact) VALUES (?, ?, ?)
         ON CONFLICT (code_hash) DO UPDATE SET ${column} = 1`,
      [codeHash, all ? 1 : 0, all ? 0 : 1],
    );
  }
  const named = entityId === null ? [] : [entityId];
  const byCode =
    codeHash === null
      ? []
      : await tx.query<{ entity_id: string }>('SELECT entity_id FROM records WHERE code_hash = ?', [codeHash]);
  const entityIds = [...new Set([...named, ...byCode.map((row) => row.entity_id)])].sort();
  for (const id of entityIds) await lockItem(tx, id, now, Math.floor(Math.random() * PER_MS));

  const own = await takeOff(tx, inboxId);
  if (all) {
    const emptied = await emptyEntities(tx, entityIds, byName, now);
    await writeReceipts(tx, [...own, ...emptied.opIds], now, emptied.rows);
    return { entityIds, mediaIds: emptied.mediaIds };
  }
  for (const id of entityIds) {
    await tx.query('UPDATE items SET contact_withdrawn = 1, rev = rev + 1 WHERE entity_id = ?', [id]);
  }
  await addWithdrawnHistory(tx, entityIds, byName, 'contact', now);
  await writeReceipts(tx, own, now);
  return { entityIds, mediaIds: [] };
}

/** The withdrawal's own place in the queue is done. */
async function takeOff(tx: Reader, inboxId: string | null): Promise<readonly string[]> {
  if (inboxId === null) return [];
  const rows = await tx.query<{ op_id: string }>(
    `UPDATE inbox SET state = CASE WHEN kind = 'void' THEN 'withdrawn' ELSE 'applied' END, reason = NULL, detail = NULL,
       lease_until = NULL WHERE id = ? AND state = 'waiting' RETURNING op_id`,
    [Number(inboxId)],
  );
  return rows.map((row) => row.op_id);
}

/** Empties everything of these entities whose rows the caller has locked. The numbers stay, the words go. */
export async function emptyEntities(
  tx: Reader,
  entityIds: readonly string[],
  byName: string,
  now: string,
): Promise<Emptied> {
  if (entityIds.length === 0) return { opIds: [], mediaIds: [], rows: [] };
  const { marks, padded } = anyOf(entityIds);
  const items = await tx.query<{ no: number; entity_id: string; withdrawn: number }>(
    `SELECT no, entity_id, withdrawn FROM items WHERE entity_id IN (${marks})`,
    padded,
  );
  await tx.query(
    `UPDATE records SET box = NULL, has_contact = 0, survey_token = NULL, survey_version = NULL
       WHERE entity_id IN (${marks})`,
    padded,
  );
  await tx.query(
    `UPDATE items SET withdrawn = 1, state = 'done', open = 0, line_box = NULL, note_box = NULL, due_at = NULL,
       rev = rev + 1 WHERE entity_id IN (${marks})`,
    padded,
  );
  for (const item of items) await removeWords(tx, item.no);
  await tx.query(`UPDATE history SET detail = '' WHERE what = 'note' AND entity_id IN (${marks})`, padded);
  const ops = await tx.query<{ op_id: string; entity_id: string; kind: string }>(
    `UPDATE inbox SET envelope = NULL, state = 'withdrawn', reason = NULL, detail = NULL, lease_until = NULL
       WHERE entity_id IN (${marks}) AND kind <> 'withdrawal' AND (state <> 'withdrawn' OR envelope IS NOT NULL)
       RETURNING op_id, entity_id, kind`,
    padded,
  );
  // Taken back before it was ever filed: it still counts, by what its envelope says it was.
  for (const op of ops) {
    if (op.kind === VOID_KIND) continue;
    await tx.query(`UPDATE items SET kind = ?, listed = 1 WHERE entity_id = ? AND kind = ''`, [op.kind, op.entity_id]);
  }
  const media = await tx.query<{ id: string }>(`SELECT id FROM media WHERE entity_id IN (${marks})`, padded);
  await tx.query(`UPDATE media SET state = 'withdrawn', changed_at = ? WHERE entity_id IN (${marks})`, [
    now,
    ...padded,
  ]);
  const mediaIds = media.map((row) => row.id);
  await insertRows(
    tx,
    'media_removals',
    ['media_id'],
    mediaIds.map((id) => [id]),
    'ON CONFLICT DO NOTHING',
  );
  const fresh = items.filter((item) => item.withdrawn === 0).map((item) => item.entity_id);
  await addWithdrawnHistory(tx, fresh, byName, 'words', now);
  const owed = await forgetOwed(tx, entityIds);
  const places = (await forgetPlaces(tx, entityIds, now)).map((row) => ({ row, deviceId: null }));
  return { opIds: ops.map((row) => row.op_id), mediaIds, rows: [...owed, ...places] };
}

/** Tombstones for what these items left owed, where anything is. */
export async function forgetOwed(
  tx: Reader,
  entityIds: readonly string[],
): Promise<readonly { row: PullRow; deviceId: null }[]> {
  const { marks, padded } = anyOf(entityIds);
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM reference WHERE kind = 'owed' AND device_id = '' AND value IS NOT NULL AND id IN (${marks})`,
    padded,
  );
  return rows.map(({ id }) => ({ row: { kind: 'owed', id, value: null }, deviceId: null }));
}

async function addWithdrawnHistory(
  tx: Reader,
  entityIds: readonly string[],
  byName: string,
  scope: string,
  now: string,
): Promise<void> {
  const rows = entityIds.map((id) => [id, now, byName, 'withdrawn', scope]);
  await insertRows(tx, 'history', ['entity_id', 'at', 'by_name', 'what', 'detail'], rows);
}
