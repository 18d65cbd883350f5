import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheet as sheetSchema } from '../../src/domain/place.ts';
import {
  addSpot,
  addStroke,
  finish,
  remove,
  say,
  spotOf,
  undo,
  type Plan,
  type SheetSpot,
} from '../../src/map/sheet/plan.ts';

const EMPTY: Plan = { marks: [], open: null };
const valid = ({ marks }: Plan) => sheetSchema.safeParse({ photo: null, shape: 4 / 3, marks: [...marks] }).success;

describe('a plan on a sheet', () => {
  test('pins stand alone; a line goes on until it is done', () => {
    let plan = addSpot(EMPTY, 'pin', [10, 20]);
    expect(plan).toEqual({ marks: [{ as: 'pin', points: [[10, 20]], says: '' }], open: null });
    plan = addSpot(plan, 'line', [100, 100]);
    plan = addSpot(plan, 'line', [200, 100]);
    expect(plan.open).toBe(1);
    expect(plan.marks[1]?.points).toHaveLength(2);
    plan = addSpot(finish(plan), 'line', [500, 500]);
    expect(plan.marks).toHaveLength(3);
  });

  test('what was begun is kept as what it is: one spot as a pin, two corners as a line', () => {
    expect(finish(addSpot(EMPTY, 'area', [1, 1])).marks[0]?.as).toBe('pin');
    const two = addSpot(addSpot(EMPTY, 'area', [1, 1]), 'area', [900, 1]);
    expect(finish(two).marks[0]?.as).toBe('line');
    // Another tool finishes what the last one began.
    expect(addSpot(two, 'pin', [5, 5]).marks.map(({ as }) => as)).toEqual(['line', 'pin']);
  });

  test('a stroke of a finger is a line with fewer points; a shaking finger is a touch', () => {
    const stroke = Array.from({ length: 300 }, (_, at): SheetSpot => [at * 3, 500]);
    const plan = addStroke(EMPTY, 'line', stroke);
    expect(plan.open).toBeNull();
    expect(plan.marks[0]?.points.length).toBeGreaterThan(40);
    expect(plan.marks[0]?.points.length).toBeLessThan(100);
    expect(
      addStroke(EMPTY, 'line', [
        [5, 5],
        [6, 6],
      ]).open,
    ).toBe(0);
    expect(addStroke(EMPTY, 'pin', stroke).marks[0]?.points).toEqual([[0, 500]]);
  });

  test('undo goes back spot by spot, then mark by mark, to the empty sheet', () => {
    let plan = addSpot(EMPTY, 'pin', [1, 1]);
    for (const across of [10, 200, 400]) plan = addSpot(plan, 'line', [across, 10]);
    for (const left of [2, 1]) {
      plan = undo(plan);
      expect(plan.marks[1]?.points).toHaveLength(left);
    }
    plan = undo(undo(plan));
    expect(plan).toEqual(EMPTY);
  });

  test('words and removals reach the mark they are about, whatever is open', () => {
    let plan = addSpot(addSpot(EMPTY, 'pin', [1, 1]), 'pin', [2, 2]);
    plan = addSpot(plan, 'line', [3, 3]);
    plan = say(plan, 1, 'the tap');
    expect(plan.marks[1]?.says).toBe('the tap');
    plan = remove(plan, 0);
    expect(plan.marks[0]?.says).toBe('the tap');
    expect(plan.open).toBe(1);
    expect(remove(plan, 1).open).toBeNull();
  });

  test('whatever is done in whatever order, what is drawn can be kept', () => {
    const tool = fc.constantFrom('pin' as const, 'line' as const, 'area' as const);
    const spot = fc.tuple(
      fc.double({ min: -50, max: 1100, noNaN: true }),
      fc.double({ min: -50, max: 1100, noNaN: true }),
    );
    const step = fc.oneof(
      fc.tuple(tool, spot).map(
        ([as, at]) =>
          (plan: Plan) =>
            addSpot(plan, as, at),
      ),
      fc.tuple(tool, fc.array(spot, { maxLength: 500 })).map(
        ([as, path]) =>
          (plan: Plan) =>
            addStroke(plan, as, path),
      ),
      fc.constant(undo),
      fc.constant(finish),
      fc.nat(5).map((at) => (plan: Plan) => remove(plan, at)),
      fc.tuple(fc.nat(5), fc.string({ maxLength: 80 })).map(
        ([at, says]) =>
          (plan: Plan) =>
            say(plan, at, says),
      ),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let plan = EMPTY;
        for (const next of steps) {
          plan = next(plan);
          expect(valid(plan)).toBe(true);
          expect(plan.open === null || plan.marks[plan.open] !== undefined).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the number of an area stands in it', () => {
    const area = {
      as: 'area',
      points: [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ],
      says: '',
    } as const;
    expect(spotOf({ ...area, points: area.points.map(([x, y]) => [x, y]) })).toEqual([50, 50]);
  });
});
