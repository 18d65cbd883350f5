import type { DeviceHealth } from '../../src/domain/protocol.ts';
import type { PullRow } from '../../src/domain/pull-row.ts';
import type { MediaRole } from '../../src/domain/envelope.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { MapStore } from './map-store.ts';
import type { DirectoryStore } from './directory-store.ts';
import type { QueueStore } from './queue-store.ts';
import type { RecordsStore } from './records-store.ts';
import type { SoundStore } from './sound-store.ts';
import type { SurveyStore } from './survey-store.ts';

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
  readonly surveys: SurveyStore;
  readonly sounds: SoundStore;
  readonly directory: DirectoryStore;
  readonly maps: MapStore;
  readonly settings: SettingsStore;
  readonly audit: AuditStore;
  /** Answers when the database does. For `/readyz`. */
  ping(): Promise<void>;
  close(): Promise<void>;
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
