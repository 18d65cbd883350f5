/** A film ready to be kept. */
export interface MadeFilm {
  readonly blob: Blob;
  readonly durationMs: number;
}

/** The camera, running. */
export interface Filming {
  /** What the camera sees, to be shown to who signs. Without sound. */
  readonly stream: MediaStream;
  stop(): Promise<MadeFilm>;
  /** The camera goes off, and nothing is kept. */
  cancel(): void;
}

/** Makes films of somebody signing at the desk, with the camera or from a file. */
export interface FilmMaker {
  /** Throws Problem('camera-denied'), also where there is no camera. */
  start(): Promise<Filming>;
  /** How long a film is, where it fits: throws Problem('asset-type') for what cannot be shown or is too long, `too-large`. */
  finish(film: Blob): Promise<MadeFilm>;
}
