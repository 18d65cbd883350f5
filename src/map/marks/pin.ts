import type { LngLat } from '../../domain/place-grid.ts';
import type { Where } from '../../domain/place.ts';

/** Where the sign of something stands: its square, or the middle of its squares. Null for what has no position. */
export function pinOf(where: Where): LngLat | null {
  if (where.as === 'nowhere' || where.as === 'council') return null;
  if (where.as === 'line') return where.points[Math.floor(where.points.length / 2)] ?? null;
  const sum = where.points.reduce<LngLat>(([x, y], [lng, lat]) => [x + lng, y + lat], [0, 0]);
  return [sum[0] / where.points.length, sum[1] / where.points.length];
}
