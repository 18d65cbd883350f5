/** The tablet itself: storage, battery, whether it is looked at. */
export interface Tablet {
  /** Whether the browser has promised to keep our data; null where it cannot tell. */
  persisted(): Promise<boolean | null>;
  askToPersist(): Promise<boolean | null>;
  /** Bytes; null where the browser does not say. */
  space(): Promise<{ usedBytes: number; freeBytes: number } | null>;
  /** 0 to 1, and whether it charges; null where the browser does not say. */
  battery(): Promise<{ level: number; charging: boolean } | null>;
  visible(): boolean;
  /** A hint, never a verdict. */
  maybeOnline(): boolean;
  /** Focus, `online`, becoming visible or hidden. Returns the way to stop. */
  subscribe(onChange: (event: 'shown' | 'hidden' | 'online' | 'offline') => void): () => void;
}
