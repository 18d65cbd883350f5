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

/** A screen that is there to be looked at: also how light and how dark each block is where all of it stands a little off. */
export interface Sight extends Greys {
  readonly darkest: Uint8Array;
  readonly lightest: Uint8Array;
}

/** Greys are kept in steps of this: 32 of them, of 255. */
const STEP = 8;
/** What stands so many pixels off, any way, stands where it stood: letters are not set alike by every build. */
const OFF = 4;
/** Blocks this many steps apart are not the same... */
const APART = 2;
/** ...and so many of them are another screen. */
const MOST_APART = 3;

/** `block`: pixels of one block, both ways. */
export function greysOf({ width, height, rgb }: Picture, block: number): Sight {
  const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
  // The sum of all that is above and before each pixel.
  const wide = width + 1;
  const sums = new Float64Array(wide * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let line = 0;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      line += 0.2126 * (rgb[at] ?? 0) + 0.7152 * (rgb[at + 1] ?? 0) + 0.0722 * (rgb[at + 2] ?? 0);
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] ?? 0) + line;
    }
  }
  const greyAt = (x: number, y: number): number => {
    const [left, right] = [Math.min(Math.max(x, 0), width - 1), Math.max(Math.min(x + block, width), 1)];
    const [top, bottom] = [Math.min(Math.max(y, 0), height - 1), Math.max(Math.min(y + block, height), 1)];
    const at = (row: number, column: number): number => sums[row * wide + column] ?? 0;
    const sum = at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
    return Math.round(sum / ((right - left) * (bottom - top)) / STEP);
  };
  const cells = new Uint8Array(columns * rows);
  const [darkest, lightest] = [new Uint8Array(cells.length), new Uint8Array(cells.length)];
  for (let cell = 0; cell < cells.length; cell += 1) {
    const [x, y] = [(cell % columns) * block, Math.floor(cell / columns) * block];
    const around = OFFSETS.map(([right, down]) => greyAt(x + right, y + down));
    cells[cell] = greyAt(x, y);
    darkest[cell] = Math.min(...around);
    lightest[cell] = Math.max(...around);
  }
  return { columns, rows, cells, darkest, lightest };
}

const SOME_OFF = [-OFF, -OFF / 2, 0, OFF / 2, OFF];
const OFFSETS = SOME_OFF.flatMap((down) => SOME_OFF.map((right) => [right, down] as const));

/** The blocks in which a screen is not as it was; null where it is the same screen. */
export function differing(before: Greys, now: Sight): readonly number[] | null {
  const columns = Math.max(before.columns, now.columns);
  const rows = Math.max(before.rows, now.rows);
  // A page a few pixels longer may have one row more.
  const isLonger = Math.abs(before.rows - now.rows) > 1;
  const isApart = (at: number): boolean => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    const isInBoth = x < Math.min(before.columns, now.columns) && y < Math.min(before.rows, now.rows);
    if (!isInBoth) return isLonger || before.columns !== now.columns;
    const was = before.cells[y * before.columns + x] ?? 0;
    const is = y * now.columns + x;
    return was <= (now.darkest[is] ?? 0) - APART || was >= (now.lightest[is] ?? 0) + APART;
  };
  const apart = Array.from({ length: columns * rows }, (_, at) => at).filter(isApart);
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
