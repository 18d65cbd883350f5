import type { Art } from '../strokes.ts';

/** One picture of the set as it is drawn. */
export interface Drawing {
  /** English words to find it by, the name's own words left out. */
  readonly keywords: readonly string[];
  /** Drawn when it is first asked for: a screen shows a few, and placing all parts of all takes a cheap phone long. */
  readonly art: () => Art;
  /** Its direction is that of reading: drawn the other way round where lines run from right to left. */
  readonly mirrors?: true;
  /** Its grid, where it is not 96 by 96. */
  readonly size?: readonly [width: number, height: number];
}
