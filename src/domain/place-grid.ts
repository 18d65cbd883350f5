import type { PlaceGrade } from './record.ts';

/**
 * Where something is, made coarse before anything keeps it. One fixed grid for the whole earth, no randomness: the same
 * spot always gives the same cell, so asking again, or joining many records, tells nothing finer.
 */

/** WGS 84 degrees: east, then north. Always the middle of a cell of the grid. */
export type LngLat = readonly [lng: number, lat: number];

/** The grades that may hold a position at all. A shielded place has none, ever. */
export type MappedGrade = Exclude<PlaceGrade, 'shielded'>;

/** Length of a cell's side, in metres. */
export const CELL_METRES: Readonly<Record<MappedGrade, number>> = { open: 250, area: 1000 };

const METRES_PER_DEGREE = 111_320;
const NORTHMOST = 85;

/** Five digits are about a metre: far finer than a cell, and short in a record. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The middle of the cell that holds this spot. Throws RangeError for what is not on the map of the earth. */
export function snap(grade: MappedGrade, lng: number, lat: number): LngLat {
  if (!Number.isFinite(lng) || !Number.isFinite(lat) || Math.abs(lng) > 180 || Math.abs(lat) > NORTHMOST)
    throw new RangeError('not a position');
  const { middle, columns, width } = rowOf(grade, lat);
  const column = Math.min(columns - 1, Math.floor((lng + 180) / width));
  return [rounded(-180 + (column + 0.5) * width), rounded(middle)];
}

/** The cell that holds this spot, to draw it: west, south, east, north, in degrees. Tells nothing that `snap` does not. */
export function cellBounds(grade: MappedGrade, lng: number, lat: number): readonly [number, number, number, number] {
  const [east, north] = snap(grade, lng, lat);
  const { height, width } = rowOf(grade, north);
  return [
    rounded(east - width / 2),
    rounded(north - height / 2),
    rounded(east + width / 2),
    rounded(north + height / 2),
  ];
}

/** Rows are as high everywhere; how many cells a row has depends on how far from the equator it lies. */
function rowOf(grade: MappedGrade, lat: number) {
  const height = CELL_METRES[grade] / METRES_PER_DEGREE;
  const rows = Math.floor(NORTHMOST / height);
  const middle = (Math.max(-rows, Math.min(rows - 1, Math.floor(lat / height))) + 0.5) * height;
  const columns = Math.max(1, Math.round((360 * Math.cos((middle * Math.PI) / 180)) / height));
  return { height, middle, columns, width: 360 / columns };
}

/** Whether a position is the middle of a cell: everything else is finer than the grade allows. */
export function isSnapped(grade: MappedGrade, [lng, lat]: LngLat): boolean {
  if (!Number.isFinite(lng) || !Number.isFinite(lat) || Math.abs(lng) > 180 || Math.abs(lat) > NORTHMOST) return false;
  const [east, north] = snap(grade, lng, lat);
  return east === lng && north === lat;
}

/** A line or an outline in cells: no cell twice in a row, so that a line is never finer than its cells. */
export function snapPath(grade: MappedGrade, points: readonly LngLat[]): LngLat[] {
  const cells: LngLat[] = [];
  for (const [lng, lat] of points) {
    const cell = snap(grade, lng, lat);
    const last = cells.at(-1);
    if (last === undefined || last[0] !== cell[0] || last[1] !== cell[1]) cells.push(cell);
  }
  return cells;
}
