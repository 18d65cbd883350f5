import type { Art } from './strokes.ts';

const STEPS = /([MmLlHhVvCcSsQqTtAaZz])|-?(?:\d+\.?\d*|\.\d+)/g;
const SIZES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** The commands of a path with their numbers; `m 1 2 3 4` comes as a move and a line, as SVG means it. */
export function steps(d: string): [command: string, numbers: number[]][] {
  const found: [string, number[]][] = [];
  for (const [text, letter] of d.matchAll(STEPS)) {
    if (letter !== undefined) found.push([letter, []]);
    else {
      const last = found.at(-1);
      if (last === undefined) throw new Error(`path without a command: ${d}`);
      const [command, numbers] = last;
      const size = SIZES[command.toLowerCase()] ?? 0;
      if (numbers.length < size) numbers.push(Number(text));
      else found.push([command === 'M' ? 'L' : command === 'm' ? 'l' : command, [Number(text)]]);
    }
  }
  return found;
}

/**
 * The same drawing elsewhere on the grid: its origin put at `x`, `y`, made larger or smaller, turned to face the other
 * way with `flip`. Outlines keep their width, so that every picture is drawn with one pen.
 */
export function place(art: Art, x: number, y: number, scale = 1, flip = false): Art {
  const side = flip ? -scale : scale;
  return art.map(([paint, d]) => [
    paint,
    steps(d)
      .map(([command, numbers]) => command + moved(command, numbers, [x, y, side, scale], flip).map(short).join(' '))
      .join(''),
  ]);
}

function moved(
  command: string,
  numbers: readonly number[],
  [x, y, across, down]: readonly [number, number, number, number],
  flip: boolean,
): number[] {
  const fixed = command === command.toUpperCase();
  const kind = command.toLowerCase();
  const toX = (value: number): number => value * across + (fixed ? x : 0);
  const toY = (value: number): number => value * down + (fixed ? y : 0);
  if (kind === 'h') return numbers.map(toX);
  if (kind === 'v') return numbers.map(toY);
  if (kind !== 'a') return numbers.map((value, at) => (at % 2 === 0 ? toX(value) : toY(value)));
  const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, endX = 0, endY = 0] = numbers;
  return [rx * down, ry * down, flip ? -turn : turn, large, flip ? 1 - sweep : sweep, toX(endX), toY(endY)];
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
