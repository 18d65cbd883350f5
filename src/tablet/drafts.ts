import type { Consent } from '../domain/consent.ts';
import type { VisitStamp } from '../domain/record.ts';
import type { MediaRole } from '../domain/envelope.ts';

/** A photo or voice note of a draft: its chunks lie encrypted in the media store, its key lies in here. */
export interface DraftMediaItem {
  readonly id: string;
  readonly role: MediaRole;
  readonly mime: string;
  /** AES-256-GCM key, base64. */
  readonly key: string;
  readonly bytes: number;
  readonly chunks: number;
  /** false while a recording is still running (or was cut off by a crash). */
  readonly whole: boolean;
  readonly sha256: string | null;
  readonly caption: string;
  readonly durationMs: number | null;
}

/** Everything about one unfinished record, as the worker's vault holds it. */
export interface Draft {
  readonly draftId: string;
  readonly entityId: string;
  readonly kind: string;
  readonly schemaVersion: number;
  /** The operation this one adds to, or null. */
  readonly amends: string | null;
  readonly visit: VisitStamp | null;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly language: string;
  readonly readingMode: 'standard' | 'easy';
  /** Made with the draft, so that it can be shown without waiting. */
  readonly receiptCode: string | null;
  readonly codeHash: string | null;
  readonly step: number;
  readonly consent: Consent | null;
  readonly media: readonly DraftMediaItem[];
  readonly body: unknown;
}

export interface Drafts {
  /** A new draft of a kind, already kept. */
  start(
    kind: string,
    from: {
      body: unknown;
      visit: VisitStamp | null;
      language: string;
      readingMode: 'standard' | 'easy';
      amends?: { opId: string; entityId: string };
    },
  ): Promise<Draft>;
  open(draftId: string): Promise<Draft>;
  /** Keeps it. Resolves when it is flushed; saves of one draft follow one another in order. */
  save(draft: Draft): Promise<Draft>;
  /** Deletes the draft and its photos and voice notes. */
  discard(draftId: string): Promise<void>;
  list(): Promise<readonly Draft[]>;
  /** The visit this worker is on, or null. Kept like a draft. */
  currentVisit(): Promise<CurrentVisit | null>;
  setCurrentVisit(visit: CurrentVisit | null): Promise<void>;
}

/** The visit that is going on: its stamp goes into every record. */
export interface CurrentVisit {
  readonly stamp: VisitStamp;
  /** Operation and entity of the sealed visit record, for the amendment at its end. */
  readonly opId: string;
  readonly entityId: string;
  readonly startedAt: string;
}
