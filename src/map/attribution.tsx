import type { VNode } from 'preact';
import type { MapTiles } from './map-props.ts';

/** Who made the map data: always in sight, each licence's words once. */
export function Attribution({ tiles }: { tiles: readonly MapTiles[] }): VNode | null {
  const words = [...new Set(tiles.map(({ attribution }) => attribution).filter((text) => text !== ''))];
  if (words.length === 0) return null;
  return (
    <p class="map__makers" dir="auto">
      {words.join(' · ')}
    </p>
  );
}
