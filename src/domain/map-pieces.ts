import type { BaseMap } from './directory.ts';

/** Name of the cache that holds what draws maps (`FieldPack.map`), apart from the files everybody carries. */
export const MAP_ENGINE_CACHE = 'said-and-done-map';

export const MAP_PIECE_MIME = 'application/octet-stream';

/** How much of a base map lies on this tablet. */
export interface MapHere {
  readonly map: BaseMap;
  readonly piecesHere: number;
  readonly bytesHere: number;
  readonly whole: boolean;
}

/** `here`: hashes of all files that this tablet holds. Damaged ones are found out when they are read, and then are not here. */
export function mapsHere(maps: readonly BaseMap[], here: ReadonlySet<string>): MapHere[] {
  return maps.map((map) => {
    const held = map.pieces.filter(({ sha256 }) => here.has(sha256));
    const bytesHere = held.reduce((sum, { bytes }) => sum + bytes, 0);
    return { map, piecesHere: held.length, bytesHere, whole: held.length === map.pieces.length };
  });
}

/** Every piece of these maps, the smallest map first: one that can be opened is worth more than halves of two. */
export function mapFiles(maps: readonly BaseMap[]): readonly BaseMap['pieces'][number][] {
  const bySize = [...maps].sort((a, b) => a.bytes - b.bytes || (a.mapId < b.mapId ? -1 : 1));
  return bySize.flatMap(({ pieces }) => pieces);
}
