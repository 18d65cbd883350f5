import type { Lane } from '../../../src/domain/kind.ts';
import type { ItemState } from '../../../src/domain/desk.ts';
import type { ItemFilter, ItemRow } from '../../ports/records-store.ts';
import type { Cell, Reader } from './sql.ts';
import { searchClause } from './words.ts';

/** `found` is counted up to here: nobody needs to know more. */
const MOST_COUNTED = 10_000;

/** Arrivals of one millisecond share the number's last twelve bits. */
export const PER_MS = 4096;
export const numberFrom = (receivedAt: string): number => Date.parse(receivedAt) * PER_MS;

const COLUMNS = `i.entity_id, i.kind, i.lane, i.state, i.owner_id, p.display_name AS owner_name, i.due_at, i.received_at,
  i.captured_at, i.withdrawn, i.records, i.line_box, i.note_box, i.rev,
  (SELECT count(*) FROM media m WHERE m.entity_id = i.entity_id AND m.state IN ('coming', 'damaged')) AS media_missing,
  (SELECT count(*) FROM media m WHERE m.entity_id = i.entity_id AND m.state <> 'withdrawn' AND m.role = 'voice') AS voices,
  (SELECT count(*) FROM media m WHERE m.entity_id = i.entity_id AND m.state <> 'withdrawn' AND m.role = 'photo') AS photos`;
const OWNER = 'LEFT JOIN people p ON p.actor_id = i.owner_id';

interface ItemCells {
  readonly entity_id: string;
  readonly kind: string;
  readonly lane: Lane;
  readonly state: ItemState;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly due_at: string | null;
  readonly received_at: string;
  readonly captured_at: string;
  readonly withdrawn: number;
  readonly records: number;
  readonly line_box: Uint8Array | null;
  readonly note_box: Uint8Array | null;
  readonly rev: number;
  readonly media_missing: number;
  readonly voices: number;
  readonly photos: number;
}

export async function readItem(db: Reader, entityId: string): Promise<ItemRow | null> {
  const [row] = await db.query<ItemCells>(`SELECT ${COLUMNS} FROM items i ${OWNER} WHERE i.entity_id = ?`, [entityId]);
  return row === undefined ? null : toItem(row);
}

/** Newest first; every combination that the desk offers is answered from an index. */
export async function listItems(db: Reader, filter: ItemFilter): Promise<readonly ItemRow[]> {
  const { from, where, values, number } = clauses(db.dialect, filter);
  if (filter.before !== undefined) {
    const { entityId, receivedAt } = filter.before;
    const [last] = await db.query<{ no: number }>('SELECT no FROM items WHERE entity_id = ?', [entityId]);
    where.push(`${number} < ?`);
    values.push(last?.no ?? numberFrom(receivedAt));
  }
  const rows = await db.query<ItemCells>(
    `SELECT ${COLUMNS} FROM ${from} ${OWNER} WHERE ${where.join(' AND ')} ORDER BY ${number} DESC LIMIT ?`,
    [...values, filter.limit],
  );
  return rows.map(toItem);
}

export async function countItems(
  db: Reader,
  filter: ItemFilter,
): Promise<{ urgent: number; needs: number; promises: number; rest: number; found: number }> {
  const lanes = await db.query<{ lane: Lane; count: number }>(
    'SELECT lane, count(*) AS count FROM items WHERE listed = 1 AND open = 1 GROUP BY lane',
  );
  const { from, where, values } = clauses(db.dialect, filter);
  const [found] = await db.query<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} WHERE ${where.join(' AND ')} LIMIT ${MOST_COUNTED}) AS part`,
    values,
  );
  const of = (lane: Lane): number => lanes.find((row) => row.lane === lane)?.count ?? 0;
  return {
    urgent: of('urgent'),
    needs: of('needs'),
    promises: of('promises'),
    rest: of('rest'),
    found: found?.count ?? 0,
  };
}

function clauses(
  dialect: Reader['dialect'],
  filter: ItemFilter,
): { from: string; where: string[]; values: Cell[]; number: string } {
  const where: string[] = [];
  const values: Cell[] = [];
  let from = 'items i';
  let number = 'i.no';
  if (filter.tokens !== undefined && filter.tokens.length > 0) {
    const search = searchClause(dialect, filter.tokens);
    from = search.from;
    number = search.number;
    where.push(search.where);
    values.push(search.value);
  }
  const also = (text: string, value: Cell): void => {
    where.push(text);
    values.push(value);
  };
  where.push('i.listed = 1');
  if (filter.state === 'open') where.push('i.open = 1');
  else if (filter.state !== undefined) also('i.state = ?', filter.state);
  if (filter.lane !== undefined) also('i.lane = ?', filter.lane);
  if (filter.kind !== undefined) also('i.kind = ?', filter.kind);
  if (filter.ownerId === null) where.push('i.owner_id IS NULL');
  else if (filter.ownerId !== undefined) also('i.owner_id = ?', filter.ownerId);
  return { from, where, values, number };
}

function toItem(row: ItemCells): ItemRow {
  return {
    entityId: row.entity_id,
    kind: row.kind,
    lane: row.lane,
    state: row.state,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    dueAt: row.due_at,
    receivedAt: row.received_at,
    capturedAt: row.captured_at,
    withdrawn: row.withdrawn === 1,
    amendments: Math.max(0, row.records - 1),
    lineBox: row.line_box,
    noteBox: row.note_box,
    rev: row.rev,
    mediaMissing: row.media_missing,
    hasVoice: row.voices > 0,
    hasPhoto: row.photos > 0,
  };
}
