import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsAround, boundsOf, isInside, joinBounds, project, unproject, viewAround } from '../../src/map/view.ts';

const spot = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -84, max: 84, noNaN: true }));
const zoom = fc.double({ min: 0, max: 18, noNaN: true });

describe('how the earth lies on the screen', () => {
  test('there and back again is the same spot', () => {
    fc.assert(
      fc.property(spot, zoom, (at, near) => {
        const [lng, lat] = unproject(project(at, near), near);
        expect(lng).toBeCloseTo(at[0], 6);
        expect(lat).toBeCloseTo(at[1], 6);
      }),
    );
  });

  test('tiles of 512 pixels: the whole earth at no zoom, and known corners', () => {
    expect(project([-180, 85.0511], 0)).toEqual({ x: 0, y: expect.closeTo(0, 2) });
    expect(project([0, 0], 0)).toEqual({ x: 256, y: expect.closeTo(256, 6) });
    expect(project([180, -85.0511], 3).x).toBe(4096);
  });

  test('north is up and east is right in every window', () => {
    const view = viewAround([9.52, 47.14], 12, 360, 480);
    const [west, south, east, north] = boundsOf(view);
    expect(west).toBeLessThan(9.52);
    expect(east).toBeGreaterThan(9.52);
    expect(south).toBeLessThan(47.14);
    expect(north).toBeGreaterThan(47.14);
    expect(isInside([9.52, 47.14], boundsOf(view))).toBe(true);
    expect(isInside([9.9, 47.14], boundsOf(view))).toBe(false);
    expect(boundsOf(view, 50)[0]).toBeLessThan(west);
  });

  test('boxes around spots and around boxes', () => {
    expect(boundsAround([])).toBeNull();
    expect(boundsAround([[2, 50]])).toEqual([2, 50, 2, 50]);
    expect(
      joinBounds([
        [1, 50, 2, 51],
        [-3, 49, 0, 50.5],
      ]),
    ).toEqual([-3, 49, 2, 51]);
  });
});
