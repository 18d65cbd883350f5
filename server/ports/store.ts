import type { Lane } from '../../src/domain/kind.ts';
import type { DeviceHealth, PullRow } from '../../src/domain/protocol.ts';
import type { MediaRole } from '../../src/domain/envelope.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { ItemState } from '../../src/domain/desk.ts';

/** Setting that holds the server's epoch; a restore writes a new one. Read it with `settings.setOnce(EPOCH, newId)`. */
export const EPOCH_SETTING = 'server.epoch';

/**
 * All that the server keeps in a database. One implementation in SQL, two drivers (SQLite, PostgreSQL), one contract
 * suite over both. Times are ISO 8601 in UTC. Content is always sealed or encrypted before it comes here: a stolen
 * database tells nobody's story.
 */
export interface Store {
  readonly queue: QueueStore;
  readonly records: RecordsStore;
  readonly devices: DeviceStore;
  readonly people: PeopleStore;
  readonly media: MediaIndex;
  readonly reference: ReferenceTables;
  readonly settings: SettingsStore;
  readonly audit: AuditStore;
  /** Answers when the database does. For `/readyz`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

// --- the inbox queue: what arrived, as it arrived -----------------------------------------------------------------

export type QueueState = 'waiting' | 'applied' | 'quarantined' | 'withdrawn';

export interface Arrival {
  readonly opId: string;
  readonly installId: string;
  readonly seq: number;
  readonly deviceId: string | null;
  readonly actorId: string;
  readonly entityId: string;
  readonly kind: string;
  readonly schemaVersion: number;
  /** SHA-256 of the operation's bytes, hex. */
  readonly hash: string;
  /** The operation as JSON. */
  readonly envelope: string;
  readonly media: readonly {
    id: string;
    role: MediaRole;
    sha256: string;
    bytes: number;
    chunks: number;
    mime: string;
  }[];
  /** Straight to quarantine, with this reason (a revoked tablet, a recovered journal); else null. */
  readonly park: string | null;
}

/** `other-tablet`: kept in quarantine, because the install belongs to another tablet. */
export type ArrivalVerdict = 'stored' | 'duplicate' | 'quarantined' | 'other-tablet';

export interface QueueRow {
  readonly inboxId: string;
  readonly opId: string;
  readonly installId: string;
  readonly seq: number;
  readonly deviceId: string | null;
  readonly actorId: string;
  readonly entityId: string;
  readonly kind: string;
  readonly schemaVersion: number;
  readonly hash: string;
  /** null once withdrawn: the number stays, the words are gone. */
  readonly envelope: string | null;
  readonly receivedAt: string;
  readonly state: QueueState;
  readonly attempts: number;
  readonly reason: string | null;
  readonly detail: string | null;
}

export interface Gap {
  readonly installId: string;
  readonly deviceId: string | null;
  readonly first: number;
  readonly last: number;
  /** When a later number arrived. */
  readonly since: string;
}

export interface QueueStore {
  /**
   * Adds what arrived, each by INSERT ... ON CONFLICT DO NOTHING, and resolves only after the commit. Same id and hash:
   * `duplicate`. Same id, or same install and number, with another hash: both are kept and the second is `quarantined`
   * (a `void` for an id that is already here is a `duplicate`: the withdrawal does the rest).
   * An install belongs to the tablet that first used it, for as long as that tablet is approved: what another one sends
   * under it is kept aside as a copy that takes nobody's number (`other-tablet`).
   */
  add(arrivals: readonly Arrival[], now: string): Promise<readonly ArrivalVerdict[]>;
  /**
   * What never parsed as an operation: kept whole, in quarantine. `place` is its install and number where those could
   * be read: they count as arrived, so that a tablet is not asked for ever to send again what cannot be read.
   */
  addUnreadable(
    deviceId: string | null,
    raw: string,
    reason: string,
    now: string,
    place?: { installId: string; seq: number },
  ): Promise<void>;
  /**
   * Leases up to `limit` waiting rows for `leaseMs`, oldest first, never two of one entity at once and never a later one
   * of an entity before an earlier one. Several processes may call it (SKIP LOCKED on PostgreSQL).
   */
  lease(limit: number, leaseMs: number, now: string): Promise<readonly QueueRow[]>;
  /** Back to waiting after a failure that may pass; quarantined as `kept-failing` after the fifth. */
  failed(inboxId: string, detail: string, now: string): Promise<void>;
  park(inboxId: string, reason: string, detail: string): Promise<void>;
  /** Out of quarantine, to be tried again from the start. false when it is not there, or can never be filed. */
  retry(inboxId: string): Promise<boolean>;
  /** Takes what could not be read once off the list, now that the same bytes were added as an operation. */
  readAfterAll(inboxId: string): Promise<void>;
  get(inboxId: string): Promise<QueueRow | null>;
  quarantined(limit: number): Promise<{ rows: readonly QueueRow[]; total: number }>;
  haveThrough(installId: string): Promise<number>;
  durableThrough(installId: string, storedBefore: string | null): Promise<number>;
  /** Ranges missing below the highest number that arrived. */
  missing(installId: string): Promise<ReadonlyArray<readonly [number, number]>>;
  /** The three above in one question. */
  standing(
    installId: string,
    storedBefore: string | null,
  ): Promise<{
    haveThrough: number;
    durableThrough: number;
    missing: ReadonlyArray<readonly [number, number]>;
  }>;
  gaps(olderThan: string): Promise<readonly Gap[]>;
  /** How far each install stands inside a verified backup, as it was in the backup itself: never a guess by time. */
  markDurable(through: ReadonlyMap<string, number>): Promise<void>;
  waitingCount(): Promise<number>;
}

// --- filed records ------------------------------------------------------------------------------------------------

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

// --- media --------------------------------------------------------------------------------------------------------

export interface MediaRow {
  readonly id: string;
  readonly opId: string;
  readonly entityId: string;
  readonly role: MediaRole;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly chunks: number;
  readonly state: 'coming' | 'here' | 'withdrawn' | 'damaged';
}

/** What media are announced and which chunks are flushed. The bytes are in the blob store. */
export interface MediaIndex {
  get(id: string): Promise<MediaRow | null>;
  byEntity(entityId: string): Promise<readonly MediaRow[]>;
  chunks(id: string): Promise<readonly number[]>;
  addChunk(id: string, index: number, bytes: number): Promise<void>;
  setState(id: string, state: MediaRow['state'], now: string): Promise<void>;
  /** Forgets the chunks of a file whose whole hash was wrong, so that it is sent again. */
  clearChunks(id: string): Promise<void>;
  /** Withdrawn media whose chunks may still be in the blob store; `clearChunks` takes them off this list. */
  toRemove(limit: number): Promise<readonly MediaRow[]>;
}

// --- tablets ------------------------------------------------------------------------------------------------------

export interface DeviceRow {
  readonly deviceId: string;
  readonly label: string;
  readonly publicKey: string;
  readonly state: 'waiting' | 'approved' | 'revoked' | 'refused';
  readonly check: string;
  readonly enrolledAt: string;
  readonly lastContactAt: string | null;
  readonly health: DeviceHealth | null;
  readonly clockSkewMs: number | null;
  readonly received: number;
  readonly installIds: readonly string[];
}

export interface DeviceStore {
  addCode(codeHash: string, expiresAt: string, byName: string): Promise<void>;
  /** Uses the code up, in one statement. */
  takeCode(codeHash: string, now: string): Promise<'taken' | 'unknown' | 'used' | 'expired'>;
  add(
    device: { deviceId: string; label: string; publicKey: string; check: string; cookieHash: string },
    now: string,
  ): Promise<void>;
  get(deviceId: string): Promise<DeviceRow | null>;
  byCookie(cookieHash: string): Promise<DeviceRow | null>;
  list(): Promise<readonly DeviceRow[]>;
  setState(deviceId: string, state: DeviceRow['state']): Promise<void>;
  /** The same tablet under a new id: what belonged to the old one belongs to the new one. */
  succeed(oldDeviceId: string, newDeviceId: string): Promise<void>;
  rename(deviceId: string, label: string): Promise<void>;
  contact(deviceId: string, installId: string, health: DeviceHealth, clockSkewMs: number, now: string): Promise<void>;
}

// --- people -------------------------------------------------------------------------------------------------------

export interface PersonRow {
  readonly actorId: string;
  readonly displayName: string;
  readonly role: Role;
  readonly loginName: string | null;
  readonly passwordHash: string | null;
  readonly active: boolean;
  readonly lastSeenAt: string | null;
}

export interface SessionRow {
  readonly tokenHash: string;
  readonly actorId: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
}

export interface PeopleStore {
  /** false when the login name is taken. */
  add(person: Omit<PersonRow, 'lastSeenAt'>): Promise<boolean>;
  get(actorId: string): Promise<PersonRow | null>;
  byLogin(loginName: string): Promise<PersonRow | null>;
  list(): Promise<readonly PersonRow[]>;
  update(actorId: string, to: Partial<Omit<PersonRow, 'actorId' | 'lastSeenAt'>>): Promise<void>;
  seen(actorId: string, now: string): Promise<void>;
  addSession(session: SessionRow): Promise<void>;
  session(tokenHash: string): Promise<SessionRow | null>;
  touchSession(tokenHash: string, now: string): Promise<void>;
  endSession(tokenHash: string): Promise<void>;
  endSessionsOf(actorId: string): Promise<void>;
}

// --- reference data that tablets pull -----------------------------------------------------------------------------

export interface ReferenceTables {
  /** `deviceId` null: for every tablet; else for that one (its receipts). */
  put(row: PullRow, deviceId: string | null, now: string): Promise<void>;
  /** Rows after the revision, for this tablet and for all, at most `limit`, oldest first. */
  since(
    revision: number,
    deviceId: string,
    limit: number,
  ): Promise<{ rows: readonly PullRow[]; revision: number; more: boolean }>;
  /** Removes tombstones older than this and remembers up to which revision: an older cursor must start afresh. */
  prune(olderThan: string): Promise<void>;
  oldestRevision(): Promise<number>;
}

// --- settings, audit ----------------------------------------------------------------------------------------------

export interface SettingsStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  /** Sets it only when it is not there; returns what is there afterwards. Safe with several processes. */
  setOnce(key: string, value: string): Promise<string>;
  all(): Promise<ReadonlyMap<string, string>>;
}

export interface AuditRow {
  readonly at: string;
  readonly byName: string;
  readonly what: string;
  readonly about: string;
}

export interface AuditStore {
  add(row: AuditRow): Promise<void>;
  list(limit: number): Promise<readonly AuditRow[]>;
}
