import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { where as whereSchema } from '../../src/domain/place.ts';
import { CELL_METRES, isSnapped, snap, type LngLat, type MappedGrade } from '../../src/domain/place-grid.ts';
import { readGeoJson, readTable, type ReadRow } from '../../src/places/import.ts';
import { crossings, simpler, untangled } from '../../src/places/outline.ts';

type Geometry = { readonly type: string; readonly coordinates: unknown };

function rowOf(geometry: Geometry, grade: string = 'open'): ReadRow {
  const feature = { type: 'Feature', geometry, properties: { name: 'The ward', grade } };
  const read = readGeoJson(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  const row = 'wrong' in read ? undefined : read.rows[0];
  if (row === undefined) throw new Error('no row');
  return row;
}
const whereOf = (geometry: Geometry, grade?: string) => rowOf(geometry, grade).entry?.where ?? null;
const reasonsOf = (geometry: Geometry, grade?: string) =>
  rowOf(geometry, grade).problems.map(({ reason, from, to }) => [reason, from, to]);
const pointsOf = (row: ReadRow): readonly LngLat[] => {
  const at = row.entry?.where;
  return at === undefined || at.as === 'nowhere' || at.as === 'council' ? [] : at.points;
};

/** A ring around a spot: corners at these distances, in degrees; it never crosses itself. */
const around = ([lng, lat]: LngLat, distances: readonly number[]): [number, number][] => {
  const corners = distances.map((far, at): [number, number] => {
    const turn = (at / distances.length) * 2 * Math.PI;
    return [lng + far * Math.cos(turn), lat + far * Math.sin(turn)];
  });
  return [...corners, corners[0] ?? [lng, lat]];
};
const MIDDLE: LngLat = [-2.6, 51.45];
const square = (half: number, [lng, lat]: LngLat = MIDDLE): [number, number][] => [
  [lng - half, lat - half],
  [lng + half, lat - half],
  [lng + half, lat + half],
  [lng - half, lat + half],
  [lng - half, lat - half],
];
const crossed = (points: readonly LngLat[]): boolean =>
  !crossings(points.map(([lng, lat]) => [Math.round(lng * 1e5), Math.round(lat * 1e5)])).next().done;

describe('an outline with more corners than an entry may have', () => {
  // A coast: thousands of corners, bays of a few hundred metres, capes of kilometres.
  const coast = around(
    MIDDLE,
    Array.from({ length: 6000 }, (_, at) => 0.15 + 0.03 * Math.sin(at / 250) + 0.004 * Math.sin(at / 7)),
  );
  const row = rowOf({ type: 'Polygon', coordinates: [coast] });

  test('is made simpler, and the row says from how many to how many', () => {
    expect(row.entry?.where.as).toBe('area');
    expect(pointsOf(row)).toHaveLength(80);
    expect(row.problems).toEqual([{ reason: 'made-simpler', field: 'geometry', found: '', from: 6000, to: 80 }]);
  });

  test('keeps its capes: no corner of the coast is far off the outline that is left', () => {
    const kept = pointsOf(row);
    const narrow = Math.cos((MIDDLE[1] * Math.PI) / 180);
    const furthest = Math.max(
      ...coast.map(([lng, lat]) =>
        Math.min(
          ...kept.map(([ax, ay], at) => {
            const [bx, by] = kept[(at + 1) % kept.length] ?? [ax, ay];
            const [dx, dy] = [(bx - ax) * narrow, by - ay];
            const along = dx * dx + dy * dy;
            const part = Math.max(0, Math.min(1, ((lng - ax) * narrow * dx + (lat - ay) * dy) / (along || 1)));
            return Math.hypot((lng - ax) * narrow - part * dx, lat - ay - part * dy) * 111_320;
          }),
        ),
      ),
    );
    expect(furthest).toBeLessThan(900);
    expect(crossed(kept)).toBe(false);
  });

  test('is quick: every ward of a county within a moment', { timeout: 30_000 }, () => {
    const features = Array.from({ length: 40 }, () => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [coast] },
      properties: { name: 'x', grade: 'open' },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    readGeoJson(text);
  });

  test('comes as it is where its squares are few enough, however many corners the file has', () => {
    const fine = around(
      MIDDLE,
      Array.from({ length: 5000 }, () => 0.01),
    );
    expect(reasonsOf({ type: 'Polygon', coordinates: [fine] })).toEqual([]);
    expect(reasonsOf({ type: 'Polygon', coordinates: [coast] }, 'area')[0]?.[0]).toBe('made-simpler');
  });

  test('a way is made simpler the same, and keeps both its ends', () => {
    const way = coast.slice(0, 3000);
    const simple = rowOf({ type: 'LineString', coordinates: way });
    expect(simple.entry?.where.as).toBe('line');
    expect([pointsOf(simple)[0], pointsOf(simple).at(-1)]).toEqual([
      snap('open', ...(way[0] ?? MIDDLE)),
      snap('open', ...(way.at(-1) ?? MIDDLE)),
    ]);
    expect(simple.problems).toMatchObject([{ reason: 'made-simpler', from: 3000, to: 80 }]);
  });
});

describe('of several parts', () => {
  const small = square(0.01, [-2.9, 51.6]);

  test('the largest area is taken, wherever it stands, and the row says how many there were', () => {
    const large = { type: 'Polygon', coordinates: [square(0.05)] };
    for (const rings of [
      [small, square(0.05), small],
      [square(0.05), small, small],
    ]) {
      const geometry = { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) };
      expect(whereOf(geometry)).toEqual(whereOf(large));
      expect(reasonsOf(geometry)).toEqual([['largest-part', 3, 1]]);
    }
  });

  test('the longest way is taken, and of points the first', () => {
    const [short, long] = [square(0.01).slice(0, 2), square(0.05).slice(0, 2)];
    const ways = { type: 'MultiLineString', coordinates: [short, long] };
    expect(whereOf(ways)).toEqual(whereOf({ type: 'LineString', coordinates: long }));
    expect(reasonsOf(ways)).toEqual([['longest-part', 2, 1]]);
    const points = { type: 'MultiPoint', coordinates: [MIDDLE, [1, 2], [3, 4]] };
    expect(whereOf(points)).toEqual({ as: 'point', grade: 'open', points: [snap('open', ...MIDDLE)] });
    expect(reasonsOf(points)).toEqual([['first-point', 3, 1]]);
  });

  test('holes are left out, and those of parts that are not taken are not spoken of', () => {
    const holed = { type: 'Polygon', coordinates: [square(0.05), square(0.01), square(0.002)] };
    expect(whereOf(holed)).toEqual(whereOf({ type: 'Polygon', coordinates: [square(0.05)] }));
    expect(reasonsOf(holed)).toEqual([['holes-left-out', 2, 0]]);
    const many = { type: 'MultiPolygon', coordinates: [[square(0.05)], [small, square(0.001, [-2.9, 51.6])]] };
    expect(reasonsOf(many)).toEqual([['largest-part', 2, 1]]);
  });

  test('a shielded place says nothing of its shape, not even how many parts it has', () => {
    const row = rowOf({ type: 'MultiPolygon', coordinates: [[small], [square(0.05)]] }, 'shielded');
    expect([row.entry?.where, row.problems]).toEqual([{ as: 'nowhere' }, []]);
  });
});

describe('what cannot be taken', () => {
  test('an outline that crosses itself says so; a loop that no square shows does not matter', () => {
    const [a = MIDDLE, b = MIDDLE, c = MIDDLE, d = MIDDLE] = square(0.05);
    const bow = { type: 'Polygon', coordinates: [[a, c, b, d, a]] };
    expect([whereOf(bow), reasonsOf(bow)]).toEqual([null, [['crosses-itself', undefined, undefined]]]);
    const speck = (size: number): LngLat[] => [
      [b[0] + size, b[1] + size],
      [b[0], b[1] + size],
      [b[0] + size, b[1]],
    ];
    const crossedBy = (size: number) => ({ type: 'Polygon', coordinates: [[a, b, ...speck(size), c, d, a]] });
    expect(crossed([a, b, ...speck(0.00004), c, d])).toBe(true);
    expect(whereOf(crossedBy(0.00004))?.as).toBe('area');
    expect(whereOf(crossedBy(0.04))).toBeNull();
  });

  test('metres of a national grid are told apart from a position that is nowhere', () => {
    const grid = [358_000, 173_000];
    expect(reasonsOf({ type: 'Point', coordinates: grid })[0]?.[0]).toBe('not-degrees');
    expect(reasonsOf({ type: 'Polygon', coordinates: [[MIDDLE, grid, MIDDLE]] })[0]?.[0]).toBe('not-degrees');
    expect(reasonsOf({ type: 'Point', coordinates: [-181, 51] })[0]?.[0]).toBe('not-a-position');
    const oneBad = { type: 'MultiPolygon', coordinates: [[square(0.05)], [[MIDDLE, ['x', 2], MIDDLE]]] };
    expect([whereOf(oneBad), reasonsOf(oneBad)[0]?.[0]]).toEqual([null, 'not-a-position']);
    expect(JSON.stringify(rowOf(oneBad))).not.toMatch(/51\.4|2\.6/);
  });

  test('a shape with nothing in it is none', () => {
    for (const type of ['Polygon', 'MultiPolygon', 'MultiPoint', 'LineString', 'GeometryCollection', 'Multi'])
      expect(reasonsOf({ type, coordinates: [] })[0]?.[0], type).toBe('unknown-shape');
  });
});

describe('a table with shapes as words', () => {
  const inTable = (text: string, grade = 'open'): ReadRow => {
    const read = readTable(`name,grade,WKT,colour\nThe ward,${grade},"${text}",red\n`);
    if ('wrong' in read) throw new Error(read.wrong);
    expect(read.unknownColumns).toEqual(['colour']);
    const [row] = read.rows;
    if (row === undefined) throw new Error('no row');
    return row;
  };
  const words = (points: readonly LngLat[]): string => `(${points.map((point) => point.join(' ')).join(', ')})`;
  const [large, small] = [square(0.05), square(0.01)];
  const way = large.slice(0, 3);
  test.each([
    ['a point', 'POINT (-2.6 51.45)', { type: 'Point', coordinates: MIDDLE }],
    ['a point with a height', 'Point Z(-2.6 51.45 30)', { type: 'Point', coordinates: MIDDLE }],
    ['points', 'MULTIPOINT (-2.6 51.45, 1 2)', { type: 'MultiPoint', coordinates: [MIDDLE, [1, 2]] }],
    ['points in brackets', 'MULTIPOINT ((-2.6 51.45),(1 2))', { type: 'MultiPoint', coordinates: [MIDDLE, [1, 2]] }],
    ['a way', `linestring${words(way)}`, { type: 'LineString', coordinates: way }],
    [
      'an outline',
      `SRID=4326;POLYGON (${words(large)}, ${words(small)})`,
      { type: 'Polygon', coordinates: [large, small] },
    ],
    [
      'outlines',
      `MULTIPOLYGON ((${words(small)}), (${words(large)}))`,
      { type: 'MultiPolygon', coordinates: [[small], [large]] },
    ],
  ])('%s comes in as from GeoJSON', (_, text, geometry) => {
    const [row, same] = [inTable(text), rowOf(geometry)];
    expect(row.entry?.where.as).not.toBe('nowhere');
    expect([row.entry?.where, row.problems]).toEqual([same.entry?.where, same.problems]);
  });

  test('what is no shape is refused, and nothing of a position is shown', () => {
    for (const text of [
      'CIRCLE (-2.612345 51.4)',
      'POLYGON (-2.612345 51.4',
      'POINT EMPTY',
      '-2.612345 51.4',
      'POINT ((',
    ]) {
      const row = inTable(text);
      expect([row.entry, row.problems[0]?.reason], text).toEqual([null, 'unknown-shape']);
      expect(JSON.stringify(row)).not.toContain('2.61');
    }
    expect(inTable('POINT (here 51.4)').problems[0]?.reason).toBe('not-a-position');
    expect(inTable('POINT (358000 173000)').problems[0]?.reason).toBe('not-degrees');
  });

  test('of a shielded place it is not even read, and where it is empty the numbers hold', () => {
    expect(inTable('POINT (-2.612345 51.4)', 'shielded').entry?.where).toEqual({ as: 'nowhere' });
    const read = readTable('name,grade,wkt,lng,lat\nHall,open,,-2.6,51.45\n');
    const at = 'wrong' in read ? null : read.rows[0]?.entry?.where;
    expect(at).toEqual({ as: 'point', grade: 'open', points: [snap('open', ...MIDDLE)] });
  });
});

describe('whatever shape a file holds', () => {
  const grade = fc.constantFrom<MappedGrade>('open', 'area');
  const spot = fc.tuple(fc.double({ min: -170, max: 170, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }));
  // As large as a field, as large as a county, and anything between.
  const ring = fc
    .tuple(
      spot,
      fc.constantFrom(0.001, 0.01, 0.1, 1),
      fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 400 }),
    )
    .map(([middle, far, distances]) =>
      around(
        middle,
        distances.map((one) => one * far),
      ),
    );
  const anything = fc.array(spot, { minLength: 1, maxLength: 150 });
  const shape = fc.oneof(
    ring.map((one): Geometry => ({ type: 'Polygon', coordinates: [one] })),
    fc
      .array(ring, { minLength: 1, maxLength: 4 })
      .map((rings): Geometry => ({ type: 'MultiPolygon', coordinates: rings.map((one) => [one, one]) })),
    ring.map((one): Geometry => ({ type: 'LineString', coordinates: one })),
    anything.map((one): Geometry => ({ type: 'Polygon', coordinates: [one] })),
    anything.map((one): Geometry => ({ type: 'MultiLineString', coordinates: [one, one.slice(1)] })),
    anything.map((one): Geometry => ({ type: 'MultiPoint', coordinates: one })),
  );

  test('what is kept fits an entry, is never finer than its grade, and lies in squares of the file alone', () => {
    fc.assert(
      fc.property(shape, grade, (geometry, of) => {
        const row = rowOf(geometry, of);
        if (row.entry === null) {
          expect(['crosses-itself', 'unknown-shape']).toContain(row.problems[0]?.reason);
          return;
        }
        expect(whereSchema.safeParse(row.entry.where).success).toBe(true);
        const given = new Set<string>();
        const walk = (value: unknown): void => {
          if (!Array.isArray(value)) return;
          const [lng, lat] = value as unknown[];
          if (typeof lng === 'number' && typeof lat === 'number') given.add(snap(of, lng, lat).join());
          else value.forEach(walk);
        };
        walk(geometry.coordinates);
        const kept = pointsOf(row);
        expect(kept.length).toBeGreaterThan(0);
        for (const point of kept) {
          expect(isSnapped(of, point)).toBe(true);
          expect(given.has(point.join())).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an outline that did not cross itself is taken, and does not cross itself afterwards', () => {
    fc.assert(
      fc.property(ring, grade, (one, of) => {
        const row = rowOf({ type: 'Polygon', coordinates: [one] }, of);
        expect(row.entry).not.toBeNull();
        if (row.entry?.where.as === 'area') expect(crossed(pointsOf(row))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('a tangled outline is untangled with the same corners', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 80 }), (corners) => {
        const clear = untangled(corners);
        expect(crossed(clear)).toBe(false);
        expect([...clear].map(String).sort()).toEqual(corners.map(String).sort());
      }),
    );
  });

  test('made simpler it has so many corners at most, in the order they had, and what is nearly straight goes first', () => {
    fc.assert(
      fc.property(
        anything,
        fc.integer({ min: 3, max: 40 }),
        fc.constantFrom('line' as const, 'ring' as const),
        (all, most, as) => {
          const few = simpler(all, most, as);
          expect(few.length).toBeLessThanOrEqual(most);
          let from = -1;
          for (const point of few) {
            const at = all.findIndex((one, index) => index > from && one === point);
            expect(at).toBeGreaterThan(from);
            from = at;
          }
        },
      ),
    );
    const nearly: LngLat[] = [
      [0, 0],
      [1, 0.01],
      [2, 0],
      [3, 2],
      [4, 0],
    ];
    expect(simpler(nearly, 4, 'line')).toEqual([nearly[0], nearly[2], nearly[3], nearly[4]]);
    expect(
      simpler(
        [
          [0, 0],
          [1, 0],
          [2, 0],
          [1, 0],
        ],
        80,
        'ring',
      ),
    ).toHaveLength(2);
  });
});

test('the grid is what the limits of these tests were chosen for', () => {
  expect(CELL_METRES).toEqual({ open: 250, area: 1000 });
});
