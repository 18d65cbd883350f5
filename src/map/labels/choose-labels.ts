import type { Spot } from '../view.ts';
import { project, type View } from '../view.ts';
import { LABEL_REM, type Label } from './label.ts';

/** A box on the screen. Pixels. */
export interface Box extends Spot {
  readonly width: number;
  readonly height: number;
}

const WIDEST_PX = 176;
const GAP = 6;

/**
 * The labels that fit: in the order given, each where nothing stands yet. `taken` is what must stay free (marks).
 * Deterministic, so that a map that comes to rest at the same spot shows the same names.
 */
export function chooseLabels(
  labels: readonly Label[],
  view: View,
  taken: readonly Box[],
  remPx: number,
): readonly Label[] {
  const boxes = new Shelf(taken);
  return labels.filter((label) => {
    const spot = project(label.at, view.zoom);
    const [x, y] = [spot.x - view.x, spot.y - view.y];
    if (x < 0 || y < 0 || x > view.width || y > view.height) return false;
    const { width, height } = sizeOf(label, remPx);
    return boxes.put({
      x: x - width / 2 - GAP,
      y: y - height / 2 - GAP,
      width: width + 2 * GAP,
      height: height + 2 * GAP,
    });
  });
}

/** About as large as it will be; letters that stand on one another are given their height. */
function sizeOf({ text, rank, lang }: Label, remPx: number): { width: number; height: number } {
  const px = LABEL_REM[rank] * remPx;
  const whole = [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1 : 0.56), 0) * px;
  const lines = Math.max(1, Math.ceil(whole / WIDEST_PX));
  return { width: Math.min(whole, WIDEST_PX), height: lines * px * (lang === undefined || lang === 'en' ? 1.25 : 1.8) };
}

const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Boxes by squares of the screen, so that a new one is held against its neighbours only. */
class Shelf {
  readonly #squares = new Map<string, Box[]>();
  readonly #side = 128;

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.#keep(box);
  }

  /** Whether there was room; then it is taken. */
  put(box: Box): boolean {
    const clash = this.#names(box).some((name) => this.#squares.get(name)?.some((other) => touch(box, other)));
    if (!clash) this.#keep(box);
    return !clash;
  }

  #keep(box: Box): void {
    for (const name of this.#names(box)) this.#squares.set(name, [...(this.#squares.get(name) ?? []), box]);
  }

  #names({ x, y, width, height }: Box): string[] {
    const names: string[] = [];
    for (let column = Math.floor(x / this.#side); column <= Math.floor((x + width) / this.#side); column += 1)
      for (let row = Math.floor(y / this.#side); row <= Math.floor((y + height) / this.#side); row += 1)
        names.push(`${column} ${row}`);
    return names;
  }
}

const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
