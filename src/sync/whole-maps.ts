import { mapsHere } from '../domain/map-pieces.ts';
import type { BaseMap } from '../domain/directory.ts';
import type { RunContext } from './run-context.ts';

/** Which of these maps lie on this tablet whole. What is missing of the others is fetched in this run. */
export function wholeMaps(run: RunContext, maps: readonly BaseMap[], files: readonly string[]): readonly string[] {
  const found = mapsHere(maps, new Set(files));
  if (found.some(({ whole }) => !whole)) run.memory.assetsDue = true;
  return found.flatMap(({ map, whole }) => (whole ? [map.mapId] : []));
}
