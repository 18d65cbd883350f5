import type { MediaRole } from '../../../src/domain/envelope.ts';
import type { MediaIndex, MediaRow } from '../../ports/store.ts';
import { writeReceipts } from './receipts.ts';
import type { Sql } from './sql.ts';

const COLUMNS = 'id, op_id, entity_id, role, mime, sha256, bytes, chunks, state';

interface MediaCells {
  readonly id: string;
  readonly op_id: string;
  readonly entity_id: string;
  readonly role: MediaRole;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly chunks: number;
  readonly state: MediaRow['state'];
}

const toMedia = ({ op_id: opId, entity_id: entityId, ...rest }: MediaCells): MediaRow => ({ ...rest, opId, entityId });

/** What media are announced, and which of their chunks are flushed. */
export function sqlMedia(sql: Sql): MediaIndex {
  return {
    async get(id) {
      const [row] = await sql.query<MediaCells>(`SELECT ${COLUMNS} FROM media WHERE id = ?`, [id]);
      return row === undefined ? null : toMedia(row);
    },
    async byEntity(entityId) {
      const rows = await sql.query<MediaCells>(`SELECT ${COLUMNS} FROM media WHERE entity_id = ? ORDER BY id`, [
        entityId,
      ]);
      return rows.map(toMedia);
    },
    async chunks(id) {
      const rows = await sql.query<{ idx: number }>('SELECT idx FROM media_chunks WHERE media_id = ? ORDER BY idx', [
        id,
      ]);
      return rows.map((row) => row.idx);
    },
    addChunk: (id, index, bytes) =>
      sql.transaction(async (tx) => {
        await tx.query(
          `INSERT INTO media_chunks (media_id, idx, bytes) VALUES (?, ?, ?)
             ON CONFLICT (media_id, idx) DO UPDATE SET bytes = excluded.bytes`,
          [id, index, bytes],
        );
        // A chunk that lands after its withdrawal is to be removed like the others.
        await tx.query(
          `INSERT INTO media_removals (media_id) SELECT id FROM media WHERE id = ? AND state = 'withdrawn'
             ON CONFLICT DO NOTHING`,
          [id],
        );
      }),
    setState: (id, state, now) =>
      sql.transaction(async (tx) => {
        const [row] = await tx.query<{ op_id: string }>(
          `UPDATE media SET state = ?, changed_at = ? WHERE id = ? AND state <> 'withdrawn' RETURNING op_id`,
          [state, now, id],
        );
        if (row !== undefined) await writeReceipts(tx, [row.op_id], now);
      }),
    clearChunks: (id) =>
      sql.transaction(async (tx) => {
        await tx.query('DELETE FROM media_chunks WHERE media_id = ?', [id]);
        await tx.query('DELETE FROM media_removals WHERE media_id = ?', [id]);
      }),
    async toRemove(limit) {
      const rows = await sql.query<MediaCells>(
        `SELECT ${COLUMNS} FROM media WHERE id IN (SELECT media_id FROM media_removals LIMIT ?)`,
        [limit],
      );
      return rows.map(toMedia);
    },
  };
}
