import type { OutboxRow } from '../../src/ports/outbox.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A finished record as the outbox lists it. */
export function outboxRow(n: number, change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    opId: uuid(n) as OutboxRow['opId'],
    seq: n,
    kind: 'quick-note',
    entityId: uuid(1000 + n),
    actorId: uuid(900),
    visitId: null,
    finishedAt: '2026-11-03T09:30:00.000Z',
    sendOrder: 3,
    state: 'waiting',
    operation: null,
    media: [],
    mediaSent: [],
    codeHash: null,
    problem: null,
    storedAt: null,
    ...change,
  };
}
