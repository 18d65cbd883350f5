/** Where one worker's vault slot lies: text that only the vault understands. */
export interface StoredSlot {
  readonly actorId: string;
  /** Grows with every change: the newer of database and journal wins. */
  readonly rev: number;
  readonly slot: string;
}

export interface SlotStore {
  all(): Promise<readonly StoredSlot[]>;
  /** Resolves when it is flushed. */
  put(slot: StoredSlot): Promise<void>;
  remove(actorId: string): Promise<void>;
}
