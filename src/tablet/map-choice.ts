import type { BaseMap } from '../domain/directory.ts';
import { mapFiles } from '../domain/map-pieces.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { SurveyAssets } from '../ports/survey-assets.ts';

/** Which of the maps that staff offer this tablet holds. Only pieces of maps go: nothing that anybody said is near them. */
export interface MapChoiceDeps {
  readonly reference: Pick<ReferenceStore, 'baseMaps' | 'keepMapOff'>;
  readonly mapPieces: Pick<SurveyAssets, 'list' | 'remove'>;
}

type Piece = BaseMap['pieces'][number];

const bytesOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { bytes }) => sum + bytes, 0);

/** Each piece of the map once that no other map needs. */
function alone(map: BaseMap, held: readonly BaseMap[]): readonly Piece[] {
  const shared = new Set(mapFiles(held.filter(({ mapId }) => mapId !== map.mapId)).map(({ sha256 }) => sha256));
  const once = new Map(map.pieces.map((piece) => [piece.sha256, piece]));
  return [...once.values()].filter(({ sha256 }) => !shared.has(sha256));
}

/** Bytes that would be free without this map: of what is `here`, the pieces that no other map of this tablet needs. */
export const bytesToFree = (map: BaseMap, held: readonly BaseMap[], here: ReadonlySet<string>): number =>
  bytesOf(alone(map, held).filter(({ sha256 }) => here.has(sha256)));

/** Bytes that come again when it is brought back: what other maps brought is here already. */
export const bytesToBring = (map: BaseMap, here: ReadonlySet<string>): number =>
  bytesOf(alone(map, []).filter(({ sha256 }) => !here.has(sha256)));

/**
 * Takes a map off this tablet at once, with or without a signal; it stays away until `keepMapOff` says otherwise. Written
 * down first: cut off in between, the next sending takes away what is left. Resolves with the bytes that are free now.
 */
export async function takeMapOff({ reference, mapPieces }: MapChoiceDeps, map: BaseMap): Promise<number> {
  await reference.keepMapOff(map.mapId, true);
  const here = new Set(await mapPieces.list());
  const going = alone(map, await reference.baseMaps()).filter(({ sha256 }) => here.has(sha256));
  for (const { sha256 } of going) await mapPieces.remove(sha256);
  return bytesOf(going);
}
