import type { MediaRole } from '../../src/domain/envelope.ts';

/** The inbox queue: what arrived, as it arrived. A part of `Store`. */

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
