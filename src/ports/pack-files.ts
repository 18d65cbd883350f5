import type { FieldPack } from '../domain/field-pack.ts';

export type PackFile = FieldPack['files'][number];

/** The app's own files as they lie on the tablet. */
export interface PackFiles {
  /** The list of the installed version, or of the server where none is installed; null when neither is within reach. */
  pack(): Promise<FieldPack | null>;
  /** Every kept copy of a file: during an update there may be one of each version. */
  copies(url: string): Promise<readonly Uint8Array<ArrayBuffer>[]>;
  /** From the server, past every cache. Throws Problem('unreachable' | 'timed-out' | 'not-found'). */
  fetch(url: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Keeps a file where the service worker looks for it: by its list of the pack. Throws Problem('storage-full'). */
  put(file: PackFile, bytes: Uint8Array<ArrayBuffer>, list: 'files' | 'map'): Promise<void>;
}
