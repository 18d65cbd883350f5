import { snap, type LngLat } from '../../domain/place-grid.ts';
import { NOWHERE, type Where } from '../../domain/place.ts';
import type { MapPick } from '../map-props.ts';

/** What is being put on the map: only squares, from the first touch on. */

/** How many squares make one. */
export const FEWEST: Readonly<Record<MapPick['as'], number>> = { point: 1, line: 2, area: 3 };
const MOST = 80;

type Shape = Pick<MapPick, 'as' | 'grade'>;

/** The squares of a place that is of this shape and grade, or none. */
export function squaresOf({ as, grade }: Shape, value: Where): readonly LngLat[] {
  return value.as === as && value.grade === grade ? value.points : [];
}

/**
 * One touch more. `same`: it lies in the square that was touched last (of an area also the first), which adds nothing.
 * A point moves to where it was touched.
 */
export function addTouch(
  { as, grade }: Shape,
  squares: readonly LngLat[],
  [lng, lat]: LngLat,
): { readonly squares: readonly LngLat[]; readonly same: boolean } {
  const square = snap(grade, lng, lat);
  if (as === 'point') return { squares: [square], same: false };
  const ends = as === 'area' ? [squares.at(-1), squares[0]] : [squares.at(-1)];
  const same = ends.some((end) => end !== undefined && end[0] === square[0] && end[1] === square[1]);
  return same || squares.length >= MOST ? { squares, same } : { squares: [...squares, square], same: false };
}

/** What may be kept of these squares: nothing until there are enough of them. */
export function whereOf({ as, grade }: Shape, squares: readonly LngLat[]): Where {
  if (squares.length < FEWEST[as]) return NOWHERE;
  return { as, grade, points: squares.map(([lng, lat]) => [lng, lat]) } as Where;
}
