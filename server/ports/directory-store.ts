import type { DirectoryEntry, Observation } from '../../src/domain/directory.ts';
import type { Where } from '../../src/domain/place.ts';
import type { Owed } from '../../src/domain/protocol.ts';
import type { PullRow } from '../../src/domain/pull-row.ts';
import type { PlaceGrade } from '../../src/domain/record.ts';

/**
 * The directory of places and groups, what was seen of them, and when they were asked. A part of `Store`.
 * Entries and shared observations lie readable, as rows that every tablet pulls; what stays at the office is in its
 * sealed record alone. No row holds a position finer than the grade of the entry it is about.
 */

/** What one filed record tells of places. */
export interface PlaceFiling {
  /** The entry it makes. */
  readonly entry: DirectoryEntry | null;
  /** What it tells all tablets. */
  readonly observation: Observation | null;
  /** What it is about and where that is; null when it is about no place at all. */
  readonly about: {
    /** Empty for a spot that is no entry of the directory. */
    readonly entryId: string;
    readonly day: string;
    readonly where: Where;
    /** At which grade its writer was asked about positions in its words; null where there is nothing to ask about. */
    readonly askedAt: PlaceGrade | null;
  } | null;
  /** Somebody was met, or asked, there. */
  readonly contact: (Omit<PlaceContact, 'kind'> & { readonly groupName: string }) | null;
}

/**
 * That a place or group was met or asked on one day: who, and what they said, is not in it. A visit to a place counts for
 * the group of this name that meets there, too.
 */
export interface PlaceContact {
  readonly entryId: string;
  /** Local calendar date. */
  readonly day: string;
  /** Code of the list `goodTimes`, or null where the tablet's clock could not be believed. */
  readonly part: string | null;
  readonly kind: string;
  /** BCP 47 tags in which people were spoken with. */
  readonly languages: readonly string[];
}

/** A piece of words that says more than its place may be told, and stays all the same: somebody was asked and wants it. */
export interface KeptWords {
  /** By which it is known again (`pieceKey`): never the words themselves. */
  readonly piece: string;
  /** The grade at which that was said; it holds for finer ones too. */
  readonly at: PlaceGrade;
}

export interface StoredEntry {
  /** With all its words, as the desk may read them. */
  readonly entry: DirectoryEntry;
  readonly kept: readonly KeptWords[];
  /** The record that made it in the field, or null: made at the desk, or that record is withdrawn. */
  readonly entityId: string | null;
  readonly rev: number;
  readonly changedAt: string;
  /** Empty for what came in from the field. */
  readonly changedBy: string;
}

export interface StoredObservation {
  readonly observation: Observation;
  /** The record it came with. */
  readonly entityId: string;
  /** At which grade its writer was asked about its words; null where nobody knows. */
  readonly askedAt: PlaceGrade | null;
}

/** A map note that tablets are not told: kept for the office, or about a spot that is no entry. */
export interface OfficeNoteRow {
  readonly entityId: string;
  /** Empty for a spot that is no entry of the directory. */
  readonly entryId: string;
  readonly opId: string;
  /** Sealed record, as everywhere. */
  readonly box: Uint8Array;
}

/** What happened to an entry. `field` things have no box; `box` is what changed, encrypted under the records key. */
export interface DirectoryHistoryRow {
  readonly entryId: string;
  readonly at: string;
  readonly byName: string;
  readonly what: string;
  readonly box: Uint8Array | null;
}

export interface EntryWrite {
  readonly entry: DirectoryEntry;
  /** The revision it was read at; 0 when it must not be there yet. */
  readonly rev: number;
  readonly what:
    | 'added'
    | 'changed'
    | 'checked'
    | 'closed'
    | 'opened'
    | 'merged'
    | 'unmerged'
    | 'imported'
    | 'brought'
    | 'words-kept'
    | 'words-out';
  readonly box: Uint8Array | null;
  /** In the place of what was said to stay before; absent: as before. */
  readonly kept?: readonly KeptWords[];
  /** What becomes of every text of every note about it, and of what is owed to it; absent: nothing. */
  readonly noteWords?: (text: string) => string;
}

/** A record that may hold a finer position than its entry may have now. */
export interface RecordToCoarsen {
  readonly entityId: string;
  readonly opId: string;
  readonly grade: PlaceGrade;
  readonly council: string;
  readonly box: Uint8Array;
}

export interface DirectoryStore {
  /** All of them, the merged and closed ones too, by id. */
  entries(): Promise<readonly StoredEntry[]>;
  entry(entryId: string): Promise<StoredEntry | null>;
  /** What tablets are told, of these entries or all; newest day first. */
  observations(entryIds?: readonly string[]): Promise<readonly StoredObservation[]>;
  officeNotes(entryIds?: readonly string[]): Promise<readonly OfficeNoteRow[]>;
  /** How many of those there are of each entry. */
  officeCounts(): Promise<ReadonlyMap<string, number>>;
  contacts(entryIds?: readonly string[]): Promise<readonly PlaceContact[]>;
  /** Oldest first. */
  history(entryIds: readonly string[]): Promise<readonly DirectoryHistoryRow[]>;
  /** What happened to any entry from this moment on, oldest first. */
  historySince(at: string): Promise<readonly DirectoryHistoryRow[]>;
  /** When records that tell of places came in, by their entities' ids: those from this moment on. */
  arrivals(since: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Writes all of these, the rows of tablets and the venues that follow from them, in one transaction, or nothing: false
   * when one of them has another revision (or is there already, `rev` 0). Where a grade tells less than before, every
   * observation of that entry is made as coarse in the same transaction, and its records stand in `toCoarsen`.
   * Throws RangeError for an entry that is finer than its own grade.
   */
  write(changes: readonly EntryWrite[], byName: string, now: string): Promise<boolean>;
  /** Brings the venues that tablets know into line with the directory. For the start. */
  settleVenues(now: string): Promise<void>;
  /** What is owed to entries, with all its words. */
  promises(): Promise<readonly Owed[]>;
  /** These rows as tablets may have them: without words that are kept back, and without what is staff's alone. */
  told(rows: readonly PullRow[]): Promise<readonly PullRow[]>;
  /** Tells all tablets again what they may have in fewer words than it is kept in. For the start, once. */
  tellAgain(now: string): Promise<void>;
  toCoarsen(limit: number): Promise<readonly RecordToCoarsen[]>;
  /** Nothing of this record is finer than this grade; where the entry's has changed meanwhile, it stays on the list. */
  isCoarse(entityId: string, grade: PlaceGrade): Promise<void>;
}
