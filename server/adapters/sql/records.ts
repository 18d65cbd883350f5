import type { ContactToRemove, FiledRow, HistoryRow, RecordsStore } from '../../ports/records-store.ts';
import { countItems, listItems, readItem } from './item-rows.ts';
import { fileRecord } from './filing.ts';
import { forgetOwed, withdrawRecords } from './withdrawing.ts';
import { putReference } from './receipts.ts';
import { insertRows, type Cell, type Reader, type Sql } from './sql.ts';

interface RecordCells {
  readonly op_id: string;
  readonly entity_id: string;
  readonly kind: string;
  readonly device_id: string | null;
  readonly received_at: string;
  readonly captured_at: string;
  readonly box: Uint8Array | null;
}

/** Filed records and the inbox items made of them. */
export function sqlRecords(sql: Sql, clock: () => string): RecordsStore {
  return {
    file: (filing, now) => fileRecord(sql, filing, now),
    withdraw: (withdrawal, now) => sql.transaction((tx) => withdrawRecords(tx, withdrawal, now)),

    async contactsToRemove(limit) {
      const rows = await sql.query<{ op_id: string; kind: string; box: Uint8Array }>(
        `SELECT r.op_id, r.kind, r.box FROM items i JOIN records r ON r.entity_id = i.entity_id
           WHERE i.contact_withdrawn = 1 AND r.has_contact = 1 AND r.box IS NOT NULL LIMIT ?`,
        [limit],
      );
      return rows.map((row): ContactToRemove => ({ opId: row.op_id, kind: row.kind, box: row.box }));
    },

    replaceBox: (opId, box) =>
      sql.transaction(async (tx) => {
        // Withdrawn meanwhile: then nothing comes back.
        await tx.query('UPDATE records SET box = ?, has_contact = 0 WHERE op_id = ? AND box IS NOT NULL', [box, opId]);
        await tx.query(`UPDATE inbox SET envelope = NULL WHERE op_id = ? AND state = 'applied'`, [opId]);
      }),

    list: (filter) => listItems(sql, filter),
    counts: (filter) => countItems(sql, filter),
    item: (entityId) => readItem(sql, entityId),

    async filed(entityId) {
      const rows = await sql.query<RecordCells>(
        `SELECT op_id, entity_id, kind, device_id, received_at, captured_at, box FROM records WHERE entity_id = ?
           ORDER BY received_at, op_id`,
        [entityId],
      );
      return rows.map((row): FiledRow => ({
        opId: row.op_id,
        entityId: row.entity_id,
        kind: row.kind,
        deviceId: row.device_id,
        receivedAt: row.received_at,
        box: row.box,
        capturedAt: row.captured_at,
      }));
    },

    async history(entityId) {
      const rows = await sql.query<{ at: string; by_name: string; what: string; detail: string }>(
        'SELECT at, by_name, what, detail FROM history WHERE entity_id = ? ORDER BY id',
        [entityId],
      );
      return rows.map((row): HistoryRow => ({ at: row.at, byName: row.by_name, what: row.what, detail: row.detail }));
    },

    change: (entityId, rev, to, history) =>
      sql.transaction(async (tx) => {
        const set = ['rev = rev + 1'];
        const values: Cell[] = [];
        if (to.state !== undefined) {
          set.push('state = ?', 'open = ?');
          values.push(to.state, to.state === 'done' ? 0 : 1);
        }
        if (to.ownerId !== undefined) {
          set.push('owner_id = ?');
          values.push(to.ownerId);
        }
        if (to.noteBox !== undefined) {
          set.push('note_box = ?');
          values.push(to.noteBox);
        }
        const changed = await tx.query(
          `UPDATE items SET ${set.join(', ')} WHERE entity_id = ? AND rev = ? AND withdrawn = 0 RETURNING no`,
          [...values, entityId, rev],
        );
        if (changed.length === 0) return null;
        await addHistory(tx, entityId, history);
        const after = await readItem(tx, entityId);
        if (to.state === 'done') await putReference(tx, await forgetOwed(tx, [entityId]), clock());
        return after;
      }),

    addHistory: (entityId, row) => sql.transaction((tx) => addHistory(tx, entityId, [row])),

    async byCode(codeHash) {
      const rows = await sql.query<{ entity_id: string }>(
        'SELECT DISTINCT entity_id FROM records WHERE code_hash = ? ORDER BY entity_id',
        [codeHash],
      );
      return rows.map((row) => row.entity_id);
    },
  };
}

async function addHistory(tx: Reader, entityId: string, rows: readonly HistoryRow[]): Promise<void> {
  const cells = rows.map((row) => [entityId, row.at, row.byName, row.what, row.detail]);
  await insertRows(tx, 'history', ['entity_id', 'at', 'by_name', 'what', 'detail'], cells);
}
