import type { Problem, ProblemCode } from '../domain/problems.ts';
import type { Standing } from '../domain/protocol.ts';
import type { Clock } from '../ports/clock.ts';
import type { Journal } from '../ports/journal.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { Outbox, RowMark } from '../ports/outbox.ts';
import type { Random } from '../ports/random.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { Tablet } from '../ports/tablet.ts';
import type { PackFiles } from '../ports/pack-files.ts';
import type { SurveyAssets } from '../ports/survey-assets.ts';
import type { AssetLink, Transport } from '../ports/transport.ts';
import { FIRST_PUSH_OPERATIONS } from '../domain/protocol.ts';
import type { Guard } from './guard.ts';

/** Everything the engine touches, each behind a port, so that time, chance, link and disk can be simulated. */
export interface SyncDeps {
  readonly transport: Transport;
  readonly outbox: Outbox;
  readonly reference: ReferenceStore;
  readonly media: MediaStore;
  readonly journal: Pick<Journal, 'operationIds' | 'dropOperations'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly tablet: Tablet;
  /** Where files of surveys are kept, and where they come from. */
  readonly assets?: {
    readonly store: SurveyAssets;
    readonly link: AssetLink;
    /** The app's own files: what draws maps is fetched when there is a map. */
    readonly engine?: PackFiles;
  };
  readonly appVersion: string;
  /**
   * Staff have revoked this tablet: destroy keys of drafts, drafts and reference data. It must leave the outbox, the
   * journal's operations, media of the outbox and the signing key: what this tablet holds still has to arrive.
   */
  wipe(): Promise<void>;
  /** Runs the work when nobody else on this tablet sends, and resolves true; else resolves false at once. */
  lock(work: () => Promise<void>): Promise<boolean>;
}

/** An operation that failed on its own: it goes last and alone, so that it never holds up another one. */
export interface SetAside {
  readonly code: ProblemCode;
  readonly entityId: string;
  /** True when it may have been the link or the server: later ones of its entity wait for it. */
  readonly byChance: boolean;
  readonly tries: number;
  /** Monotonic milliseconds. */
  readonly notBeforeMs: number;
}

/** What the engine remembers from run to run, for as long as the page lives. Losing it costs requests, never records. */
export interface Memory {
  batchSize: number;
  /** The server's last word, also when the store could not write it down. */
  standing: Standing | null;
  readonly setAside: Map<string, SetAside>;
  /** Answers that could not be written down (a full disk): not sent again, written as soon as it can be. */
  readonly unwritten: Map<string, RowMark & { readonly seq: number }>;
  /** How often the server said "later" to an operation. */
  readonly laters: Map<string, { readonly tries: number; readonly entityId: string }>;
  /** Failed tries per file: one that keeps failing lets the others go first. */
  readonly mediaTries: Map<string, number>;
  /** Released, and not yet taken out of the journal. */
  readonly released: Set<string>;
  /** What `durableThrough` was when everything safe had been released. */
  releasedThrough: number;
  /** Whether something moved on since then, in this run or in one that ended early. */
  moved: boolean;
  journalSwept: boolean;
  receiptsDue: boolean;
  /** Surveys, sounds or maps came since the last time that all their files were here. */
  assetsDue: boolean;
  /** Maps that were whole here at the last hello; null where there are none. */
  maps: readonly string[] | null;
  revoked: boolean;
  wiped: boolean;
}

export function freshMemory(): Memory {
  return {
    batchSize: FIRST_PUSH_OPERATIONS,
    standing: null,
    setAside: new Map(),
    unwritten: new Map(),
    laters: new Map(),
    mediaTries: new Map(),
    released: new Set(),
    releasedThrough: 0,
    moved: false,
    journalSwept: false,
    receiptsDue: false,
    assetsDue: true,
    maps: null,
    revoked: false,
    wiped: false,
  };
}

/** One run of the engine. */
export interface RunContext {
  readonly deps: SyncDeps;
  readonly guard: Guard;
  readonly memory: Memory;
  readonly installId: string;
  /** Operations of this run that must not be sent twice in it. */
  readonly sent: Set<string>;
  /** Files done, or given up, in this run. */
  readonly filesDone: Set<string>;
  /** True once the page stops the engine: finish the step and return. */
  stopped(): boolean;
  /** True when something new was finished: words go before the rest of a file. */
  wordsWaiting(): boolean;
  /** Something moved on: the next wait starts short again. */
  progress(): void;
  /** A problem that does not stop the run. */
  note(problem: Problem): void;
}
