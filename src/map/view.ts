import type { LngLat } from '../domain/place-grid.ts';
import type { Bounds } from './map-props.ts';

/** How a spot of the earth comes to lie on the screen: Web Mercator, north up, as the tiles are cut. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A window on the world: `x` and `y` of its top left corner in pixels of the whole world at this zoom. */
export interface View extends Spot {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

const TILE = 512;
const NORTHMOST = 85.0511;

const worldSize = (zoom: number): number => TILE * 2 ** zoom;

/** Pixels of the whole world at this zoom. */
export function project([lng, lat]: LngLat, zoom: number): Spot {
  const size = worldSize(zoom);
  const angle = (Math.max(-NORTHMOST, Math.min(NORTHMOST, lat)) * Math.PI) / 180;
  return {
    x: ((lng + 180) / 360) * size,
    y: (0.5 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / (2 * Math.PI)) * size,
  };
}

/** The spot of the earth under a pixel of the world. */
export function unproject({ x, y }: Spot, zoom: number): LngLat {
  const size = worldSize(zoom);
  const lng = Math.max(-180, Math.min(180, (x / size) * 360 - 180));
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI;
  return [lng, lat];
}

export function viewAround(centre: LngLat, zoom: number, width: number, height: number): View {
  const { x, y } = project(centre, zoom);
  return { zoom, width, height, x: x - width / 2, y: y - height / 2 };
}

/** What the window shows, with so many pixels around it. */
export function boundsOf(view: View, margin = 0): Bounds {
  const [west, north] = unproject({ x: view.x - margin, y: view.y - margin }, view.zoom);
  const corner = { x: view.x + view.width + margin, y: view.y + view.height + margin };
  const [east, south] = unproject(corner, view.zoom);
  return [west, south, east, north];
}

export const isInside = ([lng, lat]: LngLat, [west, south, east, north]: Bounds): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

/** The smallest box around spots; null where there are none. */
export function boundsAround(spots: readonly LngLat[]): Bounds | null {
  if (spots.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of spots) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

export function joinBounds(all: readonly Bounds[]): Bounds | null {
  return boundsAround(
    all.flatMap(([west, south, east, north]) => [
      [west, south],
      [east, north],
    ]),
  );
}
