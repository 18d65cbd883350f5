import { observationRowId, type DirectoryEntry, type Observation } from '../../../src/domain/directory.ts';
import type { Owed } from '../../../src/domain/protocol.ts';
import type { PullRow } from '../../../src/domain/pull-row.ts';
import type { PlaceGrade } from '../../../src/domain/record.ts';
import { noteTexts, owedTexts } from '../../../src/places/place-texts.ts';
import { entryAsTold, mayBeKeptBack, noteAsTold, promiseAsTold, type Asked } from '../../places/words-told.ts';
import { entryRow, keptWords, observationRow, type EntryCells } from './directory-rows.ts';
import { anyOf, type Reader } from './sql.ts';

const AT_ONCE = 500;

/** Of what is told to all tablets: rows are as they are kept, with all their words, and leave the server only through here. */
export async function toldRows(db: Reader, rows: readonly PullRow[]): Promise<readonly PullRow[]> {
  const inDoubt = new Set<PullRow>(rows.filter((row) => isOfPlace(row) && mayBeKeptBack(row.value)));
  const ids = [...inDoubt].flatMap((row) => (isOfPlace(row) ? [placeOf(row)] : []));
  const asked = await askedOf(db, ids);
  const askedAt = await writersAsked(db, ids);
  return rows.map((row): PullRow => {
    if (!isOfPlace(row)) return row;
    const entryId = placeOf(row);
    if (row.kind === 'owed') {
      // Of an entry that is not here nobody knows how closely it may be told.
      if (!inDoubt.has(row)) return row;
      return { ...row, value: promiseAsTold(row.value, asked.get(entryId) ?? strange(entryId, 'shielded')) };
    }
    if (row.kind === 'observation') {
      if (!inDoubt.has(row)) return row;
      const its = askedAt.get(row.id) ?? null;
      // Of an entry that is not here yet, the note's own grade holds.
      return observationRow(noteAsTold(row.value, asked.get(entryId) ?? strange(entryId, its ?? 'shielded'), its));
    }
    return entryRow(entryAsTold(row.value, asked.get(entryId) ?? strange(entryId, row.value.grade)));
  });
}

/** What tablets that already hold it have to hear again, since they may have fewer words of it. */
export async function rowsToldInFewerWords(tx: Reader): Promise<readonly PullRow[]> {
  const found = await tx.query<{ kind: 'directory' | 'observation'; value: string }>(
    `SELECT kind, value FROM reference WHERE kind IN ('directory', 'observation') AND device_id = '' AND value IS NOT NULL`,
  );
  const rows: PullRow[] = found.map(({ kind, value }) =>
    kind === 'directory'
      ? entryRow(JSON.parse(value) as DirectoryEntry)
      : observationRow(JSON.parse(value) as Observation),
  );
  rows.push(...(await promiseRows(tx)));
  const told = await toldRows(tx, rows);
  return rows.filter((row, at) => JSON.stringify(row) !== JSON.stringify(told[at]));
}

/** What is owed to this entry of the directory, or to any. */
export async function promiseRows(db: Reader, entryId = ''): Promise<readonly OwedRow[]> {
  // An id has no sign that means anything to LIKE; to which entry it is owed is seen below.
  const found = await db.query<{ id: string; value: string }>(
    `SELECT id, value FROM reference WHERE kind = 'owed' AND device_id = '' AND value LIKE ? ORDER BY id`,
    [`%"placeId":"${entryId}%`],
  );
  return found
    .map(({ id, value }): OwedRow => ({ kind: 'owed', id, value: JSON.parse(value) as Owed }))
    .filter(({ value }) => value.placeId !== undefined && (entryId === '' || value.placeId === entryId));
}

/**
 * The notes about an entry, and what is owed to it, of which something may be kept back, with their words changed: tablets
 * hear them again.
 */
export async function rowsWithWords(
  tx: Reader,
  entryId: string,
  change: (text: string) => string = (text) => text,
): Promise<readonly PullRow[]> {
  const found = await tx.query<{ value: string }>(
    `SELECT r.value FROM place_notes n JOIN reference r ON r.kind = 'observation'
       AND r.id = n.entry_id || '/' || n.observation_id AND r.device_id = '' AND r.value IS NOT NULL
       WHERE n.told = 1 AND n.entry_id = ?`,
    [entryId],
  );
  const owed = (await promiseRows(tx, entryId)).filter(({ value }) => mayBeKeptBack(value));
  return [
    ...found
      .map(({ value }) => JSON.parse(value) as Observation)
      .filter(mayBeKeptBack)
      .map((note) => observationRow(noteTexts(note, change))),
    ...owed.map((row) => ({ ...row, value: owedTexts(row.value, change) })),
  ];
}

type OfPlace = Extract<PullRow, { kind: 'directory' | 'observation' | 'owed' }>;
type Told = OfPlace extends infer Row
  ? Row extends OfPlace
    ? Row & { value: NonNullable<Row['value']> }
    : never
  : never;

type OwedRow = Extract<Told, { kind: 'owed' }>;

const isOfPlace = (row: PullRow): row is Told =>
  row.value !== null &&
  (row.kind === 'directory' || row.kind === 'observation' || (row.kind === 'owed' && row.value.placeId !== undefined));

const placeOf = (row: Told): string => (row.kind === 'owed' ? (row.value.placeId ?? '') : row.value.entryId);

const strange = (entryId: string, grade: PlaceGrade): Asked => ({ entryId, grade, kept: [] });

async function askedOf(db: Reader, entryIds: readonly string[]): Promise<ReadonlyMap<string, Asked>> {
  const rows = await anyRows<Pick<EntryCells, 'entry_id' | 'kept'> & { grade: PlaceGrade }>(
    db,
    'SELECT entry_id, grade, kept FROM directory WHERE entry_id',
    entryIds,
  );
  return new Map(rows.map((row) => [row.entry_id, { entryId: row.entry_id, grade: row.grade, kept: keptWords(row) }]));
}

/** By the row of the note, of all notes about these entries. */
async function writersAsked(db: Reader, entryIds: readonly string[]): Promise<ReadonlyMap<string, PlaceGrade>> {
  const rows = await anyRows<{ entry_id: string; observation_id: string; asked: PlaceGrade }>(
    db,
    `SELECT entry_id, observation_id, asked FROM place_notes WHERE told = 1 AND asked <> '' AND entry_id`,
    entryIds,
  );
  return new Map(
    rows.map((row) => [observationRowId({ entryId: row.entry_id, observationId: row.observation_id }), row.asked]),
  );
}

/** Those with one of these ids, a few hundred at a time. */
async function anyRows<R>(db: Reader, select: string, ids: readonly string[]): Promise<readonly R[]> {
  const distinct = [...new Set(ids)];
  const found: R[] = [];
  for (let at = 0; at < distinct.length; at += AT_ONCE) {
    const { marks, padded } = anyOf(distinct.slice(at, at + AT_ONCE));
    found.push(...(await db.query<R>(`${select} IN (${marks})`, padded)));
  }
  return found;
}
