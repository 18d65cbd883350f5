import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clustersAt, type Pinned } from '../../src/map/marks/cluster.ts';
import { project } from '../../src/map/view.ts';

const pins = fc
  .array(fc.tuple(fc.double({ min: -3, max: -2, noNaN: true }), fc.double({ min: 51, max: 52, noNaN: true })), {
    maxLength: 120,
  })
  .map((spots): Pinned[] => spots.map(([lng, lat], at) => ({ id: `m${at}`, at: [lng, lat] })));
const zooms = fc.integer({ min: 0, max: 17 });

describe('marks that lie on one another', () => {
  test('every mark is in one heap, and only in one', () => {
    fc.assert(
      fc.property(pins, zooms, (all, zoom) => {
        const ids = clustersAt(all, zoom).flatMap(({ ids: inside }) => inside);
        expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      }),
    );
  });

  test('a finger meets one heap: no two are closer than a button is wide', () => {
    fc.assert(
      fc.property(pins, zooms, (all, zoom) => {
        const spots = clustersAt(all, zoom).map(({ at }) => project(at, zoom));
        for (const [at, one] of spots.entries())
          for (const other of spots.slice(at + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(48);
      }),
    );
  });

  test('what is far apart stays apart, and what is in one square stays together however close one comes', () => {
    const apart: Pinned[] = [
      { id: 'a', at: [-2.6, 51.4] },
      { id: 'b', at: [-2.4, 51.4] },
      { id: 'c', at: [-2.4, 51.4] },
    ];
    expect(clustersAt(apart, 14).map(({ ids }) => ids)).toEqual([['a'], ['b', 'c']]);
    expect(clustersAt(apart, 17)).toHaveLength(2);
    expect(clustersAt(apart, 1)).toHaveLength(1);
  });

  test('each has a key of its own', () => {
    fc.assert(
      fc.property(pins, zooms, (all, zoom) => {
        const keys = clustersAt(all, zoom).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('many evenly spread marks do not run together into one heap', () => {
    const many = Array.from({ length: 10_000 }, (_, at): Pinned => {
      return { id: `m${at}`, at: [-3 + ((at * 0.618_033) % 1), 51 + ((at * 0.324_717) % 1)] };
    });
    const heaps = clustersAt(many, 10);
    expect(heaps.length).toBeGreaterThan(40);
    expect(Math.max(...heaps.map(({ ids }) => ids.length))).toBeLessThan(1000);
  });

  test(
    'a hundred thousand are put together in a moment: each is not held against every other',
    { timeout: 20_000 },
    () => {
      const many = Array.from({ length: 100_000 }, (_, at): Pinned => {
        return { id: `m${at}`, at: [-3 + ((at * 0.618_033) % 1), 51 + ((at * 0.324_717) % 1)] };
      });
      expect(clustersAt(many, 10).flatMap(({ ids }) => ids)).toHaveLength(many.length);
    },
  );
});
