import type { Lane } from '../../src/domain/kind.ts';
import type { PullRow } from '../../src/domain/pull-row.ts';
import type { ItemState } from '../../src/domain/desk.ts';
import type { PlaceFiling } from './directory-store.ts';

/** Filed records, the inbox items made of them, and withdrawing. A part of `Store`. */

export interface FiledRow {
  readonly opId: string;
  readonly entityId: string;
  readonly kind: string;
  readonly deviceId: string | null;
  readonly receivedAt: string;
  /** The opened record as JSON, encrypted under the records key. null once withdrawn. */
  readonly box: Uint8Array | null;
  /** The captured-at block of the header, as JSON. */
  readonly capturedAt: string;
}

/** What the worker writes when it files one operation. */
export interface Filing {
  readonly inboxId: string;
  readonly opId: string;
  readonly entityId: string;
  readonly kind: string;
  readonly deviceId: string | null;
  readonly actorId: string;
  readonly receivedAt: string;
  readonly capturedAt: string;
  readonly amends: string | null;
  readonly lane: Lane;
  readonly dueAt: string | null;
  readonly box: Uint8Array;
  /** The inbox line (headline, place, group, who, language) as JSON, encrypted under the records key. */
  readonly lineBox: Uint8Array;
  /** Keyed hashes of words and facets, for search: the words themselves are not in the database. */
  readonly tokens: readonly string[];
  readonly mediaIds: readonly string[];
  /** Keyed hash of the receipt code, or null. */
  readonly codeHash: string | null;
  readonly listed: boolean;
  /** Which survey it answers: from now on that version is used. `token` is the keyed hash of the survey's id. */
  readonly survey: { readonly surveyId: string; readonly version: number; readonly token: string } | null;
  /** What it tells of places, or null. */
  readonly place: PlaceFiling | null;
  /** Whether the way to reach the person has been taken out of `box` (or there never was one). */
  readonly withoutContact: boolean;
  /** Reference rows for every tablet, written in the same transaction (what is owed). */
  readonly rows: readonly PullRow[];
}

/** A filed record that still holds a contact although that was withdrawn. */
export interface ContactToRemove {
  readonly opId: string;
  readonly kind: string;
  readonly box: Uint8Array;
}

export interface ItemRow {
  readonly entityId: string;
  readonly kind: string;
  readonly lane: Lane;
  readonly state: ItemState;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly dueAt: string | null;
  readonly receivedAt: string;
  readonly capturedAt: string;
  readonly withdrawn: boolean;
  readonly amendments: number;
  readonly lineBox: Uint8Array | null;
  readonly noteBox: Uint8Array | null;
  readonly rev: number;
  readonly mediaMissing: number;
  readonly hasVoice: boolean;
  readonly hasPhoto: boolean;
}

export interface ItemFilter {
  readonly lane?: Lane;
  /** `open`: everything that is not done. */
  readonly state?: ItemState | 'open';
  readonly kind?: string;
  /** null: nobody's. */
  readonly ownerId?: string | null;
  /** All of these must be there. */
  readonly tokens?: readonly string[];
  readonly before?: { readonly receivedAt: string; readonly entityId: string };
  readonly limit: number;
}

export interface HistoryRow {
  readonly at: string;
  readonly byName: string;
  readonly what: string;
  readonly detail: string;
}

export interface RecordsStore {
  /**
   * Files one opened operation and marks it applied, in one transaction. When its code, or its entity, is withdrawn
   * already, the content is dropped in the same transaction: a withdrawal always wins. Filing twice changes nothing.
   * `contact-withdrawn`: nothing was filed; take the contact out and file again.
   */
  file(filing: Filing, now: string): Promise<'filed' | 'withdrawn' | 'already' | 'contact-withdrawn'>;
  /**
   * A withdrawal by code, or by entity, from a tablet (`inboxId`) or the desk (null). Writes the tombstone, empties every
   * record, envelope, search entry and note under it, takes away what it left owed, and returns the entities and the
   * media to delete. Scope `contact` keeps the words: the records then stand in `contactsToRemove` until the worker has
   * encrypted them again without the contact.
   */
  withdraw(
    withdrawal: {
      codeHash: string | null;
      entityId: string | null;
      scope: 'words' | 'contact';
      inboxId: string | null;
      byName: string;
    },
    now: string,
  ): Promise<{ entityIds: readonly string[]; mediaIds: readonly string[] }>;
  contactsToRemove(limit: number): Promise<readonly ContactToRemove[]>;
  /** Puts the box without the contact in place, and drops the envelope that still sealed it. */
  replaceBox(opId: string, box: Uint8Array): Promise<void>;
  list(filter: ItemFilter): Promise<readonly ItemRow[]>;
  /** Not-done items by lane, and how many the filter finds (counted up to 10,000). */
  counts(filter: ItemFilter): Promise<{ urgent: number; needs: number; promises: number; rest: number; found: number }>;
  item(entityId: string): Promise<ItemRow | null>;
  filed(entityId: string): Promise<readonly FiledRow[]>;
  history(entityId: string): Promise<readonly HistoryRow[]>;
  /** Returns the new row, or null when `rev` is no longer the item's revision (somebody else was quicker). */
  change(
    entityId: string,
    rev: number,
    to: { state?: ItemState; ownerId?: string | null; noteBox?: Uint8Array | null },
    history: readonly HistoryRow[],
  ): Promise<ItemRow | null>;
  addHistory(entityId: string, row: HistoryRow): Promise<void>;
  byCode(codeHash: string): Promise<readonly string[]>;
}
