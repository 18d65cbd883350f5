import type { LngLat } from '../../domain/place-grid.ts';
import { project, type Spot } from '../view.ts';

/** Marks that would lie on one another at a zoom, shown as one with their number. */

export interface Pinned {
  readonly id: string;
  readonly at: LngLat;
}

export interface Cluster {
  readonly key: string;
  /** The middle of what is in it. */
  readonly at: LngLat;
  readonly ids: readonly string[];
}

/** Two buttons of 48 px with a little room between them. Pixels. */
const APART = 52;
/** Much wider, so that heaps seldom meet across an edge: joining one to the next to the next would end in one heap. */
const SQUARE = 96;

interface Heap extends Spot {
  readonly members: Pinned[];
}

/**
 * Heaps by squares of the screen first, then heaps that came to lie too close across the edge of a square as one. The
 * same marks at the same zoom always give the same heaps. Time grows with the number of marks, not with its square.
 */
export function clustersAt(pins: readonly Pinned[], zoom: number): readonly Cluster[] {
  const heaps = new Map<string, Heap>();
  for (const pin of pins) {
    const { x, y } = project(pin.at, zoom);
    const name = `${Math.floor(x / SQUARE)} ${Math.floor(y / SQUARE)}`;
    const heap = heaps.get(name);
    if (heap === undefined) heaps.set(name, { x, y, members: [pin] });
    else heaps.set(name, joined(heap, { x, y, members: [pin] }));
  }
  while (mergeClose(heaps));
  return [...heaps.values()].map(({ members }) => ({
    key: `${members.length} ${members[0]?.id ?? ''}`,
    at: middle(members),
    ids: members.map(({ id }) => id),
  }));
}

/** Joins heaps that lie too close across the edge of a square. Whether it found any. */
function mergeClose(heaps: Map<string, Heap>): boolean {
  let found = false;
  for (const [name] of heaps) {
    for (const [beside, now] of neighbours(heaps, name)) {
      const other = heaps.get(beside);
      if (other === undefined || Math.hypot(other.x - now.x, other.y - now.y) >= APART) continue;
      const both = joined(now, other);
      heaps.delete(name);
      heaps.delete(beside);
      const place = `${Math.floor(both.x / SQUARE)} ${Math.floor(both.y / SQUARE)}`;
      const there = heaps.get(place);
      heaps.set(place, there === undefined ? both : joined(there, both));
      found = true;
      break;
    }
  }
  return found;
}

function* neighbours(heaps: ReadonlyMap<string, Heap>, name: string): Iterable<readonly [string, Heap]> {
  const now = heaps.get(name);
  const [column = 0, row = 0] = name.split(' ').map(Number);
  if (now === undefined) return;
  for (let across = -1; across <= 1; across += 1)
    for (let down = -1; down <= 1; down += 1)
      if (across !== 0 || down !== 0) yield [`${column + across} ${row + down}`, now];
}

function joined(one: Heap, other: Heap): Heap {
  const [a, b] = [one.members.length, other.members.length];
  const members = one.members;
  members.push(...other.members);
  return { x: (one.x * a + other.x * b) / (a + b), y: (one.y * a + other.y * b) / (a + b), members };
}

function middle(members: readonly Pinned[]): LngLat {
  let [lng, lat] = [0, 0];
  for (const { at } of members) {
    lng += at[0];
    lat += at[1];
  }
  return [lng / members.length, lat / members.length];
}
