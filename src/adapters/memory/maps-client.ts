import type { MapLine, MapRefusal, SourceLine } from '../../domain/desk-maps.ts';
import { Problem } from '../../domain/problems.ts';
import type { MapsClient } from '../../ports/maps-client.ts';

export interface MemoryMaps {
  maps: MapLine[];
  sources: SourceLine[];
  /** Files of sources, by id. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
  tablets: number;
  freeBytes: number | null;
  /** Why the next file is refused, whatever is in it. */
  refuse: MapRefusal | null;
  uploads: Map<string, { bytes: number; parts: Uint8Array<ArrayBuffer>[] }>;
}

export const noMaps = (): MemoryMaps => ({
  maps: [],
  sources: [],
  files: new Map(),
  tablets: 0,
  freeBytes: 50_000_000_000,
  refuse: null,
  uploads: new Map(),
});

type Answer = <Value>(name: string, make: () => Value) => Promise<Value>;

/** The server's rules for maps in memory. An area weighs by its size: nothing is cut here. */
export function memoryMapsClient(state: MemoryMaps, answer: Answer, me: () => string): MapsClient {
  const source = (sourceId: string): SourceLine => {
    const found = state.sources.find((one) => one.sourceId === sourceId);
    if (found === undefined || !found.here) throw new Problem('not-found');
    return found;
  };
  const at = (uploadId: string): number => {
    const found = state.uploads.get(uploadId);
    if (found === undefined) throw new Problem('not-found');
    return found.parts.reduce((sum, part) => sum + part.length, 0);
  };
  const estimate: (
    wanted: Parameters<MapsClient['estimateMap']>[0],
  ) => Awaited<ReturnType<MapsClient['estimateMap']>> = ({ sourceId, area }) => {
    const { bounds, minZoom, maxZoom, bytes } = source(sourceId);
    if (area === null) return { bytes, tiles: 100, bounds, minZoom, maxZoom };
    const [west, south, east, north] = area.bounds;
    if (west >= bounds[2] || east <= bounds[0] || south >= bounds[3] || north <= bounds[1]) {
      throw new Problem('asset-type', { reason: 'empty' });
    }
    const share = ((east - west) * (north - south)) / ((bounds[2] - bounds[0]) * (bounds[3] - bounds[1]));
    return {
      bytes: Math.round(bytes * Math.min(1, share)),
      tiles: 40,
      bounds: area.bounds,
      minZoom,
      maxZoom: area.maxZoom,
    };
  };

  return {
    maps: () =>
      answer('maps', () => ({
        maps: state.maps,
        sources: state.sources,
        tablets: state.tablets,
        freeBytes: state.freeBytes,
      })),
    estimateMap: (wanted) => answer('estimateMap', () => estimate(wanted)),
    makeMap: (wanted) =>
      answer('makeMap', () => {
        const { bytes, bounds, minZoom, maxZoom } = estimate(wanted);
        const { attribution } = source(wanted.sourceId);
        const map: MapLine = {
          mapId: crypto.randomUUID(),
          title: wanted.title,
          bounds,
          minZoom,
          maxZoom,
          bytes,
          attribution,
          state: wanted.offer ? 'offered' : 'kept',
          made: bytes,
          madeAt: new Date().toISOString(),
          madeBy: me(),
          wholeOn: [],
        };
        state.maps = [map, ...state.maps];
        return map.mapId;
      }),
    changeMap: (mapId, action) =>
      answer('changeMap', () => {
        const found = state.maps.find((one) => one.mapId === mapId);
        if (found === undefined) throw new Problem('not-found');
        if (found.state === 'making') throw new Problem('conflict');
        const to = action === 'offer' ? 'offered' : 'kept';
        state.maps = state.maps.map((one) => (one === found ? { ...one, state: to } : one));
      }),
    removeMap: (mapId) =>
      answer('removeMap', () => void (state.maps = state.maps.filter((one) => one.mapId !== mapId))),
    removeMapSource: (sourceId) =>
      answer('removeMapSource', () => {
        state.sources = state.sources.filter((one) => one.sourceId !== sourceId);
        state.files.delete(sourceId);
      }),
    mapBytes: (of, from, length) =>
      answer('mapBytes', () => {
        const file = state.files.get('mapId' in of ? of.mapId : of.sourceId);
        if (file === undefined) throw new Problem('not-found');
        return file.slice(from, from + length).buffer;
      }),
    beginMapFile: (bytes) =>
      answer('beginMapFile', () => {
        const uploadId = crypto.randomUUID();
        state.uploads.set(uploadId, { bytes, parts: [] });
        return { uploadId, at: 0 };
      }),
    mapFileAt: (uploadId) => answer('mapFileAt', () => ({ uploadId, at: at(uploadId) })),
    addToMapFile: async (uploadId, from, chunk) => {
      const bytes = new Uint8Array(await chunk.arrayBuffer());
      return answer('addToMapFile', () => {
        if (at(uploadId) !== from) throw new Problem('conflict', { at: at(uploadId) });
        state.uploads.get(uploadId)?.parts.push(bytes);
        return { uploadId, at: from + bytes.length };
      });
    },
    finishMapFile: (uploadId, { title, credit }) =>
      answer('finishMapFile', () => {
        const bytes = at(uploadId);
        if (state.refuse !== null && !(state.refuse === 'no-credit' && credit !== undefined)) {
          throw new Problem('asset-type', { reason: state.refuse });
        }
        const line: SourceLine = {
          sourceId: crypto.randomUUID(),
          title,
          bounds: [-3, 51, -2, 52],
          minZoom: 0,
          maxZoom: 14,
          bytes,
          attribution: credit ?? '© OpenStreetMap contributors',
          addedAt: new Date().toISOString(),
          addedBy: me(),
          here: true,
        };
        state.uploads.delete(uploadId);
        state.sources = [line, ...state.sources];
        return line;
      }),
    dropMapFile: (uploadId) => answer('dropMapFile', () => void state.uploads.delete(uploadId)),
  };
}
