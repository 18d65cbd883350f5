/** Where things stand on a picture of who is linked to whom: a cell each, so that no name covers another. */
export interface Layout {
  readonly columns: number;
  readonly rows: number;
  /** By id. Columns and rows count from 0, columns along the line of reading. */
  readonly at: ReadonlyMap<string, Cell>;
}
export interface Cell {
  readonly column: number;
  readonly row: number;
}
export type Pair = readonly [from: string, to: string];

/** A line that runs through somebody else's cell reads as a link to them. */
const THROUGH = 1.5;
const MOST_PASSES = 24;

/**
 * What is linked stands close, by swapping cells as long as that makes the lines shorter. The same ids and pairs always
 * give the same picture: who saw it yesterday finds it again. For some dozens of ids; the cost grows with their square.
 */
export function layOut(ids: readonly string[], pairs: readonly Pair[], columns: number): Layout {
  const order = walk(ids, pairs);
  const wide = Math.max(1, Math.min(columns, order.length));
  const cells = order.map((_, n): Cell => ({ column: n % wide, row: Math.floor(n / wide) }));
  const place = new Map(order.map((id, n) => [id, n]));
  const links = order.map((): number[] => []);
  for (const [from, to] of pairs) {
    const [a, b] = [place.get(from), place.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    links[a]?.push(b);
    links[b]?.push(a);
  }
  // `seat[who]` is the number of a cell, `who` counts along the order.
  const seat = order.map((_, n) => n);
  const cellOf = (who: number): Cell => cells[seat[who] ?? 0] ?? { column: 0, row: 0 };
  const taken = new Set(cells.map(({ column, row }) => `${column} ${row}`));
  const cost = (who: number): number =>
    (links[who] ?? []).reduce((sum, other) => sum + length(cellOf(who), cellOf(other), taken), 0);

  for (let pass = 0, moved = true; moved && pass < MOST_PASSES; pass += 1) {
    moved = false;
    for (let a = 0; a < order.length; a += 1)
      for (let b = a + 1; b < order.length; b += 1) {
        const before = cost(a) + cost(b);
        swap(seat, a, b);
        if (cost(a) + cost(b) < before - 1e-9) moved = true;
        else swap(seat, a, b);
      }
  }
  const at = new Map(order.map((id, who) => [id, cellOf(who)]));
  return { columns: wide, rows: Math.ceil(order.length / wide), at };
}

/** The most linked first, then what is linked to it, and so on: a good place to start from. */
function walk(ids: readonly string[], pairs: readonly Pair[]): string[] {
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const [from, to] of pairs) {
    next.get(from)?.push(to);
    next.get(to)?.push(from);
  }
  const linked = (id: string): number => next.get(id)?.length ?? 0;
  const byLinks = [...ids].sort((a, b) => linked(b) - linked(a) || (a < b ? -1 : 1));
  const seen = new Set<string>();
  for (const start of byLinks) {
    const queue = [start];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (seen.has(id) || !next.has(id)) continue;
      seen.add(id);
      queue.push(...(next.get(id) ?? []).toSorted((a, b) => linked(b) - linked(a) || (a < b ? -1 : 1)));
    }
  }
  return [...seen];
}

function length(from: Cell, to: Cell, taken: ReadonlySet<string>): number {
  const [across, down] = [to.column - from.column, to.row - from.row];
  const steps = greatestDivisor(Math.abs(across), Math.abs(down));
  let through = 0;
  for (let step = 1; step < steps; step += 1)
    if (taken.has(`${from.column + (across / steps) * step} ${from.row + (down / steps) * step}`)) through += 1;
  return Math.hypot(across, down) + through * THROUGH;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function swap(seats: number[], a: number, b: number): void {
  [seats[a], seats[b]] = [seats[b] ?? 0, seats[a] ?? 0];
}
