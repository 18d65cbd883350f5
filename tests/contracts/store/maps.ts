import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { MapFacts } from '../../../server/ports/map-store.ts';
import type { Store } from '../../../server/ports/store.ts';
import { later, NOW } from './arrivals.ts';

const FACTS: MapFacts = {
  title: 'Riverside',
  bounds: [-2.6, 51.4, -2.5, 51.5],
  minZoom: 0,
  maxZoom: 14,
  // More than 32 bits of it.
  bytes: 5_000_000_003,
  attribution: '© OpenStreetMap contributors',
};
const piece = (sign: string, bytes: number) => ({ sha256: sign.repeat(64), bytes });
const [ONE, TWO] = [piece('a', 5_000_000_000), piece('b', 3)];

export function mapsContract(open: () => Promise<Store>): void {
  const aWholeMap = async ({ maps }: Store): Promise<string> => {
    const mapId = randomUUID();
    await maps.begin({ mapId, ...FACTS }, 'Ada', NOW);
    await maps.addPiece(mapId, 0, ONE, NOW);
    await maps.addPiece(mapId, 1, TWO, NOW);
    await maps.finish(mapId);
    return mapId;
  };
  const told = async ({ reference }: Store) =>
    (await reference.since(0, 'a tablet', 50)).rows.filter(({ kind }) => kind === 'base-map');

  describe('maps', () => {
    test('a map grows piece by piece, and is whole only with all of its bytes', async () => {
      const store = await open();
      const { maps } = store;
      const mapId = randomUUID();
      await maps.begin({ mapId, ...FACTS }, 'Ada', NOW);
      expect(await maps.addPiece(mapId, 0, ONE, later(1))).toBe(true);
      expect(await maps.get(mapId)).toEqual({
        mapId,
        ...FACTS,
        state: 'making',
        made: ONE.bytes,
        madeAt: later(1),
        madeBy: 'Ada',
      });
      expect(await maps.finish(mapId)).toBe(false);
      expect(await maps.offer(mapId, true, NOW)).toBe(false);
      // The same piece twice is one.
      await maps.addPiece(mapId, 1, TWO, later(2));
      await maps.addPiece(mapId, 1, TWO, later(3));
      expect([await maps.finish(mapId), (await maps.get(mapId))?.state]).toEqual([true, 'kept']);
      expect(await maps.pieces(mapId)).toEqual([ONE, TWO]);
      // Whole, it never changes again.
      expect([await maps.addPiece(mapId, 2, ONE, NOW), await maps.finish(mapId)]).toEqual([false, false]);
      expect(await told(store)).toEqual([]);
    });

    test('offered and taken back, tablets are told once each, and only then may have its pieces', async () => {
      const store = await open();
      const { maps } = store;
      const mapId = await aWholeMap(store);
      expect(await maps.pieceOffered(TWO.sha256)).toBeNull();
      const both = await Promise.all([maps.offer(mapId, true, NOW), maps.offer(mapId, true, NOW)]);
      expect([both, (await store.reference.since(0, 'a tablet', 50)).revision]).toEqual([[true, true], 1]);
      expect(await told(store)).toEqual([
        { kind: 'base-map', id: mapId, value: { mapId, ...FACTS, pieces: [ONE, TWO] } },
      ]);
      expect(await maps.pieceOffered(TWO.sha256)).toEqual({ mapId, index: 1, ...TWO });
      expect(await maps.pieceOffered('c'.repeat(64))).toBeNull();
      await maps.offer(mapId, false, NOW);
      expect(await told(store)).toEqual([{ kind: 'base-map', id: mapId, value: null }]);
      expect(await maps.pieceOffered(TWO.sha256)).toBeNull();
      expect(await maps.offer(randomUUID(), true, NOW)).toBe(false);
    });

    test('a piece of two maps stays while one of them is offered', async () => {
      const store = await open();
      const [first, second] = [await aWholeMap(store), await aWholeMap(store)];
      await store.maps.offer(first, true, NOW);
      await store.maps.offer(second, true, NOW);
      await store.maps.leave(first, NOW);
      expect(await store.maps.pieceOffered(ONE.sha256)).toMatchObject({ mapId: second });
    });

    test('what leaves is gone for everybody at once, and from the list of removals when its bytes are', async () => {
      const store = await open();
      const { maps } = store;
      const mapId = await aWholeMap(store);
      await maps.offer(mapId, true, NOW);
      const both = await Promise.all([maps.leave(mapId, NOW), maps.leave(mapId, NOW)]);
      expect(both.sort()).toEqual([false, true]);
      expect([await maps.list(), await maps.get(mapId), await told(store)]).toEqual([
        [],
        null,
        [{ kind: 'base-map', id: mapId, value: null }],
      ]);
      expect([await maps.offer(mapId, true, NOW), await maps.addPiece(mapId, 2, ONE, NOW)]).toEqual([false, false]);
      expect(await maps.unfinished(NOW)).toEqual([mapId]);
      await maps.forget(mapId);
      expect([await maps.unfinished(NOW), await maps.pieces(mapId)]).toEqual([[], []]);
    });

    test('what has not moved since a moment was given up; what is whole never is', async () => {
      const store = await open();
      const whole = await aWholeMap(store);
      const slow = randomUUID();
      await store.maps.begin({ mapId: slow, ...FACTS }, '', NOW);
      expect(await store.maps.unfinished(later(1))).toEqual([slow]);
      await store.maps.addPiece(slow, 0, ONE, later(5));
      expect(await store.maps.unfinished(later(5))).toEqual([]);
      expect((await store.maps.list()).map(({ mapId }) => mapId)).toEqual([slow, whole]);
    });

    test('files that maps are cut from are kept until they are removed', async () => {
      const { maps } = await open();
      const source = { sourceId: randomUUID(), ...FACTS, addedAt: NOW, addedBy: 'Ada' };
      await maps.addSource(source);
      expect([await maps.sources(), await maps.source(source.sourceId)]).toEqual([[source], source]);
      expect([await maps.removeSource(source.sourceId), await maps.removeSource(source.sourceId)]).toEqual([
        true,
        false,
      ]);
      expect(await maps.source(source.sourceId)).toBeNull();
    });
  });
}
