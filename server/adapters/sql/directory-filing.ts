import type { DirectoryEntry } from '../../../src/domain/directory.ts';
import { allowedAt } from '../../../src/domain/place.ts';
import type { PullRow } from '../../../src/domain/pull-row.ts';
import { coarsened } from '../../../src/places/coarsen.ts';
import { fold } from '../../../src/places/fold.ts';
import { keptByWriter } from '../../places/words-told.ts';
import type { PlaceFiling } from '../../ports/directory-store.ts';
import type { Filing } from '../../ports/records-store.ts';
import {
  addDirectoryHistory,
  changedVenues,
  entryIn,
  entryRow,
  goneObservation,
  keptWords,
  observationRow,
  oneAtATime,
  readEntry,
  tightenNotes,
} from './directory-rows.ts';
import { anyOf, insertRows, type Reader } from './sql.ts';
import { rowsWithWords } from './told-rows.ts';

type About = NonNullable<PlaceFiling['about']>;
interface NoteCells {
  readonly entity_id: string;
  readonly entry_id: string;
  readonly observation_id: string;
  readonly told: number;
}

const TOLD_BY_ANOTHER = `SELECT 1 AS one FROM place_notes WHERE entry_id = ? AND observation_id = ? AND told = 1 AND entity_id <> ?`;

/**
 * Puts down what a record that is being filed tells of places, in its transaction. `newest` false: a correction of it was
 * here before it, and that one counts. Returns the rows that all tablets are told.
 */
export async function filePlace(
  tx: Reader,
  filing: Pick<Filing, 'place' | 'entityId' | 'kind'>,
  newest: boolean,
  now: string,
): Promise<readonly PullRow[]> {
  const { place, entityId, kind } = filing;
  if (place === null || !newest) return [];
  if (place.contact !== null) await putContact(tx, entityId, kind, place.contact);
  if (place.about === null && place.entry === null) return [];
  await oneAtATime(tx);
  const rows = place.entry === null ? [] : [...(await fileEntry(tx, place.entry, entityId, now))];
  if (place.about !== null) rows.push(...(await fileNote(tx, filing, place, place.about, rows)));
  return rows.some((row) => row.kind === 'directory') ? [...rows, ...(await changedVenues(tx, rows))] : rows;
}

async function putContact(
  tx: Reader,
  entityId: string,
  kind: string,
  { entryId, groupName, day, part, languages }: NonNullable<PlaceFiling['contact']>,
): Promise<void> {
  await tx.query('DELETE FROM place_contacts WHERE entity_id = ?', [entityId]);
  const met = [entryId, ...(await groupsMet(tx, entryId, groupName))];
  await insertRows(
    tx,
    'place_contacts',
    ['entity_id', 'entry_id', 'day', 'part', 'kind', 'languages'],
    [...new Set(met)].map((id) => [entityId, id, day, part, kind, languages.join(' ')]),
  );
}

/** The groups of this name that meet at this place: whoever went to the hall on a Friday met the Friday group. */
async function groupsMet(tx: Reader, entryId: string, groupName: string): Promise<readonly string[]> {
  const wanted = fold(groupName).trim();
  if (wanted === '') return [];
  // An id has no sign that means anything to LIKE; which links these are is seen below.
  const rows = await tx.query<{ value: string }>(
    `SELECT value FROM reference WHERE kind = 'directory' AND device_id = '' AND value LIKE ?`,
    [`%"to":"${entryId}"%`],
  );
  return rows
    .map(entryIn)
    .filter(({ type, name, alsoCalled, links, closed }) => {
      const isNamed = [name, ...alsoCalled].some((each) => fold(each).trim() === wanted);
      return (
        type === 'group' && isNamed && !closed && links.some(({ to, how }) => to === entryId && how === 'meets-at')
      );
    })
    .map((group) => group.entryId);
}

/** The first record that names an id makes the entry. What staff have looked at, a record does not change any more. */
async function fileEntry(
  tx: Reader,
  entry: DirectoryEntry,
  entityId: string,
  now: string,
): Promise<readonly PullRow[]> {
  const there = await readEntry(tx, entry.entryId);
  if (there !== null && there.entity_id !== entityId) return [];
  const before = there === null ? null : entryIn(there);
  const itsOwn = before === null || there?.owned === 1;
  const after = itsOwn ? entry : { ...before, checked: false };
  // Whoever wrote it was asked about its words before it was finished.
  const kept = itsOwn ? keptByWriter(entry) : keptWords(there ?? { kept: '[]' });
  await tx.query(
    `INSERT INTO directory (entry_id, entity_id, owned, grade, rev, changed_at, changed_by, kept)
       VALUES (?, ?, 1, ?, 1, ?, '', ?)
       ON CONFLICT (entry_id) DO UPDATE SET grade = excluded.grade, rev = directory.rev + 1,
       changed_at = excluded.changed_at, kept = excluded.kept`,
    [entry.entryId, entityId, after.grade, now, JSON.stringify(kept)],
  );
  const what = there === null ? 'arrived' : 'amended';
  await addDirectoryHistory(tx, [{ entryId: entry.entryId, at: now, byName: '', what, box: null }]);
  // What was noted of it, or promised there, before it arrived: tablets hear again what of that they may have.
  const changed = before?.grade === after.grade ? [] : await rowsWithWords(tx, entry.entryId);
  const coarse = await tightenNotes(tx, after);
  return [
    entryRow(after),
    ...changed.filter((row) => !coarse.some(({ kind, id }) => kind === row.kind && id === row.id)),
    ...coarse,
  ];
}

async function fileNote(
  tx: Reader,
  { entityId, kind }: Pick<Filing, 'entityId' | 'kind'>,
  { observation }: PlaceFiling,
  about: About,
  written: readonly PullRow[],
): Promise<readonly PullRow[]> {
  const entry = await gradedEntry(tx, about.entryId, written);
  const [was] = await tx.query<NoteCells>(
    'SELECT entity_id, entry_id, observation_id, told FROM place_notes WHERE entity_id = ?',
    [entityId],
  );
  const observationId = observation?.observationId ?? '';
  const taken =
    observation !== null && (await tx.query(TOLD_BY_ANOTHER, [about.entryId, observationId, entityId])).length > 0;
  const told = observation !== null && !taken;
  const tooFine = entry !== null && !allowedAt(entry.grade, about.where);
  await tx.query(
    `INSERT INTO place_notes (entity_id, entry_id, observation_id, day, kind, told, coarsen, asked)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (entity_id) DO UPDATE SET entry_id = excluded.entry_id, observation_id = excluded.observation_id,
       day = excluded.day, kind = excluded.kind, told = excluded.told, coarsen = excluded.coarsen, asked = excluded.asked`,
    [entityId, about.entryId, observationId, about.day, kind, told ? 1 : 0, tooFine ? 1 : 0, about.askedAt ?? ''],
  );
  const rows: PullRow[] = [];
  const moved = was?.entry_id !== about.entryId || was.observation_id !== observationId;
  if (was?.told === 1 && (!told || moved)) rows.push(goneObservation(was));
  if (!told) return rows;
  const where = entry === null ? observation.where : coarsened(observation.where, entry.grade, entry.council);
  return [...rows, observationRow({ ...observation, where })];
}

/** As it stands, or as it was written a moment ago in this transaction. */
async function gradedEntry(tx: Reader, entryId: string, written: readonly PullRow[]): Promise<DirectoryEntry | null> {
  const fresh = written.find((row) => row.kind === 'directory' && row.id === entryId);
  if (fresh?.kind === 'directory' && fresh.value !== null) return fresh.value;
  const there = entryId === '' ? null : await readEntry(tx, entryId);
  return there === null ? null : entryIn(there);
}

/**
 * Takes away what withdrawn records told of places: observations, that somebody was met, and entries that nobody else has
 * spoken of or looked at. An entry that others spoke of keeps its name and where it is, and loses the rest that came with
 * the record. Returns the rows that all tablets are told.
 */
export async function forgetPlaces(tx: Reader, entityIds: readonly string[], now: string): Promise<readonly PullRow[]> {
  const { marks, padded } = anyOf(entityIds);
  await tx.query(`DELETE FROM place_contacts WHERE entity_id IN (${marks})`, padded);
  const any = await tx.query(`SELECT 1 AS one FROM place_notes WHERE entity_id IN (${marks}) LIMIT 1`, padded);
  if (any.length === 0) return [];
  // Before their rows are locked: whoever writes an entry takes the two in this order as well.
  await oneAtATime(tx);
  const notes = await tx.query<NoteCells>(
    `DELETE FROM place_notes WHERE entity_id IN (${marks}) RETURNING entity_id, entry_id, observation_id, told`,
    padded,
  );
  const rows = notes.filter(({ told }) => told === 1).map(goneObservation);
  const made = await tx.query<{ entry_id: string; owned: number }>(
    `UPDATE directory SET entity_id = NULL WHERE entity_id IN (${marks}) RETURNING entry_id, owned`,
    padded,
  );
  const changed: PullRow[] = [];
  for (const { entry_id: entryId } of made.filter(({ owned }) => owned === 1)) {
    changed.push(...((await isSpokenOf(tx, entryId)) ? await strip(tx, entryId, now) : await remove(tx, entryId)));
  }
  return [...rows, ...changed, ...(changed.length === 0 ? [] : await changedVenues(tx, changed))];
}

async function isSpokenOf(tx: Reader, entryId: string): Promise<boolean> {
  const found = await tx.query(
    `SELECT 1 AS one FROM place_notes WHERE entry_id = ? UNION ALL SELECT 1 FROM place_contacts WHERE entry_id = ? LIMIT 1`,
    [entryId, entryId],
  );
  return found.length > 0;
}

async function remove(tx: Reader, entryId: string): Promise<readonly PullRow[]> {
  await tx.query('DELETE FROM directory WHERE entry_id = ?', [entryId]);
  await tx.query('DELETE FROM directory_history WHERE entry_id = ?', [entryId]);
  return [{ kind: 'directory', id: entryId, value: null }];
}

async function strip(tx: Reader, entryId: string, now: string): Promise<readonly PullRow[]> {
  const there = await readEntry(tx, entryId);
  if (there === null) return [];
  await tx.query('UPDATE directory SET owned = 0, rev = rev + 1, changed_at = ? WHERE entry_id = ?', [now, entryId]);
  await addDirectoryHistory(tx, [{ entryId, at: now, byName: '', what: 'withdrawn', box: null }]);
  return [entryRow({ ...entryIn(there), status: null, facts: {}, size: null, links: [] })];
}
