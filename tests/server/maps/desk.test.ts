import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDiskBlobs } from '../../../server/adapters/disk/disk-blobs.ts';
import { backup } from '../../../server/backup/backup.ts';
import { restore } from '../../../server/backup/restore.ts';
import { squaresOf } from '../../../server/maps/cut-plan.ts';
import { mapPieceKey } from '../../../server/ports/blobs.ts';
import { mapEstimate, mapsAnswer } from '../../../src/domain/desk-maps.ts';
import { baseMap, MAP_PIECE_BYTES } from '../../../src/domain/directory.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aMap, BRISTOL, LIECHTENSTEIN, otherReader } from '../../helpers/maps/a-map.ts';
import { mapDesk, mapRows } from '../../helpers/maps/map-desk.ts';
import { DATABASES } from '../../helpers/stores.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const liechtenstein = readFileSync(LIECHTENSTEIN);
const VADUZ = { bounds: [9.5, 47.1, 9.55, 47.17], maxZoom: 14 };
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let app: TestApp;
let desk: Awaited<ReturnType<typeof mapDesk>>;
beforeEach(async () => {
  app = await testApp({ rateLimits: false });
  desk = await mapDesk(app);
});
afterEach(() => app.close());

const refused = async (answer: Response) => {
  const { problem, details } = (await answer.json()) as { problem: string; details?: { reason?: string } };
  return [answer.status, problem, details?.reason];
};

describe('from a file to a tablet', () => {
  test('an area is measured, made as large as was said, offered, fetched piece by piece and read', async () => {
    const { sourceId } = await desk.bringIn(liechtenstein, 'Liechtenstein');
    const estimate = mapEstimate.parse(
      await desk.json(await desk.ask('/estimate', { body: { sourceId, area: VADUZ } })),
    );
    const mapId = await desk.make({ sourceId, area: VADUZ, title: 'Vaduz' });
    const { maps, sources } = mapsAnswer.parse(await desk.list());
    expect(maps).toMatchObject([
      { mapId, title: 'Vaduz', state: 'offered', bytes: estimate.bytes, made: estimate.bytes, madeBy: 'A lead' },
    ]);
    expect(sources).toMatchObject([{ sourceId, title: 'Liechtenstein', here: true }]);

    const tablet = await app.tablet();
    const row = baseMap.parse((await mapRows(tablet)).get(mapId));
    expect(row).toMatchObject({ bounds: VADUZ.bounds, maxZoom: 14, attribution: '© OpenStreetMap contributors' });
    const parts: Buffer[] = [];
    for (const { sha256, bytes } of row.pieces) {
      const answer = await tablet.fetch(`/sync/v1/assets/${sha256}`);
      const piece = Buffer.from(await answer.arrayBuffer());
      expect([hash(piece), piece.length]).toEqual([sha256, bytes]);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      parts.push(piece);
    }
    const map = otherReader(Buffer.concat(parts));
    expect((await map.getHeader()).numAddressedTiles).toBe(estimate.tiles);
    const { from } = squaresOf(row.bounds, 14);
    expect((await map.getZxy(14, from[0], from[1] + 1))?.data.byteLength).toBeGreaterThan(100);
  });

  test('the whole of a file is the file, in pieces of one size', async () => {
    const large = aMap(Array.from({ length: 40 }, (_, i) => ({ z: 7, x: i, y: i, content: randomText(60_000, i) })));
    expect(large.length).toBeGreaterThan(MAP_PIECE_BYTES);
    const { sourceId } = await desk.bringIn(large);
    const mapId = await desk.make({ sourceId, area: null });
    const row = (await mapRows(await app.tablet())).get(mapId)!;
    expect(row.pieces.map(({ bytes }) => bytes)).toEqual(
      expect.arrayContaining([MAP_PIECE_BYTES, large.length % MAP_PIECE_BYTES]),
    );
    const got = await desk.ask(`/${mapId}/bytes?from=0&length=${4 * 1024 * 1024}`);
    expect(Buffer.from(await got.arrayBuffer()).equals(large)).toBe(true);
    // A part over the border of two pieces.
    const part = await desk.ask(`/${mapId}/bytes?from=${MAP_PIECE_BYTES - 10}&length=20`);
    expect(
      Buffer.from(await part.arrayBuffer()).equals(large.subarray(MAP_PIECE_BYTES - 10, MAP_PIECE_BYTES + 10)),
    ).toBe(true);
    expect((await (await desk.ask(`/${mapId}/bytes?from=${large.length}&length=20`)).arrayBuffer()).byteLength).toBe(0);
    const source = await desk.ask(`/sources/${sourceId}/bytes?from=7&length=1`);
    expect([...new Uint8Array(await source.arrayBuffer())]).toEqual([3]);
  });

  test('tablets get pieces only of maps that are offered, and are told when one is taken back', async () => {
    const { sourceId } = await desk.bringIn(readFileSync(BRISTOL));
    const mapId = await desk.make({ sourceId, area: null, offer: false });
    const tablet = await app.tablet();
    const [{ sha256 } = { sha256: '' }] = await app.deps.store.maps.pieces(mapId);
    const get = async () => (await tablet.fetch(`/sync/v1/assets/${sha256}`)).status;
    expect([await get(), [...(await mapRows(tablet)).keys()]]).toEqual([404, []]);
    expect((await desk.ask(`/${mapId}`, { body: { action: 'offer' } })).status).toBe(204);
    expect([await get(), (await mapRows(tablet)).get(mapId)?.pieces.length]).toEqual([200, 1]);
    expect((await desk.ask(`/${mapId}`, { body: { action: 'take-back' } })).status).toBe(204);
    expect([await get(), (await mapRows(tablet)).get(mapId)]).toEqual([404, null]);
    await app.deps.store.devices.setState(tablet.deviceId, 'revoked');
    expect(await get()).toBe(403);
  });

  test('which tablets hold it whole is what they told', async () => {
    const { sourceId } = await desk.bringIn(readFileSync(BRISTOL));
    const mapId = await desk.make({ sourceId, area: null });
    const [one, two] = [await app.tablet('Bus'), await app.tablet('Library')];
    await one.hello({ maps: [mapId] });
    await two.hello({ maps: [] });
    const { maps, tablets } = await desk.list();
    expect([maps[0]?.wholeOn, tablets]).toEqual([['Bus'], 2]);
  });

  test('every step is in the audit, and staff who do not lead may look but not change', async () => {
    const { sourceId } = await desk.bringIn(readFileSync(BRISTOL), 'Bristol');
    const mapId = await desk.make({ sourceId, area: null, title: 'Corner' });
    await desk.ask(`/${mapId}`, { body: { action: 'take-back' } });
    await desk.ask(`/${mapId}`, { method: 'DELETE' });
    await desk.ask(`/sources/${sourceId}`, { method: 'DELETE' });
    const did = (await app.deps.store.audit.list(6)).map(({ what, about }) => `${what} ${about}`);
    expect(did.toReversed()).toEqual([
      'map-source-added Bristol',
      'map-made Corner',
      'map-offered Corner',
      'map-taken-back Corner',
      'map-removed Corner',
      'map-source-removed Bristol',
    ]);
    const staff = await mapDesk(app, 'staff');
    expect((await staff.list()).maps).toEqual([]);
    expect((await staff.ask('/uploads', { body: { bytes: 9 } })).status).toBe(403);
  });
});

describe('what is removed', () => {
  test('leaves no bytes behind, neither of a map nor of a source', async () => {
    const { sourceId } = await desk.bringIn(liechtenstein);
    const mapId = await desk.make({ sourceId, area: VADUZ });
    const keys = async () => {
      const found = [];
      for await (const key of app.deps.blobs.list('map/')) found.push(key);
      return found;
    };
    expect(await keys()).toEqual([mapPieceKey(mapId, 0)]);
    expect((await desk.ask(`/${mapId}`, { method: 'DELETE' })).status).toBe(204);
    expect((await desk.ask(`/sources/${sourceId}`, { method: 'DELETE' })).status).toBe(204);
    expect(await keys()).toEqual([]);
    expect(await readdir(app.deps.maps.folder)).toEqual([]);
    expect((await desk.ask(`/${mapId}`, { method: 'DELETE' })).status).toBe(404);
    expect((await mapRows(await app.tablet())).get(mapId)).toBeNull();
    expect((await desk.ask(`/${mapId}/bytes?from=0&length=9`)).status).toBe(404);
  });

  test('what a killed process left half made goes a quarter of an hour later, and so does a removal that did not end', async () => {
    const { maps } = app.deps.store;
    const facts = { title: 'Half', bounds: [1, 2, 3, 4] as [number, number, number, number], minZoom: 0, maxZoom: 1 };
    const half = { ...facts, bytes: 9, attribution: 'x' };
    await maps.begin({ mapId: 'half', ...half }, '', '2026-11-22T08:50:00.000Z');
    await app.deps.blobs.put(mapPieceKey('half', 0), new Uint8Array([1]));
    await maps.begin({ mapId: 'going', ...half }, '', '2026-11-22T08:00:00.000Z');
    await maps.leave('going', '2026-11-22T08:00:00.000Z');
    await app.deps.maps.tidy();
    expect((await maps.list()).map(({ mapId }) => mapId)).toEqual(['half']);
    // It moves: somebody is still at it.
    await maps.addPiece('half', 0, { sha256: 'a'.repeat(64), bytes: 1 }, '2026-11-22T09:00:00.000Z');
    app.clock.ms += 14 * 60_000;
    await app.deps.maps.tidy();
    expect(await maps.list()).toHaveLength(1);
    app.clock.ms += 2 * 60_000;
    // Whoever looks at the list has it removed.
    await desk.list();
    await expect.poll(() => maps.unfinished('2027-01-01T00:00:00.000Z')).toEqual([]);
    expect(await maps.list()).toEqual([]);
    expect(await app.deps.blobs.get(mapPieceKey('half', 0))).toBeNull();
  });

  test('a map that is removed while it is made leaves nothing', async () => {
    const { sourceId } = await desk.bringIn(liechtenstein);
    const { mapId } = await desk.json<{ mapId: string }>(
      await desk.ask('', { body: { sourceId, area: null, title: 'x', offer: true } }),
    );
    await desk.ask(`/${mapId}`, { method: 'DELETE' });
    await app.deps.maps.maker.idle();
    await app.deps.maps.tidy();
    expect((await desk.list()).maps).toEqual([]);
    for await (const key of app.deps.blobs.list('map/')) expect(key).toBe('nothing');
    expect((await mapRows(await app.tablet())).get(mapId) ?? null).toBeNull();
  });
});

describe('bringing a file in', () => {
  test('cut off, it goes on where it stands; a chunk that comes twice changes nothing', async () => {
    const { uploadId } = await desk.begin(liechtenstein.length);
    await desk.json(await desk.put(uploadId, 0, liechtenstein.subarray(0, 500_000)));
    expect((await desk.put(uploadId, 0, liechtenstein.subarray(0, 500_000))).status).toBe(409);
    const early = await desk.ask(`/uploads/${uploadId}/done`, { body: { title: 'x' } });
    expect(early.status).toBe(409);
    const { at } = await desk.json<{ at: number }>(await desk.ask(`/uploads/${uploadId}`));
    expect(at).toBe(500_000);
    await desk.send(uploadId, liechtenstein, at);
    const source = await desk.json<{ bytes: number }>(
      await desk.ask(`/uploads/${uploadId}/done`, { body: { title: 'x' } }),
    );
    expect(source.bytes).toBe(liechtenstein.length);
    expect((await desk.ask(`/uploads/${uploadId}`)).status).toBe(404);
  });

  test('two who send the same chunk at once do not both write it', async () => {
    const { uploadId } = await desk.begin(liechtenstein.length);
    const half = liechtenstein.subarray(0, 400_000);
    const both = await Promise.all([desk.put(uploadId, 0, half), desk.put(uploadId, 0, half)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('what is no map is refused with its reason, and may be thrown away', async () => {
    const { uploadId } = await desk.begin(400);
    await desk.json(await desk.put(uploadId, 0, Buffer.alloc(400, 'x')));
    const answer = await desk.ask(`/uploads/${uploadId}/done`, { body: { title: 'x' } });
    expect(await refused(answer)).toEqual([422, 'asset-type', 'not-pmtiles']);
    expect((await desk.ask(`/uploads/${uploadId}`, { method: 'DELETE' })).status).toBe(204);
    expect(await readdir(app.deps.maps.folder)).toEqual([]);
  });

  test('asks whom to thank, and takes the answer', async () => {
    const file = aMap([{ z: 0, x: 0, y: 0, content: 'earth' }], {
      about: { vector_layers: [{ id: 'transportation' }] },
    });
    const { uploadId } = await desk.begin(file.length);
    await desk.send(uploadId, file);
    const done = (body: object) => desk.ask(`/uploads/${uploadId}/done`, { body: { title: 'x', ...body } });
    expect(await refused(await done({}))).toEqual([422, 'asset-type', 'no-credit']);
    const { sourceId } = await desk.json<{ sourceId: string }>(await done({ credit: '© Somebody' }));
    const mapId = await desk.make({ sourceId, area: null });
    expect((await desk.list()).maps.find((map) => map.mapId === mapId)?.attribution).toBe('© Somebody');
  });

  test('more than was said, or more than a chunk, or a form of another page, is refused', async () => {
    const { uploadId } = await desk.begin(10);
    expect((await desk.put(uploadId, 0, Buffer.alloc(11))).status).toBe(413);
    expect((await desk.put(uploadId, 0, Buffer.alloc(2_000_000))).status).toBe(413);
    expect((await desk.put(uploadId, 0, Buffer.alloc(9), 'text/plain')).status).toBe(400);
    expect((await desk.ask('/uploads', { body: { bytes: 1e15 } })).status).toBe(507);
  });

  test('what nobody went on with is gone two days later', async () => {
    await desk.begin(10);
    app.clock.ms = Date.now() + 3 * 24 * 3_600_000;
    await app.deps.maps.tidy();
    expect(await readdir(app.deps.maps.folder)).toEqual([]);
  });
});

test.each([
  ['outside of it', { bounds: [1, 2, 3, 4], maxZoom: 14 }, [422, 'asset-type', 'empty']],
  ['that is none', { bounds: [9.6, 47.1, 9.5, 47.2], maxZoom: 14 }, [400, 'bad-request', undefined]],
])('an area %s cannot be made', async (_what, area, expected) => {
  const { sourceId } = await desk.bringIn(liechtenstein);
  for (const [path, more] of [
    ['/estimate', {}],
    ['', { title: 'x', offer: false }],
  ] as const) {
    expect(await refused(await desk.ask(path, { body: { sourceId, area, ...more } }))).toEqual(expected);
  }
  expect((await desk.list()).maps).toEqual([]);
});

describe.each(['SQLite', 'PostgreSQL'] as const)('a backup, restored on %s', (kind) => {
  const restored = async (damage: (dir: string) => Promise<void> = async () => undefined) => {
    const folder = await mkdtemp(join(tmpdir(), 'said-maps-'));
    const other = await DATABASES[kind]();
    const dir = join(folder, 'backup');
    const store = app.deps.store as Parameters<typeof backup>[0]['store'];
    await damage(dir);
    await backup({ store, blobs: app.deps.blobs, dir, keyIds: ['k'] });
    const blobs = await openDiskBlobs(join(folder, 'media'));
    const back = await other.open();
    await restore({ store: back, blobs, dir });
    const close = async () => {
      await other.dispose();
      await rm(folder, { recursive: true, force: true });
    };
    return { back, blobs, close };
  };

  test('brings maps back with every piece; the file it was cut from has to be brought in again', async () => {
    const { sourceId } = await desk.bringIn(liechtenstein);
    const mapId = await desk.make({ sourceId, area: VADUZ });
    const { back, blobs, close } = await restored();
    try {
      expect(await back.maps.list()).toEqual(await app.deps.store.maps.list());
      expect(await back.maps.sources()).toHaveLength(1);
      for (const [index, { sha256 }] of (await back.maps.pieces(mapId)).entries()) {
        expect(hash((await blobs.get(mapPieceKey(mapId, index)))!)).toBe(sha256);
        expect(await back.maps.pieceOffered(sha256)).toMatchObject({ mapId, index });
      }
    } finally {
      await close();
    }
  });

  test('a map whose bytes were lost is taken back from tablets: none waits for it for ever', async () => {
    const { sourceId } = await desk.bringIn(readFileSync(BRISTOL));
    const lost = await desk.make({ sourceId, area: null, title: 'Lost' });
    const kept = await desk.make({ sourceId, area: null, title: 'Kept' });
    await app.deps.blobs.remove(mapPieceKey(lost, 0));
    const { back, close } = await restored();
    try {
      expect((await back.maps.list()).map(({ mapId }) => mapId)).toEqual([kept]);
      const { rows } = await back.reference.since(0, 'a tablet', 500);
      const maps = rows.filter(({ kind: each }) => each === 'base-map');
      expect(maps.map(({ id, value }) => [id, value !== null]).sort()).toEqual(
        [
          [lost, false],
          [kept, true],
        ].sort(),
      );
    } finally {
      await close();
    }
  });
});

/** Text that does not pack well. */
function randomText(length: number, seed: number): string {
  let chance = seed + 1;
  return Array.from({ length }, () =>
    String.fromCharCode(33 + ((chance = (chance * 48_271) % 2_147_483_647) % 90)),
  ).join('');
}
