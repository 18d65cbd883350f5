import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Picture } from './png.ts';

/**
 * A screen as somebody sees it who has taken off their glasses: one grey for each block of the glass. Enough to see that a
 * block moved, words went or lines run the other way; too little to see how one browser or another smooths its letters.
 */
export interface Greys {
  readonly columns: number;
  readonly rows: number;
  /** Grey of each block in steps of `STEP`, row by row. */
  readonly cells: Uint8Array;
}

/** Greys are kept in steps of this: 32 of them, of 255. */
const STEP = 8;
/** Blocks this many steps apart are not the same... */
const APART = 2;
/** ...and so many of them are another screen. */
const MOST_APART = 3;

/** `block`: pixels of one block, both ways. */
export function greysOf({ width, height, rgb }: Picture, block: number): Greys {
  const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const line = Math.floor(y / block) * columns;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const cell = line + Math.floor(x / block);
      sums[cell] =
        (sums[cell] ?? 0) + 0.2126 * (rgb[at] ?? 0) + 0.7152 * (rgb[at + 1] ?? 0) + 0.0722 * (rgb[at + 2] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return { columns, rows, cells: Uint8Array.from(sums, (sum, cell) => Math.round(sum / (counts[cell] ?? 1) / STEP)) };
}

/** The blocks in which two drawings of a screen differ; null where they are the same screen. */
export function differing(one: Greys, other: Greys): readonly number[] | null {
  const all = Array.from(
    { length: Math.max(one.columns, other.columns) * Math.max(one.rows, other.rows) },
    (_, at) => at,
  );
  const columns = Math.max(one.columns, other.columns);
  const greyAt = (greys: Greys, at: number): number => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    return x < greys.columns && y < greys.rows ? (greys.cells[y * greys.columns + x] ?? 0) : -APART;
  };
  const apart = all.filter((at) => Math.abs(greyAt(one, at) - greyAt(other, at)) >= APART);
  return apart.length >= MOST_APART ? apart : null;
}

/** One line of text for one screen: its size in blocks, and the greys, packed. */
export function packed({ columns, rows, cells }: Greys): string {
  return `${columns}x${rows} ${deflateRawSync(cells, { level: 9 }).toString('base64')}`;
}

export function unpacked(line: string): Greys {
  const [, columns, rows, cells] = /^(\d+)x(\d+) (\S+)$/.exec(line) ?? [];
  if (cells === undefined) throw new Error(`this is no packed screen: ${line.slice(0, 40)}`);
  return {
    columns: Number(columns),
    rows: Number(rows),
    cells: new Uint8Array(inflateRawSync(Buffer.from(cells, 'base64'))),
  };
}

/** New, old and what differs, beside one another: the screen as it is now, then both as they are compared. */
export function sideBySide(now: Picture, before: Greys | null, block: number): Picture {
  const after = greysOf(now, block);
  const apart = new Set(before === null ? [] : (differing(before, after) ?? []));
  const columns = Math.max(after.columns, before?.columns ?? 0);
  const rows = Math.max(after.rows, before?.rows ?? 0);
  const [panel, gap] = [columns * block, block];
  const [width, height] = [panel * 3 + gap * 2, rows * block];
  const rgb = new Uint8Array(width * height * 3).fill(255);
  const put = (x: number, y: number, red: number, green: number, blue: number): void =>
    rgb.set([red, green, blue], (y * width + x) * 3);
  for (let y = 0; y < now.height; y += 1)
    rgb.set(now.rgb.subarray(y * now.width * 3, (y + 1) * now.width * 3), y * width * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < panel; x += 1) {
      const [column, row] = [Math.floor(x / block), Math.floor(y / block)];
      [after, before].forEach((greys, at) => {
        if (greys === null || column >= greys.columns || row >= greys.rows) return;
        const grey = Math.min(255, (greys.cells[row * greys.columns + column] ?? 0) * STEP);
        const isApart = at === 0 && apart.has(row * columns + column);
        put(
          (panel + gap) * (at + 1) + x,
          y,
          isApart ? 255 : grey,
          isApart ? grey >> 1 : grey,
          isApart ? grey >> 1 : grey,
        );
      });
    }
  }
  return { width, height, rgb };
}
