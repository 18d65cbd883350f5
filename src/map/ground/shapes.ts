import { cellBounds, type LngLat, type MappedGrade } from '../../domain/place-grid.ts';
import type { Where } from '../../domain/place.ts';
import type { Bounds } from '../map-props.ts';

/** What we draw ourselves on the ground: squares of places, lines, outlines, and the grid they lie in. */

type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
  | { readonly type: 'LineString'; readonly coordinates: number[][] };
export interface Shapes {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: Record<string, never>; geometry: Geometry }[];
}

export const NO_SHAPES: Shapes = { type: 'FeatureCollection', features: [] };

export const shapesOf = (geometries: readonly Geometry[]): Shapes => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
});

/** The square a spot is known by. Places are drawn as that, never as a point: nobody knows more than the square. */
export function cellShape(grade: MappedGrade, [lng, lat]: LngLat): Geometry {
  const [west, south, east, north] = cellBounds(grade, lng, lat);
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** What is drawn for a place: its squares, and the line or the outline through them. */
export function whereShapes(where: Where): {
  readonly cells: readonly Geometry[];
  readonly drawn: readonly Geometry[];
} {
  if (where.as === 'nowhere' || where.as === 'council') return { cells: [], drawn: [] };
  const cells = where.points.map((point) => cellShape(where.grade, point));
  return { cells, drawn: where.as === 'point' ? [] : [pathShape(where.as, where.points)] };
}

/** Through the middles of cells, also while it is being drawn and is no line or area yet. */
export function pathShape(as: 'line' | 'area', points: readonly LngLat[]): Geometry {
  const path = points.map(([lng, lat]) => [lng, lat]);
  if (as === 'line' || path.length < 3) return { type: 'LineString', coordinates: path };
  return { type: 'Polygon', coordinates: [[...path, path[0] as number[]]] };
}

/** More lines than this are no help to see by. */
const MOST_CELLS = 900;

/** The grid over a piece of ground, or nothing where its squares would be too small to see. */
export function gridShapes(grade: MappedGrade, [west, south, east, north]: Bounds): readonly Geometry[] {
  const first = cellBounds(grade, west, south);
  const [width, height] = [first[2] - first[0], first[3] - first[1]];
  const [across, rows] = [Math.ceil((east - west) / width) + 1, Math.ceil((north - south) / height) + 1];
  if (across * rows > MOST_CELLS) return [];
  const lines: Geometry[] = [];
  for (let row = 0; row < rows; row += 1) {
    // Just above its lower edge: on the edge itself it could be counted to the row below.
    const lat = first[1] + (row + 0.5) * height;
    if (Math.abs(lat) > 84) continue;
    let [left, bottom, right, top] = cellBounds(grade, Math.max(-180, west), lat);
    const begin = left;
    for (let column = 0; column < across && right <= 180; column += 1) {
      lines.push(segment(left, bottom, left, top));
      [left, bottom, right, top] = cellBounds(grade, Math.min(180, right + (right - left) / 2), lat);
    }
    lines.push(segment(begin, bottom, left, bottom));
  }
  return lines;
}

const segment = (fromX: number, fromY: number, toX: number, toY: number): Geometry => ({
  type: 'LineString',
  coordinates: [
    [fromX, fromY],
    [toX, toY],
  ],
});
