import { mapBegun, mapEstimate, mapsAnswer, sourceAnswer, upload } from '../../domain/desk-maps.ts';
import type { MapsClient } from '../../ports/maps-client.ts';
import { queryText, type DeskLink } from './desk-link.ts';

/** A chunk on a slow line; an area of many tiles. Milliseconds. */
const CHUNK_TIMEOUT_MS = 120_000;
const ESTIMATE_TIMEOUT_MS = 60_000;
const BYTES = { 'content-type': 'application/octet-stream' };

/** The desk's link for base maps. */
export function httpMapsClient({ answer, ask, text }: DeskLink): MapsClient {
  const id = encodeURIComponent;
  const post = (body: unknown) => ({ method: 'POST', body }) as const;
  const gone = { method: 'DELETE' } as const;

  return {
    maps: () => ask(mapsAnswer, '/maps'),
    estimateMap: (body, signal) =>
      ask(mapEstimate, '/maps/estimate', { ...post(body), signal, timeoutMs: ESTIMATE_TIMEOUT_MS }),
    makeMap: async (body) => (await ask(mapBegun, '/maps', { ...post(body), timeoutMs: ESTIMATE_TIMEOUT_MS })).mapId,
    changeMap: async (mapId, action) => void (await text(`/maps/${id(mapId)}`, post({ action }))),
    removeMap: async (mapId) => void (await text(`/maps/${id(mapId)}`, gone)),
    removeMapSource: async (sourceId) => void (await text(`/maps/sources/${id(sourceId)}`, gone)),
    mapBytes: (of, from, length) => {
      const path = 'mapId' in of ? `/maps/${id(of.mapId)}` : `/maps/sources/${id(of.sourceId)}`;
      return answer(`${path}/bytes${queryText({ from, length })}`, {}, (came) => came.arrayBuffer());
    },
    beginMapFile: (bytes) => ask(upload, '/maps/uploads', post({ bytes })),
    mapFileAt: (uploadId) => ask(upload, `/maps/uploads/${id(uploadId)}`),
    addToMapFile: (uploadId, at, body) =>
      ask(upload, `/maps/uploads/${id(uploadId)}${queryText({ at })}`, {
        method: 'PUT',
        body,
        headers: BYTES,
        timeoutMs: CHUNK_TIMEOUT_MS,
      }),
    finishMapFile: (uploadId, about) => ask(sourceAnswer, `/maps/uploads/${id(uploadId)}/done`, post(about)),
    dropMapFile: async (uploadId) => void (await text(`/maps/uploads/${id(uploadId)}`, gone)),
  };
}
