import { numberFrom, PER_MS } from './item-rows.ts';
import type { Reader } from './sql.ts';

/** An item as filing and withdrawing see it, with its row locked until the commit. */
export interface LockedItem {
  readonly no: number;
  readonly withdrawn: number;
  readonly contact_withdrawn: number;
  readonly records: number;
  readonly state: string;
}

/** What was withdrawn under a code; its row is locked until the commit. */
export async function lockCode(tx: Reader, codeHash: string | null): Promise<{ words: number; contact: number }> {
  if (codeHash === null) return { words: 0, contact: 0 };
  const [row] = await tx.query<{ words: number; contact: number }>(
    `INSERT INTO codes (code_hash, words, contact) VALUES (?, 0, 0)
       ON CONFLICT (code_hash) DO UPDATE SET words = codes.words RETURNING words, contact`,
    [codeHash],
  );
  return row ?? { words: 0, contact: 0 };
}

/**
 * The item's row, made when it is not there yet, locked until the commit. `place` (the number in the queue) orders those
 * that arrived within one millisecond; where two meet on one number, the second takes the next.
 */
export async function lockItem(tx: Reader, entityId: string, receivedAt: string, place: number): Promise<LockedItem> {
  const forUpdate = tx.dialect === 'postgres' ? 'FOR UPDATE' : '';
  const select = `SELECT no, withdrawn, contact_withdrawn, records, state FROM items WHERE entity_id = ? ${forUpdate}`;
  for (let tried = 0; tried < PER_MS; tried += 1) {
    const [there] = await tx.query<LockedItem>(select, [entityId]);
    if (there !== undefined) return there;
    await tx.query(
      `INSERT INTO items (no, entity_id, kind, lane, state, open, received_at, captured_at, withdrawn,
         contact_withdrawn, listed, records, rev) VALUES (?, ?, '', 'rest', 'new', 1, ?, ?, 0, 0, 0, 0, 0)
         ON CONFLICT DO NOTHING`,
      [numberFrom(receivedAt) + ((place + tried) % PER_MS), entityId, receivedAt, receivedAt],
    );
  }
  throw new Error('more items arrived within one millisecond than can be numbered');
}
