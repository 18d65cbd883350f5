import type { GeoJSONFeature, Map as Ground } from 'maplibre-gl';
import type { LngLat } from '../../domain/place-grid.ts';
import type { Bounds, MapLook } from '../map-props.ts';
import { isInside } from '../view.ts';
import { RANKS, type Label, type LabelRank } from './label.ts';
import { nameIn } from './name-in.ts';

/** What of the tiles has a name, from which zoom it is written, and how large. */
interface Named {
  readonly layer: string;
  readonly ranks: Readonly<Record<string, readonly [rank: LabelRank, from: number]>>;
  readonly others?: readonly [rank: LabelRank, from: number];
  /** Left out where there should be few things. */
  readonly fine?: boolean;
}

const NAMED: readonly Named[] = [
  {
    layer: 'place',
    ranks: {
      country: ['city', 0],
      state: ['town', 4],
      city: ['city', 0],
      town: ['town', 7],
      village: ['village', 9],
      suburb: ['village', 10.5],
      hamlet: ['small', 11.5],
      quarter: ['small', 12.5],
      neighbourhood: ['small', 13],
      isolated_dwelling: ['small', 14.5],
      locality: ['small', 14.5],
    },
  },
  { layer: 'water_name', ranks: {}, others: ['water', 9] },
  {
    layer: 'transportation_name',
    fine: true,
    ranks: { primary: ['road', 14], secondary: ['road', 14], tertiary: ['road', 14.5], minor: ['road', 15.5] },
  },
  {
    layer: 'poi',
    fine: true,
    ranks: {},
    others: ['thing', 15.5],
  },
];

function firstZoom({ ranks, others }: Named): number {
  return Math.min(...[...Object.values(ranks), ...(others === undefined ? [] : [others])].map(([, from]) => from));
}

/** In easy maps a place of these keeps its name, because people find their way by it. */
const EASY_POI = new Set(['school', 'hospital', 'library', 'railway', 'bus', 'park', 'place_of_worship', 'town_hall']);

/** Every name that the tiles on the screen hold for this zoom, most important first, each once. */
export function findLabels(
  ground: Ground,
  sources: readonly string[],
  { language, look, bounds, zoom }: { language: string; look: MapLook; bounds: Bounds; zoom: number },
): readonly Label[] {
  const found = new Map<string, Label>();
  for (const source of sources) {
    for (const named of NAMED) {
      if (zoom < firstZoom(named)) continue;
      for (const { properties, geometry } of ground.querySourceFeatures(source, { sourceLayer: named.layer })) {
        const kind = String(properties['class'] ?? '');
        const [rank, from] = named.ranks[kind] ?? named.others ?? [];
        if (rank === undefined || from === undefined || zoom < from) continue;
        if (look === 'easy' && named.fine === true && !EASY_POI.has(kind)) continue;
        const name = nameIn(language, properties);
        const at = name === null ? null : middleOf(geometry, bounds);
        if (name === null || at === null) continue;
        const key = `${rank} ${name.text}`;
        if (!found.has(key)) found.set(key, { ...name, key, at, rank });
      }
    }
  }
  return [...found.values()].sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank));
}

/** A point itself, or of a line the spot halfway along that is on the screen. */
function middleOf(geometry: GeoJSONFeature['geometry'], bounds: Bounds): LngLat | null {
  const visible = (spots: readonly (readonly number[])[]): LngLat | null => {
    const seen = spots.filter((spot) => isInside([spot[0] ?? 0, spot[1] ?? 0], bounds));
    const spot = seen[Math.floor(seen.length / 2)];
    return spot === undefined ? null : [spot[0] ?? 0, spot[1] ?? 0];
  };
  switch (geometry.type) {
    case 'Point':
      return visible([geometry.coordinates]);
    case 'MultiPoint':
    case 'LineString':
      return visible(geometry.coordinates);
    case 'MultiLineString':
      return visible(geometry.coordinates.flat());
    default:
      return null;
  }
}
