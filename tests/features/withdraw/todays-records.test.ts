import { expect, test } from 'vitest';
import { todaysRecords } from '../../../src/features/withdraw/todays-records.ts';
import type { OutboxRow } from '../../../src/ports/outbox.ts';

const row = (kind: string, entityId: string, seq: number): OutboxRow =>
  ({ kind, entityId, seq, state: 'waiting', finishedAt: `2026-11-22T10:0${seq}:00.000Z` }) as unknown as OutboxRow;

test('what was told of a place can be taken back as what was said can; a visit and a tally cannot', () => {
  const rows = [row('map-note', 'a', 1), row('place', 'b', 2), row('quick-note', 'c', 3), row('visit', 'd', 4)];
  const offered = todaysRecords([...rows, row('no-thanks', 'e', 5)], '2026-11-22', (iso) => iso.slice(0, 10));
  expect(offered.map(({ entityId }) => entityId)).toEqual(['c', 'b', 'a']);
});
