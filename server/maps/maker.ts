import { describeThrown, type Log } from '../http/log.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { MakeMapBody, MapEstimate } from '../../src/domain/desk-maps.ts';
import type { ByteSource } from './byte-source.ts';
import { checkRoom, keepMap, removeMap, type KeepDeps } from './keep-map.ts';
import { readMap } from './map-reader.ts';
import { newMap, type Wanted } from './new-map.ts';
import { openSource } from './sources.ts';

export interface MapMaker {
  /** The exact size of the map that would be made. Throws MapTrouble, or Problem('not-found') where the file is gone. */
  estimate(sourceId: string, area: Wanted['area']): Promise<MapEstimate>;
  /**
   * Begins, and resolves with its id once it is sure that it can be made; the list shows how far it is. `offer`: to
   * tablets, once it is whole. Throws as `estimate` does, and Problem('disk-low').
   */
  begin(wanted: MakeMapBody, byName: string, now: string): Promise<string>;
  /** Ids of what is being made here, or waits for its turn. */
  busy(): ReadonlySet<string>;
  /** Resolves when nothing is being made any more. */
  idle(): Promise<void>;
  /** Gives up what is being made; nothing half made is left. */
  stop(): Promise<void>;
}

interface Deps extends KeepDeps {
  readonly folder: string;
  readonly log: Log;
}

/** Makes maps of the sources of this server, beside its other work and one after another. */
export function createMapMaker(deps: Deps): MapMaker {
  const { store, log, now: clock } = deps;
  let line: Promise<void> = Promise.resolve();
  let stopped = false;
  const busy = new Set<string>();

  const withSource = async <Value>(sourceId: string, work: (source: ByteSource) => Promise<Value>): Promise<Value> => {
    const source = await openSource(deps.folder, sourceId);
    if (source === null) throw new Problem('not-found');
    try {
      return await work(source);
    } finally {
      await source.close();
    }
  };
  const planned = async (source: ByteSource, sourceId: string, area: Wanted['area'], title: string) => {
    const row = await store.maps.source(sourceId);
    if (row === null) throw new Problem('not-found');
    return newMap(await readMap(source), { area, title, credit: row.attribution });
  };
  const untilStopped = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of bytes) {
      if (stopped) throw new Problem('server-busy');
      yield part;
    }
  };

  return {
    estimate: (sourceId, area) =>
      withSource(sourceId, async (source) => (await planned(source, sourceId, area, '')).estimate),

    async begin({ sourceId, area, title, offer }, byName, now) {
      const mapId = await withSource(sourceId, async (source) => {
        const { map } = await planned(source, sourceId, area, title);
        await checkRoom(deps.blobs, map.facts.bytes);
        await store.maps.begin({ mapId: map.mapId, ...map.facts }, byName, now);
        return map.mapId;
      });
      const make = () =>
        withSource(sourceId, async (source) => {
          const { map } = await planned(source, sourceId, area, title);
          await keepMap(deps, { ...map, mapId, bytes: untilStopped(map.bytes) });
          if (!offer) return;
          const at = clock().toISOString();
          await store.maps.offer(mapId, true, at);
        });
      busy.add(mapId);
      line = line
        .then(make)
        .catch(async (thrown: unknown) => {
          log.warn('map-not-made', describeThrown(thrown));
          await removeMap(deps, mapId, clock().toISOString());
        })
        .catch((thrown: unknown) => log.warn('map-not-removed', describeThrown(thrown)))
        .finally(() => busy.delete(mapId));
      return mapId;
    },

    busy: () => busy,
    idle: () => line,
    async stop() {
      stopped = true;
      await line;
    },
  };
}
