import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Operation } from '../../src/domain/envelope.ts';
import type { OutboxRow } from '../../src/ports/outbox.ts';
import { makeRescueFile } from '../../src/tablet/rescue-file.ts';

const row = (seq: number, state: OutboxRow['state'], held = true) =>
  ({ state, operation: held ? ({ seq, kind: 'quick-note' } as Operation) : null }) as OutboxRow;

test('holds every sealed record that still waits, in order, and can be checked', async () => {
  const rows = [row(3, 'waiting'), row(2, 'stored'), row(1, 'waiting'), row(4, 'waiting', false)];
  const file = await makeRescueFile({ list: async () => rows }, Date.parse('2026-11-22T10:00:00Z'));
  const read = JSON.parse(file.json) as {
    operations: { seq: number }[];
    sha256: string;
    count: number;
    version: number;
  };
  expect(read.operations.map(({ seq }) => seq)).toEqual([1, 3]);
  expect(read.sha256).toBe(createHash('sha256').update(JSON.stringify(read.operations)).digest('hex'));
  expect(file).toMatchObject({ count: 2, name: 'said-and-done-rescue-2026-11-22.json' });
  expect(read).toMatchObject({ count: 2, version: 1 });
});
