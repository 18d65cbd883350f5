import { isArea, type Bounds } from '../../../domain/desk-maps.ts';
import { CELL_METRES, snapPath } from '../../../domain/place-grid.ts';
import { NOWHERE, type Where } from '../../../domain/place.ts';

/** The four edges as somebody types them. Degrees. */
export interface Edges {
  readonly west: string;
  readonly south: string;
  readonly east: string;
  readonly north: string;
}
export const EDGES = ['west', 'south', 'east', 'north'] as const satisfies readonly (keyof Edges)[];

const METRES_PER_DEGREE = 111_320;
/** Half of a square that a map draws an area in. Degrees of latitude. */
const HALF = CELL_METRES.area / METRES_PER_DEGREE / 2;
/** Ten metres: finer than any edge of a map has to be. */
const digits = (degrees: number): string => String(Math.round(degrees * 1e4) / 1e4);

export const edgesOf = ([west, south, east, north]: Bounds): Edges => ({
  west: digits(west),
  south: digits(south),
  east: digits(east),
  north: digits(north),
});

/** A number of degrees, with a point or a comma; null for what is none. */
export function degrees(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^-?\d{1,3}(\.\d{1,9})?$/.test(text) ? Number(text) : null;
}

/** null while an edge is missing, or when they do not make an area. */
export function boundsOf(edges: Edges): Bounds | null {
  const [west, south, east, north] = EDGES.map((edge) => degrees(edges[edge]));
  if (west == null || south == null || east == null || north == null) return null;
  const bounds: Bounds = [west, south, east, north];
  return isArea(bounds) ? bounds : null;
}

/** The box around what was drawn, to the outer edges of its squares. */
export function boundsAround(where: Where): Bounds | null {
  if (where.as !== 'area') return null;
  const lats = where.points.map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats) - HALF, Math.max(...lats) + HALF];
  const wide = HALF / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  const lngs = where.points.map(([lng]) => lng);
  return [Math.min(...lngs) - wide, south, Math.max(...lngs) + wide, north];
}

/** An area to be drawn on the map: its four corners, each in the square that it lies in. */
export function drawnOf([west, south, east, north]: Bounds): Where {
  const [up, across] = [Math.min(HALF, (north - south) / 4), Math.min(HALF, (east - west) / 4)];
  const points = snapPath('area', [
    [west + across, south + up],
    [east - across, south + up],
    [east - across, north - up],
    [west + across, north - up],
  ]);
  return points.length < 3 ? NOWHERE : { as: 'area', grade: 'area', points: points.map(([lng, lat]) => [lng, lat]) };
}

/** Steps of zoom worth choosing from, closest last. */
const STEPS = [10, 12, 13, 14, 15] as const;

/** Whether there are words for how close this step is. */
export const isNamed = (step: number): boolean => STEPS.some((one) => one === step);

export function closestSteps(minZoom: number, maxZoom: number): readonly number[] {
  const steps = STEPS.filter((step) => step >= minZoom && step <= maxZoom);
  return steps.length === 0 ? [maxZoom] : steps;
}
