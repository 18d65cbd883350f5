import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapLook } from '../map-props.ts';
import type { Palette } from './palette.ts';

/**
 * How tiles in the OpenMapTiles schema are drawn: areas and lines only. Words lie over the map as text of the page
 * (`labels/`), because the letters of many of our languages join and stack, which a map's own letters cannot do.
 */

const MAIN_ROADS = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];
const SMALL_ROADS = ['minor', 'service', 'busway', 'living_street', 'unclassified', 'residential', 'raceway'];
const PATHS = ['path', 'track', 'footway', 'cycleway', 'pedestrian', 'steps', 'bridleway'];
const RAIL = ['rail', 'transit'];
const GREEN = ['wood', 'grass', 'forest', 'park', 'wetland', 'scrub', 'farmland'];
const BUILT = ['residential', 'suburb', 'neighbourhood', 'quarter', 'commercial', 'retail', 'industrial'];
const OPEN_GROUND = ['cemetery', 'pitch', 'playground', 'school', 'university', 'hospital'];

type Paint = Readonly<Record<string, unknown>>;
interface Drawn {
  readonly name: string;
  readonly type: 'fill' | 'line';
  readonly of: string;
  readonly filter?: FilterSpecification;
  readonly from?: number;
  readonly paint: Paint;
}

const isOneOf = (classes: readonly string[]): FilterSpecification => [
  'in',
  ['get', 'class'],
  ['literal', [...classes]],
];
const areas: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];

/** Layers of all sources, every kind together, so that the ground of one base map never covers the roads of another. */
export function baseLayers(sources: readonly string[], palette: Palette, look: MapLook): LayerSpecification[] {
  return drawn(palette, look).flatMap(({ name, type, of, filter, from, paint }) =>
    sources.map(
      (source) =>
        ({
          id: `${source}-${name}`,
          type,
          source,
          'source-layer': of,
          ...(from === undefined ? {} : { minzoom: from }),
          ...(filter === undefined ? {} : { filter }),
          ...(type === 'line' ? { layout: { 'line-cap': 'round', 'line-join': 'round' } } : {}),
          paint,
        }) as LayerSpecification,
    ),
  );
}

/** Pixels at three zooms and, growing by powers of two as the map does, between and after them. */
const wide = (far: number, middle: number, near: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.6],
  ['zoom'],
  6,
  far,
  12,
  middle,
  17,
  near,
];

function drawn(palette: Palette, look: MapLook): Drawn[] {
  const sun = look === 'sun';
  const thick = look === 'day' ? 1 : 1.4;
  const fill = (colour: string): Paint => ({ 'fill-color': colour });
  const line = (colour: string, width: ExpressionSpecification, more: Paint = {}): Paint => ({
    'line-color': colour,
    'line-width': width,
    ...more,
  });
  const grounds: Drawn[] = [
    { name: 'built', type: 'fill', of: 'landuse', filter: isOneOf(BUILT), paint: fill(palette.built) },
    { name: 'green', type: 'fill', of: 'landcover', filter: isOneOf(GREEN), paint: fill(palette.green) },
    { name: 'open', type: 'fill', of: 'landuse', filter: isOneOf(OPEN_GROUND), from: 12, paint: fill(palette.green) },
    { name: 'park', type: 'fill', of: 'park', filter: areas, from: 10, paint: fill(palette.green) },
  ];
  const water: Drawn[] = [
    { name: 'water', type: 'fill', of: 'water', paint: fill(palette.water) },
    { name: 'shore', type: 'line', of: 'water', paint: line(palette.shore, wide(0.5, sun ? 2 : 1, sun ? 4 : 2)) },
    {
      name: 'river',
      type: 'line',
      of: 'waterway',
      filter: isOneOf(['river', 'canal']),
      paint: line(sun ? palette.shore : palette.water, wide(0.8, 2.5 * thick, 9 * thick)),
    },
    {
      name: 'stream',
      type: 'line',
      of: 'waterway',
      filter: isOneOf(['stream', 'drain', 'ditch']),
      from: 13,
      paint: line(sun ? palette.shore : palette.water, wide(0.4, 0.8, 3 * thick)),
    },
  ];
  const buildings: Drawn[] = [
    sun
      ? { name: 'building', type: 'line', of: 'building', from: 15, paint: line(palette.building, wide(1, 1, 1.5)) }
      : { name: 'building', type: 'fill', of: 'building', from: 13, paint: fill(palette.building) },
  ];
  const paths: Drawn = {
    name: 'path',
    type: 'line',
    of: 'transportation',
    filter: isOneOf(PATHS),
    from: 14,
    paint: line(palette.path, wide(0.5, 0.8, 2.5 * thick), { 'line-dasharray': [2, 1.6] }),
  };
  const rail: Drawn = {
    name: 'rail',
    type: 'line',
    of: 'transportation',
    filter: isOneOf(RAIL),
    from: 9,
    paint: line(palette.rail, wide(0.6, 1.2, 3 * thick), { 'line-dasharray': [4, 2] }),
  };
  const border: Drawn = {
    name: 'border',
    type: 'line',
    of: 'boundary',
    filter: ['<=', ['to-number', ['get', 'admin_level'], 99], 6],
    paint: line(palette.border, wide(1, 1.6 * thick, 3 * thick), { 'line-dasharray': [3, 2] }),
  };
  const easy = look === 'easy';
  return [
    ...(sun ? [] : grounds),
    ...water,
    ...(easy ? [] : buildings),
    ...(easy ? [] : [paths]),
    ...roads(
      'small',
      SMALL_ROADS,
      easy ? 13 : 11,
      [palette.road, palette.roadEdge],
      [0.4, 1.6 * thick, 9 * thick],
      sun,
    ),
    ...(easy ? [] : [rail]),
    ...roads('main', MAIN_ROADS, 4, [palette.mainRoad, palette.mainRoadEdge], [0.8, 3.2 * thick, 15 * thick], sun),
    border,
  ];
}

/** A road with its edges; in the sun one thick line. */
function roads(
  name: string,
  classes: readonly string[],
  from: number,
  [colour, edge]: readonly [string, string],
  [far, middle, near]: readonly [number, number, number],
  sun: boolean,
): Drawn[] {
  const road = { type: 'line', of: 'transportation', filter: isOneOf(classes), from } as const;
  const body = (tone: string, more: number): Paint => ({
    'line-color': tone,
    'line-width': wide(far + more / 2, middle + more, near + more),
  });
  if (sun) return [{ ...road, name, paint: { 'line-color': edge, 'line-width': wide(far, middle * 0.8, near * 0.5) } }];
  return [
    { ...road, name: `${name}-edge`, paint: body(edge, 2) },
    { ...road, name, paint: body(colour, 0) },
  ];
}
