import { expect, test } from 'vitest';
import type { Receipt } from '../../../src/domain/protocol.ts';
import { listsOf } from '../../../src/features/drafts/rows.ts';
import type { OutboxRow } from '../../../src/ports/outbox.ts';
import { outboxRow } from '../../helpers/outbox-row.ts';

const ME = outboxRow(1).actorId;
const lists = (rows: readonly OutboxRow[], receipts: readonly Receipt[] = []) =>
  listsOf({ drafts: [], rows, receipts, actorId: ME, today: '2026-11-03', dayOf: (iso) => iso.slice(0, 10) });
const receipt = (row: OutboxRow, change: Partial<Receipt> = {}): Receipt => ({
  opId: row.opId,
  state: 'applied',
  problem: null,
  mediaMissing: [],
  ...change,
});
const photo = (n: number) =>
  ({
    id: `photo-${n}`,
    role: 'photo',
    sha256: '',
    bytes: 1,
    chunks: 1,
    mime: 'image/jpeg',
  }) as unknown as OutboxRow['media'][number];

test('what has not left the tablet is waiting, the rest is sent, the newest first', () => {
  const waiting = outboxRow(1);
  const early = outboxRow(2, { state: 'stored', finishedAt: '2026-11-03T08:00:00.000Z' });
  const late = outboxRow(3, { state: 'stored', finishedAt: '2026-11-03T09:00:00.000Z' });
  const found = lists([early, waiting, late], [receipt(early)]);
  expect(found.waiting.map(({ row }) => row.opId)).toEqual([waiting.opId]);
  expect(found.sent.map(({ row, standing }) => [row.opId, standing])).toEqual([
    [late.opId, 'stored'],
    [early.opId, 'applied'],
  ]);
});

test('a withdrawal outranks every other word, here or at the office', () => {
  const here = outboxRow(1, { state: 'withdrawn' });
  const there = outboxRow(2, { state: 'applied' });
  const found = lists([here, there], [receipt(here), receipt(there, { state: 'withdrawn' })]);
  expect(found.sent.map(({ standing }) => standing)).toEqual(['withdrawn', 'withdrawn']);
  expect(found.waiting).toEqual([]);
});

test('a record that needs a look says so, whoever said it first', () => {
  const byVerdict = outboxRow(1, { state: 'quarantined' });
  const byReceipt = outboxRow(2, { state: 'stored' });
  const found = lists([byVerdict, byReceipt], [receipt(byReceipt, { state: 'quarantined' })]);
  expect(found.sent.map(({ standing }) => standing)).toEqual(['quarantined', 'quarantined']);
});

test('a photo is still to go until the server says it has it whole', () => {
  const row = outboxRow(1, { state: 'stored', media: [photo(1), photo(2)], mediaSent: ['photo-1'] });
  expect(lists([row]).sent[0]?.photosToGo).toBe(1);
  // The server's own word counts for more than what the tablet remembers.
  const missing = receipt(row, { mediaMissing: ['photo-1', 'photo-2'] as unknown as Receipt['mediaMissing'] });
  expect(lists([row], [missing]).sent[0]?.photosToGo).toBe(2);
  expect(lists([row], [receipt(row)]).sent[0]?.photosToGo).toBe(0);
  expect(lists([outboxRow(1, { ...row, state: 'withdrawn' })]).sent[0]?.photosToGo).toBe(0);
});

test('records of another worker are a number, never a list', () => {
  const other = outboxRow(2, { actorId: 'somebody-else' });
  const found = lists([outboxRow(1), other, outboxRow(3, { actorId: 'somebody-else', state: 'stored' })]);
  expect(found.waiting).toHaveLength(1);
  expect(found.sent).toHaveLength(0);
  expect(found.waitingOfOthers).toBe(1);
});

test("only today's quick notes that still stand can grow into a conversation", () => {
  const grows = (change: Partial<OutboxRow>) => {
    const found = lists([outboxRow(1, change)]);
    return [...found.waiting, ...found.sent][0]?.canGrow;
  };
  expect(grows({})).toBe(true);
  expect(grows({ state: 'applied' })).toBe(true);
  expect(grows({ state: 'withdrawn' })).toBe(false);
  expect(grows({ kind: 'conversation' })).toBe(false);
  expect(grows({ finishedAt: '2026-11-02T09:30:00.000Z' })).toBe(false);
});
