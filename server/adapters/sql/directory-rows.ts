import { observationRowId, type DirectoryEntry, type Observation } from '../../../src/domain/directory.ts';
import type { Venue } from '../../../src/domain/protocol.ts';
import type { PullRow } from '../../../src/domain/pull-row.ts';
import { allowedAt } from '../../../src/domain/place.ts';
import { coarsened } from '../../../src/places/coarsen.ts';
import { venuesOf } from '../../../src/places/venues.ts';
import { entryAsTold } from '../../places/words-told.ts';
import type { KeptWords } from '../../ports/directory-store.ts';
import { anyOf, insertRows, type Cell, type Reader } from './sql.ts';

/** An entry with how it came about. */
export interface EntryCells {
  readonly entry_id: string;
  readonly entity_id: string | null;
  readonly owned: number;
  readonly rev: number;
  readonly changed_at: string;
  readonly changed_by: string;
  /** JSON of `KeptWords[]`. */
  readonly kept: string;
  readonly value: string;
}

const ENTRY = `SELECT d.entry_id, d.entity_id, d.owned, d.rev, d.changed_at, d.changed_by, d.kept, r.value FROM directory d
  JOIN reference r ON r.kind = 'directory' AND r.id = d.entry_id AND r.device_id = '' AND r.value IS NOT NULL`;
const AT_ONCE = 500;

/**
 * Venues and grades follow from what everybody before has written: whoever writes into the directory waits here for
 * whoever is writing. It is the lock of the revisions of reference data, which comes last in every transaction.
 */
export async function oneAtATime(tx: Reader): Promise<void> {
  await tx.query(`UPDATE counters SET value = value WHERE name = 'revision'`);
}

export const readEntries = (db: Reader): Promise<readonly EntryCells[]> =>
  db.query<EntryCells>(`${ENTRY} ORDER BY d.entry_id`);

export async function readEntry(db: Reader, entryId: string): Promise<EntryCells | null> {
  const [row] = await db.query<EntryCells>(`${ENTRY} WHERE d.entry_id = ?`, [entryId]);
  return row ?? null;
}

/** Was parsed when it was made; it is not parsed again. */
export const entryIn = ({ value }: Pick<EntryCells, 'value'>): DirectoryEntry => JSON.parse(value) as DirectoryEntry;

/** Was made here; it is not parsed again. */
export const keptWords = ({ kept }: Pick<EntryCells, 'kept'>): readonly KeptWords[] => JSON.parse(kept) as KeptWords[];

export const entryRow = (entry: DirectoryEntry): PullRow => ({ kind: 'directory', id: entry.entryId, value: entry });

export const observationRow = (of: Observation): PullRow => ({
  kind: 'observation',
  id: observationRowId(of),
  value: of,
});

export function goneObservation(of: { entry_id: string; observation_id: string }): PullRow {
  const id = observationRowId({ entryId: of.entry_id, observationId: of.observation_id });
  return { kind: 'observation', id, value: null };
}

export async function addDirectoryHistory(
  tx: Reader,
  rows: readonly { entryId: string; at: string; byName: string; what: string; box: Uint8Array | null }[],
): Promise<void> {
  const cells = rows.map((row): Cell[] => [row.entryId, row.at, row.byName, row.what, row.box]);
  await insertRows(tx, 'directory_history', ['entry_id', 'at', 'by_name', 'what', 'box'], cells);
}

/**
 * What everybody said of this entry, made as coarse as it now has to be: rows for the observations that change, and its
 * records are marked for the worker, who can open them.
 */
export async function tightenNotes(tx: Reader, entry: DirectoryEntry): Promise<readonly PullRow[]> {
  if (entry.grade === 'open') return [];
  const notes = await tx.query<{ entry_id: string; observation_id: string }>(
    `UPDATE place_notes SET coarsen = 1 WHERE entry_id = ? RETURNING entry_id, observation_id`,
    [entry.entryId],
  );
  const ids = notes.map((note) => goneObservation(note).id);
  const rows: PullRow[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const { marks, padded } = anyOf(ids.slice(at, at + AT_ONCE));
    const found = await tx.query<{ value: string }>(
      `SELECT value FROM reference WHERE kind = 'observation' AND device_id = '' AND value IS NOT NULL AND id IN (${marks})`,
      padded,
    );
    for (const { value } of found) {
      const told = JSON.parse(value) as Observation;
      if (!allowedAt(entry.grade, told.where))
        rows.push(observationRow({ ...told, where: coarsened(told.where, entry.grade, entry.council) }));
    }
  }
  return rows;
}

/** What was said to stay, by entry; those of which nothing was are left out. */
async function keptIn(tx: Reader): Promise<ReadonlyMap<string, readonly KeptWords[]>> {
  const rows = await tx.query<Pick<EntryCells, 'entry_id' | 'kept'>>(
    `SELECT entry_id, kept FROM directory WHERE kept <> '[]'`,
  );
  return new Map(rows.map((row) => [row.entry_id, keptWords(row)]));
}

/** The venues that change with what was just written. The caller holds the lock (`oneAtATime`). */
export async function changedVenues(tx: Reader, written: readonly PullRow[]): Promise<readonly PullRow[]> {
  const entries = new Map((await readEntries(tx)).map((row) => [row.entry_id, entryIn(row)]));
  for (const row of written) {
    if (row.kind !== 'directory') continue;
    if (row.value === null) entries.delete(row.id);
    else entries.set(row.id, row.value);
  }
  const kept = await keptIn(tx);
  const told = [...entries.values()].map((entry) => {
    const { entryId, grade } = entry;
    return entryAsTold(entry, { entryId, grade, kept: kept.get(entryId) ?? [] });
  });
  const wanted = new Map(venuesOf(told).map((venue) => [venue.venueId, JSON.stringify(venue)]));
  const there = await tx.query<{ id: string; value: string }>(
    `SELECT id, value FROM reference WHERE kind = 'venue' AND device_id = '' AND value IS NOT NULL`,
  );
  const gone = there.filter(({ id }) => !wanted.has(id));
  const known = new Map(there.map(({ id, value }) => [id, value]));
  const fresh = [...wanted].filter(([id, value]) => known.get(id) !== value);
  return [
    ...gone.map(({ id }): PullRow => ({ kind: 'venue', id, value: null })),
    ...fresh.map(([id, value]): PullRow => ({ kind: 'venue', id, value: JSON.parse(value) as Venue })),
  ];
}
