/**
 * The second copy: flushed files beside the database (OPFS). Chromium killed while writing can lose its whole
 * IndexedDB; the union of both lost nothing in any measured kill.
 * Every promise here resolves only when the bytes are flushed.
 */
export interface Journal {
  /** Opens the files and takes them for this tab alone. Throws Problem('no-opfs') or Problem('other-tab'). */
  open(): Promise<void>;
  /** Adds one sealed operation. A later frame with the same `opId` replaces the earlier one (a withdrawal). */
  appendOperation(opId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /**
   * The latest frame of every operation, oldest first; of all, or only of those asked for. A frame torn by a crash is
   * cut off when the journal opens; a damaged one in the middle is passed over.
   */
  readOperations(only?: ReadonlySet<string>): Promise<ReadonlyArray<{ opId: string; bytes: Uint8Array<ArrayBuffer> }>>;
  /** Which operations it holds, without reading their bytes. */
  operationIds(): Promise<ReadonlySet<string>>;
  /** Rewrites the file with only these operations; what is gone is gone from the disk too. */
  keepOnlyOperations(opIds: ReadonlySet<string>): Promise<void>;
  /** Rewrites the file without these operations; what is appended meanwhile stays. For what the server holds safely. */
  dropOperations(opIds: ReadonlySet<string>): Promise<void>;
  /** Small state that must outlive the database: drafts, vault slots, enrolment. null removes it. */
  putState(key: string, bytes: Uint8Array<ArrayBuffer> | null): Promise<void>;
  readState(): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>>;
  /** Rewrites the state, so that what was removed or replaced is gone from the disk too. */
  compact(): Promise<void>;
  close(): Promise<void>;
}
