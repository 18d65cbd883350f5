import { useCallback, useMemo } from 'preact/hooks';
import type { MapTiles } from '../../../map/map-props.ts';
import { useDesk } from '../desk-context.ts';
import { useAsked } from '../use-asked.ts';

/** The base maps that tablets are offered, read part by part from our own server. None: the map has a plain ground. */
export function useOfferedTiles(): readonly MapTiles[] {
  const { client } = useDesk();
  const { value } = useAsked(useCallback(() => client.maps(), [client]));
  return useMemo(
    () =>
      (value?.maps ?? [])
        .filter(({ state }) => state === 'offered')
        .map(({ mapId, bytes, title, bounds, attribution }) => ({
          id: mapId,
          read: (offset, length) => client.mapBytes({ mapId }, offset, length),
          bytes,
          title,
          bounds,
          attribution,
        })),
    [client, value],
  );
}
