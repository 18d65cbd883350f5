import type { MediaRef, Operation } from '../domain/envelope.ts';
import type { OpId } from '../domain/ids.ts';
import type { ProblemCode } from '../domain/problems.ts';
import type { Standing } from '../domain/protocol.ts';

/** Where one finished record stands, as the person sees it. */
export type OutboxState = 'waiting' | 'stored' | 'applied' | 'quarantined' | 'withdrawn';

/** One finished record on this tablet. Its words are sealed: the tablet itself cannot read them. */
export interface OutboxRow {
  readonly opId: OpId;
  readonly seq: number;
  readonly kind: string;
  readonly entityId: string;
  readonly actorId: string;
  readonly visitId: string | null;
  /** The tablet's own wall clock, ISO 8601. */
  readonly finishedAt: string;
  readonly sendOrder: number;
  readonly state: OutboxState;
  /** null once it has left the tablet. */
  readonly operation: Operation | null;
  readonly media: readonly MediaRef[];
  /** Ids of media the server has told us it holds whole. */
  readonly mediaSent: readonly string[];
  /** Slow hash of the receipt code, so that a withdrawal can be matched here without the code being kept. */
  readonly codeHash: string | null;
  readonly problem: ProblemCode | null;
  readonly storedAt: string | null;
}

export type NewOutboxRow = Pick<OutboxRow, 'kind' | 'visitId' | 'finishedAt' | 'sendOrder' | 'codeHash'> & {
  readonly operation: Operation;
};

/** This life of the store, and the server's last word on it. */
export interface InstallState {
  readonly installId: string;
  readonly nextSeq: number;
  readonly standing: Standing | null;
  /** Opaque place in the reference data, or null to fetch it all. */
  readonly cursor: string | null;
}

/** One row moved on: what `mark` takes, as one thing. */
export interface RowMark {
  readonly opId: string;
  readonly state: OutboxState;
  readonly problem: ProblemCode | null;
  readonly at: string;
}

export interface OutboxCounts {
  readonly waiting: number;
  readonly waitingMedia: number;
  readonly quarantined: number;
  readonly oldestWaitingAt: string | null;
  readonly lastStoredAt: string | null;
}

/**
 * Finished records and how far they have got. Rows are only ever added or moved on; `release` is the one call that
 * lets sealed bytes go, and only for what the server holds.
 */
export interface Outbox {
  install(): Promise<InstallState>;
  /** One strict transaction: takes the number `operation.seq` (refused when it is not the next), adds the row, removes the draft. */
  commit(row: NewOutboxRow, draftId: string | null): Promise<void>;
  /**
   * Adds rows found only in the journal, keeping their numbers; of one install, the next number follows the highest.
   * A row whose id or number is taken is passed over. For start-up.
   */
  recover(rows: readonly NewOutboxRow[]): Promise<void>;
  get(opId: string): Promise<OutboxRow | null>;
  /** Waiting operations in sending order, then by number: withdrawals first, then needs, then words. */
  nextToSend(limit: number, maxBytes: number): Promise<readonly OutboxRow[]>;
  /**
   * Rows whose words are stored (neither `waiting` nor `withdrawn`), whose sealed bytes are still here and whose media are
   * not all sent: one entry per file due, smallest file first, photos before voice.
   */
  nextMedia(): Promise<readonly { row: OutboxRow; media: MediaRef }[]>;
  /** An id that is not here is passed over. `storedAt` is set by the first state that is not `waiting`. */
  mark(opId: string, state: OutboxState, problem: ProblemCode | null, at: string): Promise<void>;
  /** The same for many, in one transaction: one flush for a whole batch. */
  markAll(marks: readonly RowMark[]): Promise<void>;
  markMediaSent(opId: string, mediaId: string): Promise<void>;
  /** The server has not got a file after all: it is due again. */
  markMediaMissing(opId: string, mediaId: string): Promise<void>;
  /**
   * Writes the server's word down. `wordOf(previous, standing)` in domain/standing.ts says which rows (that still have
   * their sealed bytes) go back to waiting, and whether files must be asked for again (`mediaSent` emptied).
   */
  setStanding(standing: Standing): Promise<void>;
  setCursor(cursor: string | null): Promise<void>;
  /** Takes the operation out and keeps the row. Throws unless it is stored and every media part is sent (or it is withdrawn). */
  release(opId: string): Promise<void>;
  /** Rows whose sealed bytes are still here although the server holds them. */
  releasable(): Promise<readonly OutboxRow[]>;
  /**
   * Replaces an operation by its void, in the same place and number, and forgets its media. One that waits goes on
   * waiting (its number must arrive); one the server has had becomes `withdrawn`, and its void is what is sent again
   * if the server ever loses it.
   */
  replaceWithVoid(opId: string, voided: Operation): Promise<void>;
  findByCodeHash(codeHash: string): Promise<readonly OutboxRow[]>;
  findByEntity(entityId: string): Promise<readonly OutboxRow[]>;
  /** Ids of all rows, and of those whose sealed bytes are still here. For start-up. */
  knownIds(): Promise<{ all: ReadonlySet<string>; held: ReadonlySet<string> }>;
  counts(): Promise<OutboxCounts>;
  list(limit: number): Promise<readonly OutboxRow[]>;
  /** Calls back after every change; returns the way to stop. */
  subscribe(onChange: () => void): () => void;
}
