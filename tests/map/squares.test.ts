import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellBounds, isSnapped, snap, type LngLat } from '../../src/domain/place-grid.ts';
import { where as whereSchema } from '../../src/domain/place.ts';
import { gridShapes, pathShape, whereShapes } from '../../src/map/ground/shapes.ts';
import { addTouch, FEWEST, squaresOf, whereOf } from '../../src/map/pick/draft.ts';

const grade = fc.constantFrom('open' as const, 'area' as const);
const as = fc.constantFrom('point' as const, 'line' as const, 'area' as const);
const spot = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }));

describe('the squares places are kept in', () => {
  test('a square holds the spot it was made of, and every spot in it makes the same square', () => {
    fc.assert(
      fc.property(grade, spot, fc.double({ min: 0.02, max: 0.98, noNaN: true }), (close, [lng, lat], share) => {
        const [west, south, east, north] = cellBounds(close, lng, lat);
        expect(lng).toBeGreaterThanOrEqual(west - 2e-5);
        expect(lng).toBeLessThanOrEqual(east + 2e-5);
        expect(lat).toBeGreaterThanOrEqual(south - 2e-5);
        expect(lat).toBeLessThanOrEqual(north + 2e-5);
        const other: LngLat = [west + (east - west) * share, south + (north - south) * (1 - share)];
        expect(snap(close, ...other)).toEqual(snap(close, lng, lat));
      }),
    );
  });

  test('the grid that is drawn is the grid that is kept: every line stands on the edge of a square', () => {
    const lines = gridShapes('open', [9.5, 47.1, 9.53, 47.12]);
    expect(lines.length).toBeGreaterThan(20);
    const upright = lines.filter(({ coordinates: [from, to] }) => (from as number[])[0] === (to as number[])[0]);
    expect(upright.length).toBeGreaterThan(10);
    for (const { coordinates } of upright) {
      const [[lng = 0, bottom = 0] = [], [, top = 0] = []] = coordinates as number[][];
      const middle = (bottom + top) / 2;
      expect(cellBounds('open', lng + 1e-4, middle)[0]).toBeCloseTo(lng, 4);
      expect(cellBounds('open', lng - 1e-4, middle)[2]).toBeCloseTo(lng, 4);
    }
  });

  test('no grid where its squares could not be told apart', () => {
    expect(gridShapes('open', [-10, 40, 10, 60])).toEqual([]);
  });

  test('a place is drawn as its square, never as a point', () => {
    const [lng, lat] = snap('area', -2.59, 51.45);
    const { cells, drawn } = whereShapes({ as: 'point', grade: 'area', points: [[lng, lat]] });
    expect(drawn).toEqual([]);
    const ring = (cells as unknown as { coordinates: number[][][] }[])[0]?.coordinates[0] ?? [];
    expect(ring).toHaveLength(5);
    expect(
      Math.max(...ring.map(([, north = 0]) => north)) - Math.min(...ring.map(([, south = 0]) => south)),
    ).toBeCloseTo(1000 / 111_320, 3);
    expect(whereShapes({ as: 'nowhere' })).toEqual({ cells: [], drawn: [] });
    expect(pathShape('area', [snap('open', 0, 0), snap('open', 1, 0)]).type).toBe('LineString');
  });
});

describe('putting a place on the map', () => {
  test('whatever is touched, only squares are held and only what the schema takes is told', () => {
    fc.assert(
      fc.property(grade, as, fc.array(spot, { maxLength: 100 }), (close, shape, touches) => {
        const pick = { grade: close, as: shape };
        let squares: readonly LngLat[] = [];
        for (const touch of touches) {
          const next = addTouch(pick, squares, touch);
          expect(next.same ? next.squares : squares).toEqual(squares);
          squares = next.squares;
          expect(squares.every((square) => isSnapped(close, square))).toBe(true);
          const told = whereOf(pick, squares);
          expect(whereSchema.safeParse(told).success).toBe(true);
          expect(told.as).toBe(squares.length >= FEWEST[shape] ? shape : 'nowhere');
          if (told.as !== 'nowhere') expect(squaresOf(pick, told)).toEqual(squares);
        }
      }),
    );
  });

  test('a point moves, a line grows, and the same square twice adds nothing', () => {
    const line = { grade: 'open', as: 'line' } as const;
    const first = addTouch(line, [], [-2.59, 51.45]);
    expect(addTouch(line, first.squares, [-2.59, 51.45])).toEqual({ squares: first.squares, same: true });
    expect(addTouch(line, first.squares, [-2.58, 51.45]).squares).toHaveLength(2);
    const point = { grade: 'open', as: 'point' } as const;
    const there = addTouch(point, [], [-2.59, 51.45]);
    expect(addTouch(point, there.squares, [-2.5, 51.4]).squares).toEqual([snap('open', -2.5, 51.4)]);
  });

  test('what was picked at another grade, or as another shape, does not count', () => {
    const kept = whereOf({ grade: 'open', as: 'point' }, [snap('open', 1, 50)]);
    expect(squaresOf({ grade: 'area', as: 'point' }, kept)).toEqual([]);
    expect(squaresOf({ grade: 'open', as: 'line' }, kept)).toEqual([]);
  });
});
