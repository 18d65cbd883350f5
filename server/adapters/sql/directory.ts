import type { Observation } from '../../../src/domain/directory.ts';
import { allowedAt } from '../../../src/domain/place.ts';
import type { PullRow } from '../../../src/domain/pull-row.ts';
import type { PlaceGrade } from '../../../src/domain/record.ts';
import { tightens } from '../../../src/places/coarsen.ts';
import type {
  DirectoryHistoryRow,
  DirectoryStore,
  EntryWrite,
  PlaceContact,
  RecordToCoarsen,
  StoredEntry,
  StoredObservation,
} from '../../ports/directory-store.ts';
import {
  addDirectoryHistory,
  changedVenues,
  entryIn,
  entryRow,
  keptWords,
  oneAtATime,
  readEntries,
  readEntry,
  tightenNotes,
  type EntryCells,
} from './directory-rows.ts';
import { putReference } from './receipts.ts';
import { promiseRows, rowsToldInFewerWords, rowsWithWords, toldRows } from './told-rows.ts';
import { anyOf, type Cell, type Reader, type Sql } from './sql.ts';

/** Undoes the transaction: somebody else was quicker. */
class TooLate extends Error {}

const OBSERVATION = `SELECT n.entity_id, n.asked, r.value FROM place_notes n JOIN reference r ON r.kind = 'observation'
  AND r.id = n.entry_id || '/' || n.observation_id AND r.device_id = '' AND r.value IS NOT NULL WHERE n.told = 1`;
// The newest record of the entity: a correction stands for what it corrects.
const OFFICE_NOTE = `SELECT n.entity_id, n.entry_id, c.op_id, c.box FROM place_notes n JOIN records c ON c.entity_id = n.entity_id
  AND c.box IS NOT NULL WHERE n.told = 0 AND n.kind = 'map-note'`;
const HISTORY = 'SELECT entry_id, at, by_name, what, box FROM directory_history';
const NEWEST_LAST = 'ORDER BY n.entity_id, CASE WHEN c.amends IS NULL THEN 0 ELSE 1 END, c.received_at, c.op_id';

/** The directory of places. What is stored was parsed before it came here; it is not parsed again. */
export function sqlDirectory(sql: Sql): DirectoryStore {
  return {
    entries: async () => (await readEntries(sql)).map(toEntry),

    async entry(entryId) {
      const row = await readEntry(sql, entryId);
      return row === null ? null : toEntry(row);
    },

    async observations(entryIds) {
      const rows = await ofEntries<{ entity_id: string; asked: PlaceGrade | ''; value: string }>(
        sql,
        OBSERVATION,
        'n.entry_id',
        entryIds,
      );
      const found = rows.map(({ entity_id, asked, value }): StoredObservation => ({
        observation: JSON.parse(value) as Observation,
        entityId: entity_id,
        askedAt: asked === '' ? null : asked,
      }));
      return found.sort(newestFirst);
    },

    async officeNotes(entryIds) {
      const rows = await ofEntries<{ entity_id: string; entry_id: string; op_id: string; box: Uint8Array }>(
        sql,
        OFFICE_NOTE,
        'n.entry_id',
        entryIds,
        NEWEST_LAST,
      );
      const newest = new Map(rows.map((row) => [row.entity_id, row]));
      return [...newest.values()].map((row) => ({
        entityId: row.entity_id,
        entryId: row.entry_id,
        opId: row.op_id,
        box: row.box,
      }));
    },

    async officeCounts() {
      const rows = await sql.query<{ entry_id: string; notes: number }>(
        `SELECT entry_id, count(*) AS notes FROM place_notes WHERE told = 0 AND kind = 'map-note' GROUP BY entry_id`,
      );
      return new Map(rows.map(({ entry_id, notes }) => [entry_id, notes]));
    },

    async contacts(entryIds) {
      const rows = await ofEntries<{
        entry_id: string;
        day: string;
        part: string | null;
        kind: string;
        languages: string;
      }>(
        sql,
        'SELECT entry_id, day, part, kind, languages FROM place_contacts WHERE 1 = 1',
        'entry_id',
        entryIds,
        'ORDER BY day, entity_id, entry_id',
      );
      return rows.map(({ entry_id, languages, ...rest }): PlaceContact => ({
        ...rest,
        entryId: entry_id,
        languages: languages === '' ? [] : languages.split(' '),
      }));
    },

    async history(entryIds) {
      const rows = await ofEntries<HistoryCells>(sql, `${HISTORY} WHERE 1 = 1`, 'entry_id', entryIds, 'ORDER BY id');
      return rows.map(toHistory);
    },

    async historySince(at) {
      return (await sql.query<HistoryCells>(`${HISTORY} WHERE at >= ? ORDER BY id`, [at])).map(toHistory);
    },

    async arrivals(since) {
      const rows = await sql.query<{ entity_id: string; received_at: string }>(
        `SELECT n.entity_id, i.received_at FROM place_notes n JOIN items i ON i.entity_id = n.entity_id
           WHERE i.received_at >= ?`,
        [since],
      );
      return new Map(rows.map(({ entity_id, received_at }) => [entity_id, received_at]));
    },

    async write(changes, byName, now) {
      for (const { entry } of changes) {
        if (!allowedAt(entry.grade, entry.where)) throw new RangeError('finer than its grade allows');
      }
      try {
        await sql.transaction((tx) => writeEntries(tx, changes, byName, now));
        return true;
      } catch (thrown) {
        if (thrown instanceof TooLate) return false;
        throw thrown;
      }
    },

    settleVenues: (now) =>
      sql.transaction(async (tx) => {
        await oneAtATime(tx);
        await tellAll(tx, await changedVenues(tx, []), now);
      }),

    told: (rows) => toldRows(sql, rows),

    promises: async () => (await promiseRows(sql)).map(({ value }) => value),

    tellAgain: (now) =>
      sql.transaction(async (tx) => {
        await oneAtATime(tx);
        await tellAll(tx, await rowsToldInFewerWords(tx), now);
      }),

    async toCoarsen(limit) {
      const rows = await sql.query<{
        entity_id: string;
        op_id: string;
        grade: RecordToCoarsen['grade'];
        box: Uint8Array;
        value: string | null;
      }>(
        `SELECT n.entity_id, c.op_id, d.grade, c.box, r.value FROM
           (SELECT entity_id, entry_id FROM place_notes WHERE coarsen = 1 ORDER BY entity_id LIMIT ?) AS n
           JOIN directory d ON d.entry_id = n.entry_id JOIN records c ON c.entity_id = n.entity_id AND c.box IS NOT NULL
           LEFT JOIN reference r ON r.kind = 'directory' AND r.id = n.entry_id AND r.device_id = ''
           ORDER BY n.entity_id, c.op_id`,
        [limit],
      );
      return rows.map((row): RecordToCoarsen => ({
        entityId: row.entity_id,
        opId: row.op_id,
        grade: row.grade,
        council: row.value === null ? '' : entryIn({ value: row.value }).council,
        box: row.box,
      }));
    },

    isCoarse: (entityId, grade) =>
      sql.transaction(async (tx) => {
        await tx.query(
          `UPDATE place_notes SET coarsen = 0 WHERE entity_id = ? AND EXISTS (SELECT 1 FROM directory d
             WHERE d.entry_id = place_notes.entry_id AND d.grade = ?)`,
          [entityId, grade],
        );
      }),
  };
}

/** All or none; the venues and observations that follow are part of it. */
export async function writeEntries(
  tx: Reader,
  changes: readonly EntryWrite[],
  byName: string,
  now: string,
): Promise<void> {
  await oneAtATime(tx);
  const rows = new Map<string, PullRow>();
  const add = (more: readonly PullRow[]) => {
    for (const row of more) rows.set(`${row.kind} ${row.id}`, row);
  };
  for (const { entry, rev, what, box, kept, noteWords } of changes) {
    const before = await readEntry(tx, entry.entryId);
    if ((before?.rev ?? 0) !== rev) throw new TooLate();
    const stays = kept === undefined ? (before?.kept ?? '[]') : JSON.stringify(kept);
    await tx.query(
      `INSERT INTO directory (entry_id, entity_id, owned, grade, rev, changed_at, changed_by, kept)
         VALUES (?, NULL, 0, ?, 1, ?, ?, ?)
         ON CONFLICT (entry_id) DO UPDATE SET owned = 0, grade = excluded.grade, rev = directory.rev + 1,
         changed_at = excluded.changed_at, changed_by = excluded.changed_by, kept = excluded.kept`,
      [entry.entryId, entry.grade, now, byName, stays],
    );
    await addDirectoryHistory(tx, [{ entryId: entry.entryId, at: now, byName, what, box }]);
    add([entryRow(entry)]);
    const asBefore = before !== null && entryIn(before).grade === entry.grade;
    if (!asBefore || kept !== undefined || noteWords !== undefined)
      add(await rowsWithWords(tx, entry.entryId, noteWords));
    // After those: of a note that is both, the coarse one counts.
    if (before === null || tightens(entryIn(before).grade, entry.grade)) add(await tightenNotes(tx, entry));
  }
  add(await changedVenues(tx, [...rows.values()]));
  await tellAll(tx, [...rows.values()], now);
}

async function tellAll(tx: Reader, rows: readonly PullRow[], now: string): Promise<void> {
  await putReference(
    tx,
    rows.map((row) => ({ row, deviceId: null })),
    now,
  );
}

/** Of these entries only, a few hundred at a time, or of all. */
async function ofEntries<R>(
  db: Reader,
  select: string,
  column: string,
  entryIds: readonly string[] | undefined,
  order = '',
): Promise<readonly R[]> {
  if (entryIds === undefined) return db.query<R>(`${select} ${order}`);
  const found: R[] = [];
  for (let at = 0; at < entryIds.length; at += 500) {
    const { marks, padded } = anyOf(entryIds.slice(at, at + 500));
    found.push(...(await db.query<R>(`${select} AND ${column} IN (${marks}) ${order}`, padded as readonly Cell[])));
  }
  return found;
}

/** Of one day in the order of their ids. */
function newestFirst({ observation: a }: StoredObservation, { observation: b }: StoredObservation): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  return a.observationId < b.observationId ? -1 : 1;
}

interface HistoryCells {
  readonly entry_id: string;
  readonly at: string;
  readonly by_name: string;
  readonly what: string;
  readonly box: Uint8Array | null;
}

function toHistory(row: HistoryCells): DirectoryHistoryRow {
  return { entryId: row.entry_id, at: row.at, byName: row.by_name, what: row.what, box: row.box };
}

function toEntry(row: EntryCells): StoredEntry {
  return {
    entry: entryIn(row),
    kept: keptWords(row),
    entityId: row.entity_id,
    rev: row.rev,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}
