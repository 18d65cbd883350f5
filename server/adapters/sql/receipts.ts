import type { PullRow } from '../../../src/domain/pull-row.ts';
import { isProblemCode } from '../../../src/domain/problems.ts';
import { anyOf, insertRows, type Reader } from './sql.ts';

interface ReferenceEntry {
  readonly row: PullRow;
  /** null: for every tablet. */
  readonly deviceId: string | null;
}

/**
 * Writes reference rows and gives them the next revisions. The counter's row is locked until the commit, so revisions
 * are committed in their order and no tablet can pass one over: let this be the last thing a transaction does.
 */
export async function putReference(tx: Reader, entries: readonly ReferenceEntry[], now: string): Promise<void> {
  if (entries.length === 0) return;
  const [counter] = await tx.query<{ value: number }>(
    `UPDATE counters SET value = value + ? WHERE name = 'revision' RETURNING value`,
    [entries.length],
  );
  const before = (counter?.value ?? entries.length) - entries.length;
  const rows = entries.map(({ row, deviceId }, i) => [
    row.kind,
    row.id,
    deviceId ?? '',
    row.value === null ? null : JSON.stringify(row.value),
    before + i + 1,
    now,
  ]);
  await insertRows(
    tx,
    'reference',
    ['kind', 'id', 'device_id', 'value', 'revision', 'changed_at'],
    rows,
    `ON CONFLICT (kind, id, device_id) DO UPDATE SET value = excluded.value, revision = excluded.revision,
       changed_at = excluded.changed_at`,
  );
}

/** Tells the tablets that sent these operations how they stand: state, reason, and the media still missing. */
export async function writeReceipts(
  tx: Reader,
  opIds: readonly string[],
  now: string,
  more: readonly ReferenceEntry[] = [],
): Promise<void> {
  const entries: ReferenceEntry[] = [];
  const distinct = [...new Set(opIds)].filter((id) => id !== '');
  if (distinct.length > 0) {
    const { marks, padded } = anyOf(distinct);
    const ops = await tx.query<{ op_id: string; device_id: string; state: string; reason: string | null }>(
      `SELECT op_id, device_id, state, reason FROM inbox WHERE main = 1 AND device_id IS NOT NULL AND op_id IN (${marks})`,
      padded,
    );
    const missing = await tx.query<{ id: string; op_id: string }>(
      `SELECT id, op_id FROM media WHERE state IN ('coming', 'damaged') AND op_id IN (${marks}) ORDER BY id`,
      padded,
    );
    for (const op of ops) {
      const value = {
        opId: op.op_id,
        state: op.state,
        problem: isProblemCode(op.reason) ? op.reason : null,
        mediaMissing: missing.filter((medium) => medium.op_id === op.op_id).map((medium) => medium.id),
      };
      entries.push({ row: { kind: 'receipt', id: op.op_id, value } as PullRow, deviceId: op.device_id });
    }
  }
  await putReference(tx, [...entries, ...more], now);
}
