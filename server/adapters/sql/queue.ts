import { createHash } from 'node:crypto';
import type { Arrival, QueueRow, QueueState, QueueStore } from '../../ports/queue-store.ts';
import { addArrivals, addPlace } from './arrivals.ts';
import { writeReceipts } from './receipts.ts';
import { anyOf, type Reader, type Sql } from './sql.ts';
import { sqlStanding } from './standing.ts';

const MAX_ATTEMPTS = 5;
const FIRST_RETRY_MS = 2_000;

const COLUMNS = `id, op_id, install_id, seq, device_id, actor_id, entity_id, kind, schema_version, hash, envelope,
  received_at, state, attempts, reason, detail`;

interface InboxRow {
  readonly id: number;
  readonly op_id: string;
  readonly install_id: string;
  readonly seq: number;
  readonly device_id: string | null;
  readonly actor_id: string;
  readonly entity_id: string;
  readonly kind: string;
  readonly schema_version: number;
  readonly hash: string;
  readonly envelope: string | null;
  readonly received_at: string;
  readonly state: QueueState;
  readonly attempts: number;
  readonly reason: string | null;
  readonly detail: string | null;
}

/** The inbox queue over SQL. `clock` is for what the port's callers do not date. */
export function sqlQueue(sql: Sql, clock: () => string): QueueStore {
  const park = (inboxId: string, reason: string, detail: string) =>
    sql.transaction(async (tx) => {
      const rows = await tx.query<{ op_id: string }>(
        `UPDATE inbox SET state = 'quarantined', reason = ?, detail = ?, lease_until = NULL
           WHERE id = ? AND state = 'waiting' RETURNING op_id`,
        [reason, detail.slice(0, 400), numberOf(inboxId)],
      );
      await writeReceipts(
        tx,
        rows.map((row) => row.op_id),
        clock(),
      );
    });

  return {
    add: (arrivals: readonly Arrival[], now) =>
      arrivals.length === 0 ? Promise.resolve([]) : sql.transaction((tx) => addArrivals(tx, arrivals, now)),

    addUnreadable: (deviceId, raw, reason, now, place) =>
      sql.transaction(async (tx) => {
        // Another tablet's number is not taken: `place` then only says what it claimed to be.
        if (place !== undefined) await addPlace(tx, deviceId, place.installId, [place.seq]);
        await tx.query(
          `INSERT INTO inbox (main, op_id, install_id, seq, device_id, actor_id, entity_id, kind, schema_version, hash,
             envelope, received_at, state, attempts, reason)
           VALUES (0, '', ?, ?, ?, '', '', '', 0, ?, ?, ?, 'quarantined', 0, ?) ON CONFLICT DO NOTHING`,
          [place?.installId ?? '', place?.seq ?? 0, deviceId, hashOf(raw), raw, now, reason],
        );
      }),

    async lease(limit, leaseMs, now) {
      const [any] = await sql.query(`SELECT id FROM inbox WHERE state = 'waiting' LIMIT 1`);
      if (any === undefined) return [];
      return sql.transaction((tx) => lease(tx, limit, leaseMs, now));
    },

    failed: (inboxId, detail, now) =>
      sql.transaction(async (tx) => {
        const [row] = await tx.query<{ attempts: number }>(
          `SELECT attempts FROM inbox WHERE id = ? AND state = 'waiting'`,
          [numberOf(inboxId)],
        );
        if (row === undefined) return;
        const kept = row.attempts >= MAX_ATTEMPTS;
        const until = kept ? null : later(now, FIRST_RETRY_MS * 2 ** (row.attempts - 1));
        const rows = await tx.query<{ op_id: string }>(
          `UPDATE inbox SET state = ?, reason = ?, detail = ?, lease_until = ?
             WHERE id = ? AND state = 'waiting' RETURNING op_id`,
          [
            kept ? 'quarantined' : 'waiting',
            kept ? 'kept-failing' : null,
            detail.slice(0, 400),
            until,
            numberOf(inboxId),
          ],
        );
        if (kept)
          await writeReceipts(
            tx,
            rows.map((done) => done.op_id),
            now,
          );
      }),

    park,

    retry: (inboxId) =>
      sql.transaction(async (tx) => {
        const rows = await tx.query<{ op_id: string }>(
          `UPDATE inbox SET state = 'waiting', attempts = 0, lease_until = NULL, reason = NULL, detail = NULL
             WHERE id = ? AND state = 'quarantined' AND op_id <> '' AND envelope IS NOT NULL AND (main = 1 OR
               NOT EXISTS (SELECT 1 FROM inbox other WHERE other.op_id = inbox.op_id AND other.main = 1))
             RETURNING op_id`,
          [numberOf(inboxId)],
        );
        await writeReceipts(
          tx,
          rows.map((row) => row.op_id),
          clock(),
        );
        return rows.length === 1;
      }),

    readAfterAll: (inboxId) =>
      sql.transaction(async (tx) => {
        await tx.query(
          `UPDATE inbox SET state = 'applied', envelope = NULL, reason = NULL
             WHERE id = ? AND state = 'quarantined' AND op_id = ''`,
          [numberOf(inboxId)],
        );
      }),

    async get(inboxId) {
      const [row] = await sql.query<InboxRow>(`SELECT ${COLUMNS} FROM inbox WHERE id = ?`, [numberOf(inboxId)]);
      return row === undefined ? null : toQueueRow(row);
    },

    async quarantined(limit) {
      const rows = await sql.query<InboxRow>(
        `SELECT ${COLUMNS} FROM inbox WHERE state = 'quarantined' ORDER BY id DESC LIMIT ?`,
        [limit],
      );
      const [count] = await sql.query<{ total: number }>(
        `SELECT count(*) AS total FROM inbox WHERE state = 'quarantined'`,
      );
      return { rows: rows.map(toQueueRow), total: count?.total ?? 0 };
    },

    ...sqlStanding(sql),

    async waitingCount() {
      const [row] = await sql.query<{ count: number }>(`SELECT count(*) AS count FROM inbox WHERE state = 'waiting'`);
      return row?.count ?? 0;
    },
  };
}

/** Only the first waiting row of an entity may be leased, so that its order is kept and no two run at once. */
async function lease(tx: Reader, limit: number, leaseMs: number, now: string): Promise<readonly QueueRow[]> {
  const skip = tx.dialect === 'postgres' ? 'FOR UPDATE OF q SKIP LOCKED' : '';
  const picked = await tx.query<{ id: number; attempts: number; op_id: string }>(
    `SELECT q.id, q.attempts, q.op_id FROM inbox q WHERE q.state = 'waiting' AND (q.lease_until IS NULL OR q.lease_until <= ?)
       AND NOT EXISTS (SELECT 1 FROM inbox e WHERE e.entity_id = q.entity_id AND e.state = 'waiting' AND e.id < q.id)
       ORDER BY q.id LIMIT ? ${skip}`,
    [now, limit],
  );
  // A row that was leased five times and never answered for took the process down with it each time.
  const worn = picked.filter((row) => row.attempts >= MAX_ATTEMPTS);
  for (const row of worn) {
    await tx.query(`UPDATE inbox SET state = 'quarantined', reason = 'kept-failing', lease_until = NULL WHERE id = ?`, [
      row.id,
    ]);
  }
  const ids = picked.filter((row) => row.attempts < MAX_ATTEMPTS).map((row) => String(row.id));
  let leased: readonly InboxRow[] = [];
  if (ids.length > 0) {
    const { marks, padded } = anyOf(ids);
    leased = await tx.query<InboxRow>(
      `UPDATE inbox SET lease_until = ?, attempts = attempts + 1 WHERE id IN (${marks}) RETURNING ${COLUMNS}`,
      [later(now, leaseMs), ...padded.map(Number)],
    );
  }
  await writeReceipts(
    tx,
    worn.map((row) => row.op_id),
    now,
  );
  return leased.map(toQueueRow).sort((a, b) => Number(a.inboxId) - Number(b.inboxId));
}

function toQueueRow(row: InboxRow): QueueRow {
  return {
    inboxId: String(row.id),
    opId: row.op_id,
    installId: row.install_id,
    seq: row.seq,
    deviceId: row.device_id,
    actorId: row.actor_id,
    entityId: row.entity_id,
    kind: row.kind,
    schemaVersion: row.schema_version,
    hash: row.hash,
    envelope: row.envelope,
    receivedAt: row.received_at,
    state: row.state,
    attempts: row.attempts,
    reason: row.reason,
    detail: row.detail,
  };
}

/** An inbox id from outside as a number; -1, which no row has, when it is none. */
const numberOf = (inboxId: string): number => (/^\d{1,15}$/.test(inboxId) ? Number(inboxId) : -1);

const later = (time: string, ms: number): string => new Date(Date.parse(time) + ms).toISOString();

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
