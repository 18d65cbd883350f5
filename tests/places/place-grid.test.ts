import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELL_METRES, isSnapped, snap, snapPath, type LngLat } from '../../src/domain/place-grid.ts';

const spot = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }));
const grade = fc.constantFrom('open' as const, 'area' as const);
const metres = ([east, north]: LngLat, [otherEast, otherNorth]: LngLat): number => {
  const across = (east - otherEast) * Math.cos((north * Math.PI) / 180);
  return Math.hypot(across, north - otherNorth) * 111_320;
};

describe('the grid of places', () => {
  test('keeps what it made, and makes nothing finer of it', () => {
    fc.assert(
      fc.property(spot, grade, ([lng, lat], of) => {
        const cell = snap(of, lng, lat);
        expect(isSnapped(of, cell)).toBe(true);
        expect(snap(of, ...cell)).toEqual(cell);
      }),
      { numRuns: 5000 },
    );
  });

  test('is never further off than half a cell and a little', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true })),
        grade,
        ([lng, lat], of) => {
          expect(metres(snap(of, lng, lat), [lng, lat])).toBeLessThan(CELL_METRES[of] * 0.75);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('everybody within a cell gets the same spot', () => {
    fc.assert(
      fc.property(spot, grade, fc.double({ min: -0.45, max: 0.45, noNaN: true }), ([lng, lat], of, off) => {
        const cell = snap(of, lng, lat);
        const north = cell[1] + (off * CELL_METRES[of]) / 111_320;
        expect(snap(of, cell[0], Math.max(-85, Math.min(85, north)))).toEqual(cell);
      }),
    );
  });

  test('knows a position that is finer', () => {
    expect(isSnapped('open', [9.52178, 47.1412])).toBe(false);
    expect(isSnapped('area', snap('open', 9.52178, 47.1412))).toBe(false);
    expect(isSnapped('open', [Number.NaN, 0])).toBe(false);
    expect(() => snap('open', 200, 0)).toThrow(RangeError);
  });

  test('a line says each cell once', () => {
    const walked: LngLat[] = Array.from({ length: 50 }, (_, step) => [9.52 + step * 0.0002, 47.14]);
    const cells = snapPath('open', walked);
    expect(cells.length).toBeLessThan(8);
    expect(new Set(cells.map(String)).size).toBe(cells.length);
    for (const cell of cells) expect(isSnapped('open', cell)).toBe(true);
  });
});
