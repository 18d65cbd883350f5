import {
  bytesQuery,
  estimateBody,
  makeMapBody,
  mapAction,
  mapPath,
  sourcePath,
  type MapEstimate,
  type MapsAnswer,
} from '../../../src/domain/desk-maps.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { ABANDONED_MS, removeMap } from '../../maps/keep-map.ts';
import { readPartOfMap, readPartOfSource } from '../../maps/read-part.ts';
import { openSource, removeSource } from '../../maps/sources.ts';
import { MapTrouble } from '../../maps/trouble.ts';
import { factsOf } from '../../ports/map-store.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { SANDBOXED_POLICY } from '../security-headers.ts';

const MAPS = '/desk/v1/maps';
const done = () => new Response(null, { status: 204 });

/** Base maps: what there is, how large an area would be, making it, and offering it to tablets. */
export function mapEndpoints(deps: Deps): readonly Endpoint[] {
  const { store, blobs, maps } = deps;
  const audit = (what: string, about: string, byName: string, now: string) =>
    store.audit.add({ at: now, byName, what, about });

  return [
    endpoint({ method: 'GET', path: MAPS, who: 'read-inbox', rate: 'desk', packed: true, run: () => listed(deps) }),
    endpoint({
      method: 'POST',
      path: `${MAPS}/estimate`,
      who: 'maps',
      rate: 'desk',
      body: estimateBody,
      run: ({ body }): Promise<MapEstimate> => explained(() => maps.maker.estimate(body.sourceId, body.area)),
    }),
    endpoint({
      method: 'POST',
      path: MAPS,
      who: 'maps',
      rate: 'desk',
      body: makeMapBody,
      run: async ({ body, me, now }) => {
        const { displayName } = me();
        const mapId = await explained(() => maps.maker.begin(body, displayName, now));
        await audit('map-made', body.title, displayName, now);
        if (body.offer) await audit('map-offered', body.title, displayName, now);
        return { mapId };
      },
    }),
    endpoint({
      method: 'POST',
      path: `${MAPS}/:mapId`,
      who: 'maps',
      rate: 'desk',
      params: mapPath,
      body: mapAction,
      run: async ({ params, body, me, now }) => {
        const map = await store.maps.get(params.mapId);
        if (map === null) throw new Problem('not-found');
        const offered = body.action === 'offer';
        // One that is still being made cannot go to tablets yet.
        if (!(await store.maps.offer(map.mapId, offered, now))) throw new Problem('conflict');
        await audit(offered ? 'map-offered' : 'map-taken-back', map.title, me().displayName, now);
        return done();
      },
    }),
    endpoint({
      method: 'DELETE',
      path: `${MAPS}/:mapId`,
      who: 'maps',
      rate: 'desk',
      params: mapPath,
      run: async ({ params, me, now }) => {
        const map = await store.maps.get(params.mapId);
        if (map === null || !(await removeMap(deps, map.mapId, now))) throw new Problem('not-found');
        await audit('map-removed', map.title, me().displayName, now);
        return done();
      },
    }),
    endpoint({
      method: 'DELETE',
      path: `${MAPS}/sources/:sourceId`,
      who: 'maps',
      rate: 'desk',
      params: sourcePath,
      run: async ({ params, me, now }) => {
        const source = await store.maps.source(params.sourceId);
        if (source === null || !(await removeSource({ store, folder: maps.folder }, params.sourceId))) {
          throw new Problem('not-found');
        }
        await audit('map-source-removed', source.title, me().displayName, now);
        return done();
      },
    }),
    endpoint({
      method: 'GET',
      path: `${MAPS}/:mapId/bytes`,
      who: 'read-inbox',
      rate: 'media',
      params: mapPath,
      query: bytesQuery,
      run: async ({ params, query }) => {
        const map = await store.maps.get(params.mapId);
        if (map === null || map.state === 'making') throw new Problem('not-found');
        return partAnswer(await readPartOfMap(blobs, map, query.from, query.length));
      },
    }),
    endpoint({
      method: 'GET',
      path: `${MAPS}/sources/:sourceId/bytes`,
      who: 'maps',
      rate: 'media',
      params: sourcePath,
      query: bytesQuery,
      run: async ({ params, query }) => {
        if ((await store.maps.source(params.sourceId)) === null) throw new Problem('not-found');
        return partAnswer(await readPartOfSource(maps.folder, params.sourceId, query.from, query.length));
      },
    }),
  ];
}

/** Whatever a file or an area is refused for becomes a problem that the desk has words for. */
export async function explained<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof MapTrouble) throw new Problem('asset-type', { reason: thrown.reason }, { cause: thrown });
    throw thrown;
  }
}

async function listed({ store, blobs, maps, now }: Deps): Promise<MapsAnswer> {
  const devices = (await store.devices.list()).filter(({ state }) => state === 'approved');
  const rows = await store.maps.list();
  const givenUp = (at: string): boolean => now().getTime() - Date.parse(at) > ABANDONED_MS;
  if (rows.some(({ state, madeAt }) => state === 'making' && givenUp(madeAt))) void maps.tidy();
  const sources = await store.maps.sources();
  return {
    maps: rows.map((row) => ({
      mapId: row.mapId,
      ...factsOf(row),
      state: row.state === 'leaving' ? 'kept' : row.state,
      made: row.made,
      madeAt: row.madeAt,
      madeBy: row.madeBy,
      wholeOn: devices.flatMap(({ label, health }) => (health?.maps?.includes(row.mapId) === true ? [label] : [])),
    })),
    sources: await Promise.all(
      sources.map(async (row) => ({
        sourceId: row.sourceId,
        ...factsOf(row),
        addedAt: row.addedAt,
        addedBy: row.addedBy,
        here: await isHere(maps.folder, row.sourceId),
      })),
    ),
    tablets: devices.length,
    freeBytes: await blobs.freeBytes(),
  };
}

async function isHere(folder: string, sourceId: string): Promise<boolean> {
  const source = await openSource(folder, sourceId);
  await source?.close();
  return source !== null;
}

/** Never changes, as maps and sources never do; opened by itself it is a download, never a page. */
function partAnswer(bytes: Uint8Array | null): Response {
  if (bytes === null) throw new Problem('not-found');
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'content-disposition': 'attachment',
      'content-security-policy': SANDBOXED_POLICY,
      'cache-control': 'private, max-age=86400, immutable',
    },
  });
}
