import { snap, snapPath, type LngLat, type MappedGrade } from '../domain/place-grid.ts';
import { NOWHERE, type Where } from '../domain/place.ts';
import type { PlaceGrade } from '../domain/record.ts';
import { areaOf, crossings, lengthOf, simpler, untangled } from './outline.ts';
import type { RowProblem, RowReason } from './row-problem.ts';

/** A shape as a file holds it, nothing of it looked at yet. No parts: it is none that can be taken. */
export interface FileShape {
  /** As the file calls it. */
  readonly type: string;
  readonly as: 'point' | 'line' | 'area';
  readonly parts: readonly { readonly points: readonly (readonly unknown[])[]; readonly holes: number }[];
}

/** Where a row is, and what of it was left out; or why that cannot be told. */
export type FoundWhere =
  { readonly where: Where; readonly notes: readonly RowProblem[] } | { readonly refused: RowProblem };

/** As many corners as an entry may have. */
const MOST_CORNERS = 80;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const pairs = (value: unknown): readonly (readonly unknown[])[] => list(value).map(list);

/** The shape of a GeoJSON geometry; of many parts all of them. */
export function geoJsonShape({ type, coordinates }: { type: string; coordinates?: unknown }): FileShape {
  const many = type.startsWith('Multi');
  const parts = many ? list(coordinates) : [coordinates];
  switch (many ? type.slice('Multi'.length) : type) {
    case 'Point':
      return { type, as: 'point', parts: parts.map((one) => ({ points: [list(one)], holes: 0 })) };
    case 'LineString':
      return { type, as: 'line', parts: parts.map((one) => ({ points: pairs(one), holes: 0 })) };
    case 'Polygon':
      return {
        type,
        as: 'area',
        parts: parts.map((one) => ({ points: pairs(list(one)[0]), holes: Math.max(0, list(one).length - 1) })),
      };
    default:
      return { type, as: 'point', parts: [] };
  }
}

/**
 * Where it is, as coarse as the grade; of a shielded place the position is not even looked at. One part is kept, the
 * largest, without its holes, and with no more corners than an entry may have: what is left out for it is said.
 */
export function whereInFile(shape: FileShape, grade: PlaceGrade): FoundWhere {
  if (grade === 'shielded') return { where: NOWHERE, notes: [] };
  const parts = shape.parts.filter(({ points }) => points.length > 0);
  if (parts.length === 0) return refusal('unknown-shape', 'geometry', shape.type);
  const read: { readonly points: readonly LngLat[]; readonly holes: number }[] = [];
  for (const { points, holes } of parts) {
    const found = positionsOf(points);
    if (typeof found === 'string') return refusal(found, 'position');
    read.push({ points: shape.as === 'area' ? open(found) : found, holes });
  }
  const [first, ...others] = read;
  if (first === undefined) return refusal('unknown-shape', 'geometry', shape.type);
  const measure = shape.as === 'area' ? areaOf : shape.as === 'line' ? lengthOf : () => 0;
  const part = others.reduce((best, one) => (measure(one.points) > measure(best.points) ? one : best), first);

  const notes: RowProblem[] = [];
  const note = (reason: RowReason, from: number, to: number): void => {
    notes.push({ reason, field: 'geometry', found: '', from, to });
  };
  if (read.length > 1) note(ONLY[shape.as], read.length, 1);
  if (part.holes > 0) note('holes-left-out', part.holes, 0);
  if (shape.as === 'area' && crossesItself(part.points, grade)) return refusal('crosses-itself', 'geometry');
  const where = inCells(shape.as, part.points, grade);
  if (where.simpler) note('made-simpler', part.points.length, where.points.length);
  return { where: whereOf(shape.as, where.points, grade), notes };
}

const ONLY = { point: 'first-point', line: 'longest-part', area: 'largest-part' } as const;

const refusal = (reason: RowReason, field: string, found = ''): FoundWhere => ({ refused: { reason, field, found } });

/** Far more than any degree: metres of a national grid, most likely. */
const NO_DEGREES = 1000;

function positionsOf(given: readonly (readonly unknown[])[]): readonly LngLat[] | 'not-a-position' | 'not-degrees' {
  const points: LngLat[] = [];
  for (const [lng, lat] of given) {
    if (typeof lng !== 'number' || typeof lat !== 'number') return 'not-a-position';
    if (Math.abs(lng) > NO_DEGREES || Math.abs(lat) > NO_DEGREES) return 'not-degrees';
    if (!isOnEarth(lng, lat)) return 'not-a-position';
    points.push([lng, lat]);
  }
  return points;
}

const isOnEarth = (lng: number, lat: number): boolean =>
  Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng) <= 180 && Math.abs(lat) <= 85;

const same = (one: LngLat | undefined, other: LngLat | undefined): boolean =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1];

/** A ring says its first corner again at its end: here it is said once. */
const open = (ring: readonly LngLat[]): readonly LngLat[] =>
  ring.length > 1 && same(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring;

/** Whether the outline crosses itself so that it can be seen: a loop that lies in two cells, or one, is gone anyway. */
function crossesItself(ring: readonly LngLat[], grade: MappedGrade): boolean {
  for (const { edges, at } of crossings(ring)) {
    const [one, other] = edges;
    const loop = [at, ...ring.slice(one + 1, other + 1)];
    const rest = [at, ...ring.slice(other + 1), ...ring.slice(0, one + 1)];
    if (spreads(loop, grade) && spreads(rest, grade)) return true;
  }
  return false;
}

function spreads(points: readonly LngLat[], grade: MappedGrade): boolean {
  const cells = new Set<string>();
  for (const point of points) if (cells.add(snap(grade, ...point).join()).size > 2) return true;
  return false;
}

function inCells(as: FileShape['as'], points: readonly LngLat[], grade: MappedGrade) {
  if (as === 'point') return { points: snapPath(grade, points.slice(0, 1)), simpler: false };
  const path = snapPath(grade, points);
  const cells = as === 'area' ? open(path) : path;
  const tooMany = cells.length > MOST_CORNERS;
  const few = tooMany ? simpler(cells, MOST_CORNERS, as === 'area' ? 'ring' : 'line') : cells;
  return { points: as === 'area' ? untangled(few) : few, simpler: tooMany };
}

/** What these cells can be: an area may have shrunk to a line, and a line to one cell. */
function whereOf(as: FileShape['as'], cells: readonly LngLat[], grade: MappedGrade): Where {
  const points = cells.map(([lng, lat]): [number, number] => [lng, lat]);
  const distinct = new Set(points.map(String)).size;
  if (as === 'area' && distinct >= 3) return { as, grade, points };
  if (as !== 'point' && distinct >= 2) return { as: 'line', grade, points };
  return { as: 'point', grade, points: points.slice(0, 1) };
}
