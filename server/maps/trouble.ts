import type { MapRefusal } from '../../src/domain/desk-maps.ts';

const SENTENCES: Readonly<Record<MapRefusal, string>> = {
  'not-pmtiles': 'This is not a PMTiles file of version 3. docs/maps.md says where to get one.',
  'not-vector': 'This file holds pictures, not a vector map. Tablets draw vector tiles (MVT).',
  'packed-otherwise': 'This file is packed in a way that browsers cannot read. Make it again with gzip.',
  'other-layers':
    'This map is built in another way. Tablets draw maps of the OpenMapTiles kind; docs/maps.md says how to make one.',
  'no-credit':
    "The file does not say who made the map, and its licence asks for that. Add --credit '© OpenStreetMap contributors'.",
  'cut-off': 'The end of this file is missing. Copy or download it again.',
  damaged: 'This file is damaged: its own list of tiles cannot be read. Copy or download it again.',
  empty: 'The map has nothing in this area. Check the bounds: west,south,east,north in degrees.',
  'not-an-area': 'The bounds must be west,south,east,north in degrees, with west before east and south before north.',
  'too-large': 'The map of this area would be larger than 2 GB. Choose a smaller area, or fewer steps of zoom.',
};

/** A map that cannot be used, and why. `message` is for the person at the keyboard; the desk has words of its own. */
export class MapTrouble extends Error {
  override readonly name = 'MapTrouble';
  readonly reason: MapRefusal;
  constructor(reason: MapRefusal, options?: ErrorOptions) {
    super(SENTENCES[reason], options);
    this.reason = reason;
  }
}
