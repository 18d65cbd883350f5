import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapLook } from '../map-props.ts';
import type { Archive } from './archives.ts';
import { baseLayers } from './base-layers.ts';
import type { Palette } from './palette.ts';
import { NO_SHAPES, type Shapes } from './shapes.ts';

/** Our own sources in the style, from the ground up. */
const OWN_SOURCES = ['grid', 'cells', 'picked', 'drawn'] as const;
export type OwnSource = (typeof OWN_SOURCES)[number];

/** The whole look of a map. Names no fonts and no pictures, so nothing is asked for but tiles on the device. */
export function styleOf(archives: readonly Archive[], palette: Palette, look: MapLook): StyleSpecification {
  const bases = archives.map(({ key, address, minZoom, maxZoom, tiles }): readonly [string, SourceSpecification] => [
    key,
    { type: 'vector', tiles: [address], minzoom: minZoom, maxzoom: maxZoom, bounds: [...tiles.bounds] },
  ]);
  const own = OWN_SOURCES.map((name): readonly [string, SourceSpecification] => [
    name,
    { type: 'geojson', data: NO_SHAPES as Shapes },
  ]);
  const keys = archives.map(({ key }) => key);
  return {
    version: 8,
    sources: Object.fromEntries([...bases, ...own]),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      ...baseLayers(keys, palette, look),
      ...ownLayers(palette, look),
    ],
  };
}

function ownLayers(palette: Palette, look: MapLook): LayerSpecification[] {
  const thick = look === 'day' ? 1 : 1.5;
  return [
    { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': palette.grid, 'line-width': 1 } },
    ...squares('cells', palette, thick),
    ...squares('picked', palette, thick),
    {
      id: 'drawn',
      type: 'fill',
      source: 'drawn',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.cell, 'fill-opacity': 0.4 },
    },
    {
      id: 'drawn-edge',
      type: 'line',
      source: 'drawn',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.cellEdge, 'line-width': 4 * thick },
    },
  ];
}

function squares(source: OwnSource, palette: Palette, thick: number): LayerSpecification[] {
  return [
    {
      id: source,
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.cell, 'fill-opacity': 0.28 },
    },
    { id: `${source}-edge`, type: 'line', source, paint: { 'line-color': palette.cellEdge, 'line-width': 2 * thick } },
  ];
}
