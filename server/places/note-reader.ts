import type { DeskNote, NotesQuery } from '../../src/domain/desk-places.ts';
import type { DirectoryEntry } from '../../src/domain/directory.ts';
import { coarsened, stricter } from '../../src/places/coarsen.ts';
import { mapNote } from '../../src/kinds/map-note/schema.ts';
import { openRecord } from '../inbox/boxes.ts';
import type { OfficeNoteRow, StoredObservation } from '../ports/directory-store.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';

interface Deps {
  readonly store: Pick<Store, 'directory'>;
  readonly keys: Keyring;
}

export interface NoteReader {
  /** Of these entries, or all; newest day first. What tablets are told, and what the office keeps for itself. */
  notes(entries: ReadonlyMap<string, DirectoryEntry>, entryIds?: readonly string[]): Promise<readonly DeskNote[]>;
  /**
   * What the office keeps for itself about entries, in no order, to be counted and not to be shown: it may be finer than
   * its entry. What cannot be opened is passed over here, so that a list of all places does not go with one of its notes.
   */
  officeToCount(): Promise<readonly DeskNote[]>;
}

/** Opened office notes are kept in memory up to this many; the one read longest ago goes first. */
const MOST_KEPT = 20_000;
const AT_ONCE = 200;

/**
 * Reads what was noted of places. Which there are is asked of the database each time, so that withdrawals and corrections
 * need no telling; only records that were not read before are opened.
 */
export function createNoteReader({ store, keys }: Deps): NoteReader {
  const opened = new Map<string, Promise<DeskNote | null>>();
  /** A record that was made coarse is another box. */
  const nameOf = ({ opId, box }: OfficeNoteRow): string => `${opId} ${Buffer.from(box.slice(0, 24)).toString('hex')}`;

  /** Two screens that ask at once have it opened once. */
  const noteOf = (row: OfficeNoteRow): Promise<DeskNote | null> => {
    const name = nameOf(row);
    const there = opened.get(name);
    if (there !== undefined) return there;
    const note = openNote(keys, row);
    opened.set(name, note);
    note.catch(() => opened.delete(name));
    return note;
  };

  const office = async (rows: readonly OfficeNoteRow[], open = noteOf): Promise<readonly DeskNote[]> => {
    const found: DeskNote[] = [];
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const notes = await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => open(row)));
      found.push(...notes.filter((note) => note !== null));
    }
    for (const name of opened.keys()) {
      if (opened.size <= MOST_KEPT) break;
      opened.delete(name);
    }
    return found;
  };

  return {
    async notes(entries, entryIds) {
      const [told, kept] = await Promise.all([
        store.directory.observations(entryIds),
        store.directory.officeNotes(entryIds),
      ]);
      const all = [...told.map((one) => toldNote(one, entries)), ...(await office(kept))];
      return all.map((note) => fitted(note, entries)).sort(newestFirst);
    },

    async officeToCount() {
      const kept = await store.directory.officeNotes();
      const about = kept.filter(({ entryId }) => entryId !== '');
      return office(about, (row) => noteOf(row).catch(() => null));
    },
  };
}

/** Which of them the desk asked for. */
export function matching(
  notes: readonly DeskNote[],
  query: NotesQuery,
  entries: ReadonlyMap<string, DirectoryEntry>,
): readonly DeskNote[] {
  const { kind, theme, type, from, to } = query;
  return notes.filter(
    (note) =>
      (kind === undefined ? note.kind !== 'visit' : note.kind === kind) &&
      (theme === undefined || note.themes.includes(theme)) &&
      (type === undefined || (note.entryId !== null && entries.get(note.entryId)?.type === type)) &&
      (from === undefined || note.on >= from) &&
      (to === undefined || note.on <= to),
  );
}

async function openNote(keys: Keyring, { opId, entityId, box }: OfficeNoteRow): Promise<DeskNote | null> {
  const record = await openRecord(keys, opId, box);
  const parsed = mapNote.schema.safeParse(record.body);
  if (!parsed.success) return null;
  const { about, said, observationId, kind, themes, status, facts, link, where, source, grade, share, answers } =
    parsed.data;
  return {
    observationId,
    entryId: about?.entryId ?? null,
    name: about?.name ?? '',
    on: (record.visit?.date ?? record.finishedAt).slice(0, 10),
    kind,
    what: said,
    themes,
    status,
    facts,
    link,
    where,
    ...(answers === undefined ? {} : { answers }),
    source,
    byName: record.recordedBy.displayName,
    grade,
    share,
    entityId,
  };
}

function toldNote(
  { observation, entityId }: StoredObservation,
  entries: ReadonlyMap<string, DirectoryEntry>,
): DeskNote {
  const entry = entries.get(observation.entryId);
  const { where } = observation;
  const own = where.as === 'nowhere' || where.as === 'council' ? 'shielded' : where.grade;
  return { ...observation, name: entry?.name ?? '', grade: entry?.grade ?? own, share: 'team', entityId };
}

/** Never finer than the entry may be told at this moment, whatever was read a moment before. */
function fitted(note: DeskNote, entries: ReadonlyMap<string, DirectoryEntry>): DeskNote {
  const entry = note.entryId === null ? undefined : entries.get(note.entryId);
  if (entry === undefined) return note;
  const grade = stricter(note.grade, entry.grade);
  return { ...note, name: entry.name, grade, where: coarsened(note.where, grade, entry.council) };
}

function newestFirst(a: DeskNote, b: DeskNote): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  return a.observationId < b.observationId ? -1 : 1;
}
