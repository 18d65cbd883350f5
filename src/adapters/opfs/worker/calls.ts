/** What the page may ask of the worker that owns our files, and what comes back. One call, one answer, in order. */
export interface FileCalls {
  open(): void;
  appendOperation(opId: string, bytes: Uint8Array<ArrayBuffer>): void;
  readOperations(only: readonly string[] | null): ReadonlyArray<{ opId: string; bytes: Uint8Array<ArrayBuffer> }>;
  operationIds(): readonly string[];
  keepOnlyOperations(opIds: readonly string[]): void;
  dropOperations(opIds: readonly string[]): void;
  putState(key: string, bytes: Uint8Array<ArrayBuffer> | null): void;
  readState(): ReadonlyArray<readonly [string, Uint8Array<ArrayBuffer>]>;
  compact(): void;
  close(): void;
  putChunk(mediaId: string, index: number, bytes: Uint8Array<ArrayBuffer>): void;
  getChunk(mediaId: string, index: number): Uint8Array<ArrayBuffer> | null;
  removeMedia(mediaId: string): void;
  listMedia(): readonly string[];
}

export type FileCallName = keyof FileCalls;

export interface FileRequest {
  readonly id: number;
  readonly call: FileCallName;
  readonly args: readonly unknown[];
}

export type FileAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly name: string; readonly message: string };
