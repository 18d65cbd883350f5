import { steps } from '../../src/ui/pictures/place.ts';

type Point = readonly [x: number, y: number];

/** Points along what a path draws, close enough together to know its bounds: curves and arcs are walked, not boxed in. */
export function drawnPoints(d: string): Point[] {
  const points: Point[] = [];
  let [x, y]: Point = [0, 0];
  let start: Point = [0, 0];
  let hook: Point = [0, 0];
  for (const [command, numbers] of steps(d)) {
    const from: Point = [x, y];
    const shift = command === command.toLowerCase() ? from : ([0, 0] as const);
    const at = (index: number): Point => [(numbers[index] ?? 0) + shift[0], (numbers[index + 1] ?? 0) + shift[1]];
    const kind = command.toLowerCase();
    let to: Point = at(numbers.length - 2);
    if (kind === 'z') to = start;
    if (kind === 'h') to = [(numbers[0] ?? 0) + shift[0], y];
    if (kind === 'v') to = [x, (numbers[0] ?? 0) + shift[1]];
    if (kind === 'm') start = to;
    if (kind === 'c' || kind === 's') {
      const first: Point = kind === 'c' ? at(0) : [2 * x - hook[0], 2 * y - hook[1]];
      const second = at(kind === 'c' ? 2 : 0);
      points.push(...walk((t) => cubic(t, from, first, second, to)));
      hook = second;
    } else {
      if (kind === 'a') points.push(...arc(from, to, numbers));
      hook = to;
    }
    if (kind === 'q' || kind === 't') throw new Error('the pictures have no quadratic curves');
    points.push(to);
    [x, y] = to;
  }
  return points;
}

function walk(along: (t: number) => Point): Point[] {
  return Array.from({ length: 11 }, (_, at) => along((at + 1) / 12));
}

function cubic(t: number, a: Point, b: Point, c: Point, d: Point): Point {
  const s = 1 - t;
  const mix = (at: 0 | 1): number => s ** 3 * a[at] + 3 * s * s * t * b[at] + 3 * s * t * t * c[at] + t ** 3 * d[at];
  return [mix(0), mix(1)];
}

/** SVG's own way from the ends of an arc to its middle (implementation notes of SVG 1.1), for arcs that are not tilted. */
function arc(
  [x1, y1]: Point,
  [x2, y2]: Point,
  [rxGiven = 0, ryGiven = 0, , large = 0, sweep = 0]: readonly number[],
): Point[] {
  const [dx, dy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const grow = Math.sqrt(Math.max(1, (dx / rxGiven) ** 2 + (dy / ryGiven) ** 2));
  const [rx, ry] = [rxGiven * grow, ryGiven * grow];
  const below = (rx * dy) ** 2 + (ry * dx) ** 2;
  const factor = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - below) / below)) * (large === sweep ? -1 : 1);
  const [mx, my] = [(factor * rx * dy) / ry, (-factor * ry * dx) / rx];
  const [cx, cy] = [mx + (x1 + x2) / 2, my + (y1 + y2) / 2];
  const begin = Math.atan2((dy - my) / ry, (dx - mx) / rx);
  let turn = Math.atan2((-dy - my) / ry, (-dx - mx) / rx) - begin;
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI;
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI;
  return walk((t) => [cx + rx * Math.cos(begin + turn * t), cy + ry * Math.sin(begin + turn * t)]);
}
