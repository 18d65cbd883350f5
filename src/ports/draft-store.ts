/** What is not finished yet, encrypted under the worker's vault key: the store sees only bytes. */
export interface DraftRow {
  readonly draftId: string;
  readonly kind: string;
  /** Whose vault opens it. */
  readonly actorId: string;
  /** Grows by one with every save; the newer of database and journal wins at start. */
  readonly rev: number;
  readonly startedAt: string;
  readonly updatedAt: string;
  /** Slow hash of its receipt code, so that a withdrawal finds it although it is locked; null where there is none. */
  readonly codeHash: string | null;
  /** The thing it is about (random, says nothing), for a withdrawal that names it; null for a visit that is going on. */
  readonly entityId: string | null;
  /** Its photos and voice notes in the media store, so that they can go with it although it is locked. */
  readonly mediaIds: readonly string[];
  /** AES-256-GCM: 12 bytes of nonce, then the ciphertext. */
  readonly box: Uint8Array<ArrayBuffer>;
}

export interface DraftStore {
  /** Resolves when it is flushed in both places. An older `rev` than the stored one is ignored. */
  put(row: DraftRow): Promise<void>;
  get(draftId: string): Promise<DraftRow | null>;
  list(actorId: string): Promise<readonly DraftRow[]>;
  /** Everybody's: for start-up, a withdrawal and a wipe. Nobody can read them without the worker's passcode. */
  all(): Promise<readonly DraftRow[]>;
  remove(draftId: string): Promise<void>;
  subscribe(onChange: () => void): () => void;
}
