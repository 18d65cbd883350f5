import type { MediaRef, Operation } from '../domain/envelope.ts';
import type { ProblemCode } from '../domain/problems.ts';
import type { WordOfServer } from '../domain/standing.ts';
import type { NewOutboxRow, OutboxRow, OutboxState } from '../ports/outbox.ts';

/** How a row of the outbox moves on: the same for every store. */

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
function sentBack(row: OutboxRow): OutboxRow {
  return { ...row, state: 'waiting', problem: null, storedAt: null, mediaSent: [] };
}

export function voided(row: OutboxRow, operation: Operation): OutboxRow {
  const state = row.state === 'waiting' ? 'waiting' : 'withdrawn';
  return { ...row, state, kind: operation.kind, operation, media: [], mediaSent: [], codeHash: null, problem: null };
}

/** Null when the server's word changes nothing. A row of an earlier life of the store is sent again only after a restore. */
export function afterWord(row: OutboxRow, word: WordOfServer, own: boolean): OutboxRow | null {
  if (row.state === 'waiting' || row.operation === null) return null;
  const lost = own ? word.lost(row.seq) : word.restored;
  if (lost && (word.restored || row.state !== 'quarantined')) {
    return sentBack(row);
  }
  return word.restored && row.mediaSent.length > 0 ? { ...row, mediaSent: [] } : null;
}

/** Whether the server holds all of it, so that the sealed bytes may leave. */
export function mayRelease(row: OutboxRow): boolean {
  if (row.state === 'withdrawn') return true;
  return (row.state === 'stored' || row.state === 'applied') && mediaDue(row).length === 0;
}

export function mediaDue(row: OutboxRow): MediaRef[] {
  return row.media.filter(({ id }) => !row.mediaSent.includes(id));
}

/** Files whose words have arrived: photos before voice, the smallest first. */
export function mediaInOrder(rows: readonly OutboxRow[]): { row: OutboxRow; media: MediaRef }[] {
  const photoFirst = { photo: 0, voice: 1 };
  return rows
    .filter(({ state, operation }) => operation !== null && state !== 'waiting' && state !== 'withdrawn')
    .flatMap((row) => mediaDue(row).map((media) => ({ row, media })))
    .sort(
      (one, other) => photoFirst[one.media.role] - photoFirst[other.media.role] || one.media.bytes - other.media.bytes,
    );
}

/** The longest beginning that keeps within `maxBytes`, and at least one. */
export function firstThatFit(rows: readonly OutboxRow[], maxBytes: number): OutboxRow[] {
  const fit: OutboxRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    bytes += JSON.stringify(row.operation).length;
    if (fit.length > 0 && bytes > maxBytes) break;
    fit.push(row);
  }
  return fit;
}
