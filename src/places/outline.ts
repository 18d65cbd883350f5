import type { LngLat } from '../domain/place-grid.ts';

/** Outlines and ways as files hold them: how large, whether they cross themselves, and the same with fewer corners. */

type Spot = readonly [x: number, y: number];

/** On a flat sheet around the middle of these, so that lengths can be compared: east is as long as north. */
function flat(points: readonly LngLat[]): Spot[] {
  const north = points.reduce((sum, [, lat]) => sum + lat, 0) / Math.max(1, points.length);
  const narrow = Math.cos((north * Math.PI) / 180);
  return points.map(([lng, lat]) => [lng * narrow, lat]);
}

/** Square degrees, good enough to compare the parts of one place. */
export function areaOf(ring: readonly LngLat[]): number {
  const spots = flat(ring);
  const twice = spots.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = spots[(at + 1) % spots.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Degrees, good enough to compare the parts of one way. */
export function lengthOf(way: readonly LngLat[]): number {
  const spots = flat(way);
  return spots
    .slice(1)
    .reduce((sum, [x, y], at) => sum + Math.hypot(x - (spots[at]?.[0] ?? x), y - (spots[at]?.[1] ?? y)), 0);
}

/** On which side of the way from `a` to `b` this lies. */
const side = (a: Spot, b: Spot, [x, y]: Spot): number =>
  Math.sign((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]));

const cross = (a: Spot, b: Spot, c: Spot, d: Spot): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

const between = (one: number, other: number, value: number): number =>
  Math.min(Math.max(one, other), Math.max(Math.min(one, other), value));

/** Where two edges cross that do: never off the first of them, however the numbers are rounded. */
function spotOf(a: Spot, b: Spot, c: Spot, d: Spot): Spot {
  const [alongX, alongY] = [b[0] - a[0], b[1] - a[1]];
  const [overX, overY] = [d[0] - c[0], d[1] - c[1]];
  const part = ((c[0] - a[0]) * overY - (c[1] - a[1]) * overX) / (alongX * overY - alongY * overX);
  return [between(a[0], b[0], a[0] + part * alongX), between(a[1], b[1], a[1] + part * alongY)];
}

interface Crossing {
  /** The edges, by the numbers of the corners they start at, the lower one first. */
  readonly edges: readonly [number, number];
  readonly at: Spot;
}

/**
 * Where edges of a ring (without its first corner again at its end) cross. To touch is not to cross. Looks from west to
 * east, so that thousands of corners are quick.
 */
export function* crossings(ring: readonly Spot[]): Generator<Crossing> {
  const edges = ring.map((from, at) => {
    const to = ring[(at + 1) % ring.length] ?? from;
    return { at, from, to, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) };
  });
  edges.sort((one, other) => one.west - other.west);
  let near: typeof edges = [];
  for (const edge of edges) {
    near = near.filter(({ east }) => east >= edge.west);
    for (const other of near)
      if (cross(edge.from, edge.to, other.from, other.to))
        yield {
          edges: [Math.min(edge.at, other.at), Math.max(edge.at, other.at)],
          at: spotOf(edge.from, edge.to, other.from, other.to),
        };
    near.push(edge);
  }
}

/** In whole numbers, about a metre each: so that whether edges between cells cross is counted, not guessed. */
const whole = (cells: readonly LngLat[]): Spot[] =>
  cells.map(([lng, lat]) => [Math.round(lng * 1e5), Math.round(lat * 1e5)]);

/** The same corners in an order in which the outline does not cross itself. Each turn makes it shorter, so it ends. */
export function untangled(ring: readonly LngLat[]): readonly LngLat[] {
  let cells = [...ring];
  for (;;) {
    const [first] = crossings(whole(cells));
    if (first === undefined) return cells;
    const [one, other] = first.edges;
    cells = [...cells.slice(0, one + 1), ...cells.slice(one + 1, other + 1).reverse(), ...cells.slice(other + 1)];
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The corner between them that is furthest off the straight way, and how far. */
  readonly furthest: number;
  readonly off: number;
}

function stretchOf(spots: readonly Spot[], from: number, to: number): Stretch {
  const [ax, ay] = spots[from] ?? [0, 0];
  const [bx, by] = spots[to % spots.length] ?? [0, 0];
  const along = (bx - ax) ** 2 + (by - ay) ** 2;
  let furthest = from;
  let off = 0;
  for (let at = from + 1; at < to; at += 1) {
    const [x, y] = spots[at] ?? [ax, ay];
    const part = along === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / along));
    const distance = Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay));
    if (distance > off) [furthest, off] = [at, distance];
  }
  return { from, to, furthest, off };
}

/**
 * The same line or ring with so many corners at most, each of them one that was there: Douglas and Peucker's way, the
 * corner that is furthest off first. What lies on a straight way between two others goes too. A ring (without its first
 * corner again at its end) may come back with two corners, where it has no width.
 */
export function simpler(points: readonly LngLat[], most: number, as: 'line' | 'ring'): readonly LngLat[] {
  const spots = flat(points);
  const last = as === 'ring' ? points.length : points.length - 1;
  const kept = new Set([0, as === 'ring' ? 0 : last]);
  const stretches = [stretchOf(spots, 0, last)];
  while (kept.size < most) {
    const [next] = stretches.sort((one, other) => other.off - one.off);
    if (next === undefined || next.off === 0) break;
    kept.add(next.furthest);
    stretches.shift();
    stretches.push(stretchOf(spots, next.from, next.furthest), stretchOf(spots, next.furthest, next.to));
  }
  return points.filter((_, at) => kept.has(at));
}
