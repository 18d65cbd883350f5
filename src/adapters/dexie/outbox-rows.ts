import * as z from 'zod/mini';
import { mediaRef, operation, type Operation } from '../../domain/envelope.ts';
import { opId } from '../../domain/ids.ts';
import { isProblemCode, type ProblemCode } from '../../domain/problems.ts';
import type { NewOutboxRow, OutboxRow, OutboxState } from '../../ports/outbox.ts';
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

export function decodeOperation(text: string | null): Operation | null {
  return text === null ? null : operation.parse(JSON.parse(text));
}

/** @param before what is stored already, or the number and install of a new row. */
export function encodeRow(row: OutboxRow, before: Pick<StoredRow, 'n' | 'installId'>): StoredRow {
  const { operation: held, ...rest } = row;
  const waiting = row.state === 'waiting';
  const mediaLeft = row.media.length - row.mediaSent.length;
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

export function newRow(from: NewOutboxRow): OutboxRow {
  const { operation: sealed } = from;
  return {
    opId: sealed.opId,
    seq: sealed.seq,
    kind: from.kind,
    entityId: sealed.entityId,
    actorId: sealed.actorId,
    visitId: from.visitId,
    finishedAt: from.finishedAt,
    sendOrder: from.sendOrder,
    state: 'waiting',
    operation: sealed,
    media: sealed.media,
    mediaSent: [],
    codeHash: from.codeHash,
    problem: null,
    storedAt: null,
  };
}

export function marked(row: OutboxRow, state: OutboxState, problem: ProblemCode | null, at: string): OutboxRow {
  const storedAt = row.storedAt ?? (state === 'waiting' ? null : at);
  return { ...row, state, problem, storedAt };
}

/** The server has not got it (any more): it waits again, and its files are asked for again. */
export function sentBack(row: OutboxRow): OutboxRow {
  return { ...row, state: 'waiting', problem: null, storedAt: null, mediaSent: [] };
}

export function voided(row: OutboxRow, operation: Operation): OutboxRow {
  const state = row.state === 'waiting' ? 'waiting' : 'withdrawn';
  return { ...row, state, kind: operation.kind, operation, media: [], mediaSent: [], codeHash: null, problem: null };
}
