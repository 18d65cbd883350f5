/** A voice note being made. Opus at 24 kbit/s or less where the browser can. */
export interface Recording {
  readonly mime: string;
  /** 0 to 1, for the level picture. */
  level(): number;
  elapsedMs(): number;
  pause(): void;
  resume(): void;
  stop(): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string; durationMs: number }>;
  cancel(): void;
}

export interface Recorder {
  /**
   * Throws Problem('microphone-denied' | 'microphone-missing').
   * `onPiece` hands over what was recorded every few seconds, so that a crash loses no more than that.
   */
  start(onPiece: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<Recording>;
}

export interface Photos {
  /** At most 1,600 px on the longer side, JPEG or WebP, no metadata. Throws Problem('photo-unreadable'). */
  prepare(file: Blob): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string; width: number; height: number }>;
}
