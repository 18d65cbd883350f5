import type { Sheet } from '../../domain/place.ts';

/** Drawing on a sheet, step by step. Every step gives whole marks, so that what is drawn so far can always be kept. */

export type SheetMark = Sheet['marks'][number];
export type Tool = SheetMark['as'];
/** Thousandths of the sheet, from its top left corner. */
export type SheetSpot = readonly [across: number, down: number];

export interface Plan {
  readonly marks: readonly SheetMark[];
  /** The mark that the next touch goes on with. */
  readonly open: number | null;
}

const MOST_MARKS = 60;
const MOST_POINTS = 400;
/** A line drawn with a finger gets a point this far from the last one. Thousandths. */
const STEP = 12;

const within = (value: number): number => Math.max(0, Math.min(1000, Math.round(value)));
const whole = ([across, down]: SheetSpot): [number, number] => [within(across), within(down)];

/** One touch: a pin of its own, or one corner more of the line or area that is open. */
export function addSpot({ marks, open }: Plan, tool: Tool, spot: SheetSpot): Plan {
  const mark = open === null ? undefined : marks[open];
  if (open !== null && mark !== undefined && mark.as === tool && tool !== 'pin') {
    if (mark.points.length >= MOST_POINTS) return { marks, open };
    return { marks: marks.with(open, { ...mark, points: [...mark.points, whole(spot)] }), open };
  }
  const done = finish({ marks, open });
  if (done.marks.length >= MOST_MARKS) return done;
  const next: SheetMark = { as: tool, points: [whole(spot)], says: '' };
  return { marks: [...done.marks, next], open: tool === 'pin' ? null : done.marks.length };
}

/** A line or an outline drawn in one go with a finger. Too short to be one, it counts as a touch. */
export function addStroke(plan: Plan, tool: Tool, path: readonly SheetSpot[]): Plan {
  const points = thinned(path).slice(0, MOST_POINTS);
  const [first] = path;
  if (tool === 'pin' || points.length < 3) return first === undefined ? plan : addSpot(plan, tool, first);
  const done = finish(plan);
  if (done.marks.length >= MOST_MARKS) return done;
  return { marks: [...done.marks, { as: tool, points, says: '' }], open: null };
}

function thinned(path: readonly SheetSpot[]): [number, number][] {
  const points: [number, number][] = [];
  for (const spot of path.map(whole)) {
    const last = points.at(-1);
    if (last === undefined || Math.hypot(spot[0] - last[0], spot[1] - last[1]) >= STEP) points.push(spot);
  }
  return points;
}

/** Nothing more is added to the open mark. One spot alone stays as a pin, an area of two corners as a line. */
export function finish({ marks, open }: Plan): Plan {
  const mark = open === null ? undefined : marks[open];
  if (open === null || mark === undefined) return { marks, open: null };
  const as: Tool = mark.points.length === 1 ? 'pin' : mark.points.length === 2 && mark.as === 'area' ? 'line' : mark.as;
  return { marks: marks.with(open, { ...mark, as }), open: null };
}

/** Takes back the last touch of the open mark, or else the last mark. */
export function undo({ marks, open }: Plan): Plan {
  const mark = open === null ? undefined : marks[open];
  if (open !== null && mark !== undefined && mark.points.length > 1)
    return { marks: marks.with(open, { ...mark, points: mark.points.slice(0, -1) }), open };
  return { marks: marks.toSpliced(open ?? marks.length - 1, 1), open: null };
}

export function remove({ marks, open }: Plan, at: number): Plan {
  const still = open === null || open === at ? null : open > at ? open - 1 : open;
  return { marks: marks.toSpliced(at, 1), open: still };
}

export function say({ marks, open }: Plan, at: number, says: string): Plan {
  const mark = marks[at];
  return mark === undefined ? { marks, open } : { marks: marks.with(at, { ...mark, says }), open };
}

/** Where the number of a mark stands: at its pin or the start of its line, in the middle of its area. */
export function spotOf({ as, points }: SheetMark): SheetSpot {
  if (as !== 'area') return points[0] ?? [0, 0];
  const sum = points.reduce(([x, y], [across, down]) => [x + across, y + down] as const, [0, 0] as SheetSpot);
  return [sum[0] / points.length, sum[1] / points.length];
}
