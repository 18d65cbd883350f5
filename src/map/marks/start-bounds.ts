import type { Bounds, MapProps } from '../map-props.ts';
import { boundsAround, joinBounds } from '../view.ts';
import { pinOf } from './pin.ts';

/** What a map shows first: where it was told, what is picked already, the marks, the base maps. Null: the whole earth. */
export function startBounds({
  start,
  pick,
  marks,
  tiles,
}: Pick<MapProps, 'start' | 'pick' | 'marks' | 'tiles'>): Bounds | null {
  if (start !== undefined && start !== null) return start.bounds;
  if (pick !== undefined && 'points' in pick.value) return boundsAround(pick.value.points);
  const pins = marks.map(({ where }) => pinOf(where)).filter((pin) => pin !== null);
  return boundsAround(pins) ?? joinBounds(tiles.map(({ bounds }) => bounds));
}
