/** The proof behind "Ready without signal": every file is read from the cache and its hash compared. */
export interface FieldPackReport {
  readonly ready: boolean;
  readonly version: string | null;
  readonly bytes: number;
  readonly files: number;
  readonly checkedAt: string;
  /** What is missing or damaged, in the words of the pack: file paths, or names of reference data. */
  readonly missing: readonly string[];
  readonly damaged: readonly string[];
  /** Reference data that has not come yet: organisation, roster. */
  readonly noData: readonly string[];
}

export interface FieldPackCheck {
  /** Reads and hashes every file. `onProgress` gets files done and files in all. */
  check(onProgress?: (done: number, all: number) => void): Promise<FieldPackReport>;
  /** Fetches what is missing or damaged, then checks again. */
  repair(onProgress?: (done: number, all: number) => void): Promise<FieldPackReport>;
  last(): FieldPackReport | null;
}
