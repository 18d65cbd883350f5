import { randomUUID } from 'node:crypto';
import { MAP_PIECE_BYTES, MOST_MAP_PIECES } from '../../src/domain/directory.ts';
import type { MapArea, MapEstimate } from '../../src/domain/desk-maps.ts';
import type { NewMap } from './keep-map.ts';
import { planCut } from './cut-plan.ts';
import { fileBytes, mapBytes } from './map-bytes.ts';
import type { MapReader } from './map-reader.ts';
import { MapTrouble } from './trouble.ts';

export interface Wanted {
  /** null: the whole file, as it is. */
  readonly area: MapArea | null;
  readonly title: string;
  /** Whom to thank, where the file itself does not say; empty otherwise. */
  readonly credit: string;
}

/** The map that would be made of this file, and exactly how large it would be. Throws MapTrouble. */
export async function newMap(
  reader: MapReader,
  { area, title, credit }: Wanted,
): Promise<{ readonly map: NewMap; readonly estimate: MapEstimate }> {
  const attribution = credit === '' ? reader.credit : credit;
  if (attribution === '') throw new MapTrouble('no-credit');
  const mapId = randomUUID();
  if (area === null) {
    const { bounds, source, header } = reader;
    if (source.bytes > MOST_MAP_PIECES * MAP_PIECE_BYTES) throw new MapTrouble('too-large');
    const { minZoom, maxZoom, numAddressedTiles: tiles } = header;
    const facts = { title, bounds, minZoom, maxZoom, bytes: source.bytes, attribution };
    return { map: { mapId, facts, bytes: fileBytes(source) }, estimate: { ...sizeOf(facts), tiles } };
  }
  const plan = await planCut(reader, area, attribution);
  const { bounds, minZoom, maxZoom, bytes, tiles } = plan;
  const facts = { title, bounds, minZoom, maxZoom, bytes, attribution };
  return { map: { mapId, facts, bytes: mapBytes(plan, reader.source) }, estimate: { ...sizeOf(facts), tiles } };
}

const sizeOf = ({ bytes, bounds, minZoom, maxZoom }: NewMap['facts']): Omit<MapEstimate, 'tiles'> => ({
  bytes,
  bounds,
  minZoom,
  maxZoom,
});
