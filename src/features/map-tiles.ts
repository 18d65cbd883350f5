import type { Services } from '../app/services.ts';
import { MAP_PIECE_BYTES, type BaseMap } from '../domain/directory.ts';
import type { MapTiles } from '../map/map-props.ts';

/** Pieces held ready at once: a screen of tiles comes from a few of them. Each is a mebibyte. */
const READY = 12;

/**
 * The base maps of which at least the beginning lies on this tablet, read from their pieces. Every piece is checked
 * against its hash as it is read; a part that is not here is refused, and never asked of the server.
 */
export async function readMapTiles({
  reference,
  mapPieces,
}: {
  reference: Pick<Services['reference'], 'baseMaps'>;
  mapPieces: Pick<Services['mapPieces'], 'get' | 'list'>;
}): Promise<readonly MapTiles[]> {
  const [maps, list] = await Promise.all([reference.baseMaps(), mapPieces.list()]);
  const here = new Set(list);
  const ready = new Map<string, Promise<Blob | null>>();

  function piece(sha256: string): Promise<Blob | null> {
    const found = ready.get(sha256) ?? mapPieces.get(sha256);
    // The one used last stands last, so that the first is the one to let go.
    ready.delete(sha256);
    ready.set(sha256, found);
    for (const oldest of ready.keys()) {
      if (ready.size <= READY) break;
      ready.delete(oldest);
    }
    void found.then((blob) => blob === null && ready.delete(sha256));
    return found;
  }

  async function read(map: BaseMap, offset: number, length: number): Promise<ArrayBuffer> {
    const end = Math.min(offset + length, map.bytes);
    const bytes = new Uint8Array(Math.max(0, end - offset));
    for (let at = offset; at < end;) {
      const from = at % MAP_PIECE_BYTES;
      const to = Math.min(MAP_PIECE_BYTES, from + end - at);
      const blob = await piece(map.pieces[Math.floor(at / MAP_PIECE_BYTES)]?.sha256 ?? '');
      if (blob === null || blob.size < to) throw new RangeError('this part of the map is not on this tablet');
      bytes.set(new Uint8Array(await blob.slice(from, to).arrayBuffer()), at - offset);
      at += to - from;
    }
    return bytes.buffer;
  }

  return maps
    .filter(({ pieces }) => here.has(pieces[0]?.sha256 ?? ''))
    .map((map) => ({
      id: map.mapId,
      read: (offset, length) => read(map, offset, length),
      bytes: map.bytes,
      title: map.title,
      bounds: map.bounds,
      attribution: map.attribution,
    }));
}
