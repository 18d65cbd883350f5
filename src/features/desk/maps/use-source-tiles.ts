import { useMemo } from 'preact/hooks';
import type { SourceLine } from '../../../domain/desk-maps.ts';
import type { MapTiles } from '../../../map/map-props.ts';
import { useDesk } from '../desk-context.ts';

/** A source as a map at the desk reads it: part by part from our own server. */
export function useSourceTiles({ sourceId, bytes, title, bounds, attribution }: SourceLine): readonly MapTiles[] {
  const { client } = useDesk();
  const [west, south, east, north] = bounds;
  return useMemo(
    () => [
      {
        id: sourceId,
        read: (offset, length) => client.mapBytes({ sourceId }, offset, length),
        bytes,
        title,
        bounds: [west, south, east, north],
        attribution,
      },
    ],
    [client, sourceId, bytes, title, attribution, west, south, east, north],
  );
}
