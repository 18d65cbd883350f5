import { addProtocol } from 'maplibre-gl';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import type { MapTiles } from '../map-props.ts';

/** Base maps that the map may draw from. Tiles are read out of the file on the device: no request leaves the page. */

const PROTOCOL = 'tablet-map';
const VECTOR = 1;

export interface Archive {
  /** Name of its source in the style, and its address there. */
  readonly key: string;
  readonly address: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tiles: MapTiles;
}

interface Opened {
  readonly key: string;
  readonly source: DeviceSource;
  readonly archive: PMTiles;
}

/** By name and size of the base map; directories that were read once are not read again. */
const opened = new Map<string, Opened>();
let serves = false;
let made = 0;

/** The archives that could be read, and the titles of those that could not (a piece is missing or damaged). */
export async function openArchives(
  all: readonly MapTiles[],
): Promise<{ archives: readonly Archive[]; unreadable: readonly string[] }> {
  serve();
  const found = await Promise.all(
    all.map(async (tiles): Promise<Archive | null> => {
      const { key, archive } = open(tiles);
      try {
        const header = await archive.getHeader();
        if (header.tileType !== VECTOR) throw new TypeError('not a map of lines and areas');
        const address = `${PROTOCOL}://${key}/{z}/{x}/{y}`;
        return { key, address, minZoom: header.minZoom, maxZoom: header.maxZoom, tiles };
      } catch {
        opened.delete(nameOf(tiles));
        return null;
      }
    }),
  );
  return {
    archives: found.filter((archive) => archive !== null),
    unreadable: all.filter((_, at) => found[at] === null).map(({ title }) => title),
  };
}

const nameOf = ({ id, bytes }: MapTiles): string => `${id} ${bytes}`;

function open(tiles: MapTiles): Opened {
  const name = nameOf(tiles);
  const known = opened.get(name);
  if (known !== undefined) {
    known.source.tiles = tiles;
    return known;
  }
  made += 1;
  const source = new DeviceSource(`base-${made}`, tiles);
  const fresh: Opened = { key: source.getKey(), source, archive: new PMTiles(source) };
  opened.set(name, fresh);
  return fresh;
}

/** Registers our kind of address with the map, once. */
function serve(): void {
  if (serves) return;
  serves = true;
  addProtocol(PROTOCOL, async ({ url }, abort) => {
    const [key = '', z, x, y] = url.slice(`${PROTOCOL}://`.length).split('/');
    const archive = [...opened.values()].find((one) => one.key === key)?.archive;
    const tile = await archive?.getZxy(Number(z), Number(x), Number(y), abort.signal);
    return { data: tile?.data ?? new ArrayBuffer(0) };
  });
}

/** A PMTiles source over bytes that lie on the device. */
class DeviceSource implements Source {
  readonly #key: string;
  tiles: MapTiles;

  constructor(key: string, tiles: MapTiles) {
    this.#key = key;
    this.tiles = tiles;
  }

  getKey(): string {
    return this.#key;
  }

  /** The first read of an archive asks for more than a small file holds. */
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const held = Math.max(0, Math.min(length, this.tiles.bytes - offset));
    return { data: await this.tiles.read(offset, held) };
  }
}
