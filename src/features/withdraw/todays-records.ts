import type { OutboxRow } from '../../ports/outbox.ts';
import { findKind } from '../../kinds/registry.ts';

/** Something recorded here today that a person may take back: its time and kind, never its words. */
export interface TodaysRecord {
  readonly entityId: string;
  readonly kind: string;
  /** Wall clock, ISO 8601, of its first part. */
  readonly finishedAt: string;
}

/** What these tell stands on every tablet of the team: whoever told it may take it back, and so may who got it wrong. */
const TOLD_TO_ALL: readonly string[] = ['map-note', 'place'];

/**
 * What was recorded today on this tablet by anybody, one line for each thing (a note and what was added to it later
 * are one), the newest first. Only what a person said or told of a place: no tallies, no visits, nothing
 * withdrawn already.
 */
export function todaysRecords(
  rows: readonly OutboxRow[],
  today: string,
  dayOf: (iso: string) => string,
): readonly TodaysRecord[] {
  const gone = new Set(rows.filter((row) => row.state === 'withdrawn').map((row) => row.entityId));
  const found = new Map<string, TodaysRecord>();
  const oldestFirst = [...rows].sort((a, b) => a.finishedAt.localeCompare(b.finishedAt) || a.seq - b.seq);
  for (const { entityId, kind, finishedAt } of oldestFirst) {
    if (gone.has(entityId) || found.has(entityId) || dayOf(finishedAt) !== today) continue;
    const mayBeTakenBack = findKind(kind)?.givesReceipt === true || TOLD_TO_ALL.includes(kind);
    if (mayBeTakenBack) found.set(entityId, { entityId, kind, finishedAt });
  }
  return [...found.values()].reverse();
}
