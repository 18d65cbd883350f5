import * as z from 'zod/mini';
import { mediaRef, type Operation } from '../../domain/envelope.ts';
import { opId } from '../../domain/ids.ts';
import { isProblemCode, type ProblemCode } from '../../domain/problems.ts';
import type { OutboxRow } from '../../ports/outbox.ts';
import type { StoredRow } from './database.ts';

/** How an outbox row lies in the database: indexes beside opaque text. */

const nullableText = z.nullable(z.string());

/** Loose on purpose: what an older or newer version wrote must still be readable, and sendable. */
const facts = z.object({
  opId,
  seq: z.number(),
  kind: z.string(),
  entityId: z.string(),
  actorId: z.string(),
  visitId: nullableText,
  finishedAt: z.string(),
  sendOrder: z.number(),
  state: z.enum(['waiting', 'stored', 'applied', 'quarantined', 'withdrawn']),
  media: z.array(mediaRef),
  mediaSent: z.array(z.string()),
  codeHash: nullableText,
  problem: z.nullable(
    z.pipe(
      z.string(),
      z.transform((code): ProblemCode => (isProblemCode(code) ? code : 'server-failed')),
    ),
  ),
  storedAt: nullableText,
});

/** Above any number of rows a tablet will ever hold. */
const ROWS = 1e12;

export function decodeRow(stored: StoredRow): OutboxRow {
  return { ...facts.parse(JSON.parse(stored.facts)), operation: decodeOperation(stored.operation) };
}

/** Not parsed with today's schema: it was when it was sealed, and no later version may strand it. */
function decodeOperation(text: string | null): Operation | null {
  return text === null ? null : (JSON.parse(text) as Operation);
}

/** @param before what is stored already, or the number and install of a new row. */
export function encodeRow(row: OutboxRow, before: Pick<StoredRow, 'n' | 'installId'>): StoredRow {
  const { operation: held, ...rest } = row;
  const waiting = row.state === 'waiting';
  const mediaLeft = row.state === 'withdrawn' ? 0 : row.media.length - row.mediaSent.length;
  return {
    opId: row.opId,
    n: before.n,
    installId: before.installId,
    seq: row.seq,
    entityId: row.entityId,
    state: row.state,
    ...(waiting ? { queue: row.sendOrder * ROWS + before.n, waitingSince: row.finishedAt } : {}),
    ...(mediaLeft > 0 ? { mediaLeft } : {}),
    ...(held === null ? {} : { held: 1 as const }),
    ...(row.storedAt === null ? {} : { storedAt: row.storedAt }),
    ...(row.codeHash === null ? {} : { codeHash: row.codeHash }),
    facts: JSON.stringify(rest),
    operation: held === null ? null : JSON.stringify(held),
  };
}
