import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boundsAround,
  boundsOf,
  closestSteps,
  degrees,
  drawnOf,
  edgesOf,
} from '../../../../src/features/desk/maps/area.ts';
import { where } from '../../../../src/domain/place.ts';
import type { Bounds } from '../../../../src/domain/desk-maps.ts';
import { slowMinutes } from '../../../../src/features/desk/maps/slow-minutes.ts';

const box = fc
  .tuple(
    fc.integer({ min: -17_900, max: 17_000 }),
    fc.integer({ min: -7500, max: 7000 }),
    fc.integer({ min: 5, max: 500 }),
    fc.integer({ min: 5, max: 500 }),
  )
  .map(([w, s, wide, high]): Bounds => [w / 100, s / 100, (w + wide) / 100, (s + high) / 100]);

test('what is typed and what is drawn are the same area, to a square', () => {
  fc.assert(
    fc.property(box, (bounds) => {
      expect(boundsOf(edgesOf(bounds))).toEqual(bounds);
      const drawn = drawnOf(bounds);
      // The map may be given it: nothing finer than its squares.
      expect(where.safeParse(drawn).success).toBe(true);
      const around = boundsAround(drawn);
      const wide = 0.02 / Math.cos((Math.max(Math.abs(bounds[1]), Math.abs(bounds[3])) * Math.PI) / 180);
      bounds.forEach((edge, i) => {
        expect(Math.abs(edge - (around?.[i] ?? 999))).toBeLessThan(i % 2 === 0 ? wide : 0.02);
      });
    }),
  );
});

test.each([
  ['51.5', 51.5],
  [' -2,59 ', -2.59],
  ['', null],
  ['51.5 N', null],
  ['1e2', null],
  ['--2', null],
])('degrees of %j', (typed, expected) => expect(degrees(typed)).toBe(expected));

test.each([
  [{ west: '-2', south: '51', east: '-3', north: '52' }],
  [{ west: '-3', south: '52', east: '-2', north: '51' }],
  [{ west: '-3', south: '51', east: '', north: '52' }],
  [{ west: '170', south: '51', east: '190', north: '52' }],
])('%j is no area', (edges) => expect(boundsOf(edges)).toBeNull());

test('an area that is smaller than a square is typed, and not drawn', () => {
  expect(drawnOf([9.5, 47.1, 9.5001, 47.1001])).toEqual({ as: 'nowhere' });
});

test('only steps that the file has are offered', () => {
  expect(closestSteps(0, 14)).toEqual([10, 12, 13, 14]);
  expect(closestSteps(0, 7)).toEqual([7]);
});

test('times as people count', () => {
  expect([1, 7_500_000, 60_000_000].map(slowMinutes)).toEqual([1, 1, 8]);
});
