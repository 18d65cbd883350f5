import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextCell } from '../../src/features/places/next-cell.ts';
import { directoryOf } from '../../src/places/history.ts';
import { layOut, type Layout } from '../../src/places/layout.ts';
import { endsOf, tiesAround, tiesOf } from '../../src/places/network.ts';
import { anEntry, anObservation } from '../helpers/directory.ts';

const drawn = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 })).chain(([count, columns]) =>
  fc.record({
    ids: fc.constant(Array.from({ length: count }, (_, n) => `n${n}`)),
    columns: fc.constant(columns),
    pairs: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 0, max: count - 1 }))
        .map(([a, b]) => [`n${a}`, `n${b}`] as const),
      { maxLength: 40 },
    ),
  }),
);

const lengthOf = (layout: Layout, pairs: readonly (readonly [string, string])[]): number =>
  pairs.reduce((sum, [from, to]) => {
    const [a, b] = [layout.at.get(from), layout.at.get(to)];
    return a === undefined || b === undefined ? sum : sum + Math.hypot(a.column - b.column, a.row - b.row);
  }, 0);

test('everybody has a cell of their own within the picture, and the picture is the same each time', () => {
  fc.assert(
    fc.property(drawn, ({ ids, pairs, columns }) => {
      const layout = layOut(ids, pairs, columns);
      const cells = ids.map((id) => layout.at.get(id));
      expect(new Set(cells.map((cell) => `${cell?.column} ${cell?.row}`)).size).toBe(ids.length);
      for (const cell of cells) {
        expect(cell?.column).toBeLessThan(layout.columns);
        expect(cell?.row).toBeLessThan(layout.rows);
      }
      expect(layout.columns).toBeLessThanOrEqual(columns);
      expect(layOut([...ids].reverse(), [...pairs].reverse(), columns).at.size).toBe(ids.length);
      expect(layOut(ids, pairs, columns)).toEqual(layout);
    }),
    { numRuns: 60 },
  );
});

test('what is linked stands close: much closer than in the order of a list', () => {
  const ids = Array.from({ length: 30 }, (_, n) => `n${n}`);
  // Six circles of five, mixed up.
  const pairs = ids.map((id, n) => [id, `n${(n + 6) % 30}`] as const);
  const layout = layOut(ids, pairs, 3);
  const asListed: Layout = {
    ...layout,
    at: new Map(ids.map((id, n) => [id, { column: n % 3, row: Math.floor(n / 3) }])),
  };
  expect(lengthOf(layout, pairs)).toBeLessThan(lengthOf(asListed, pairs) * 0.75);
});

test('a link told from both ends is one, one told to itself after a merge is none, and a step is a step', () => {
  const directory = directoryOf(
    [
      anEntry('a', {
        links: [
          { to: 'b', how: 'works-with' },
          { to: 'twin', how: 'part-of' },
          { to: 'gone', how: 'runs' },
        ],
      }),
      anEntry('b', { links: [{ to: 'a', how: 'works-with' }] }),
      anEntry('twin', { mergedInto: 'a' }),
      anEntry('c'),
      anEntry('d', { links: [{ to: 'c', how: 'meets-at' }] }),
    ],
    [anObservation('1', 'b', '2026-11-01', { link: { to: 'c', how: 'trusts' } })],
    [],
    '2026-11-22',
  );
  const ties = tiesOf(directory);
  const said = (all: typeof ties) => all.map(({ from, to, how }) => `${from.entry.entryId} ${how} ${to.entry.entryId}`);
  expect(said(ties).sort()).toEqual(['a works-with b', 'b trusts c', 'd meets-at c']);
  const a = directory.find('a');
  if (a === null) throw new Error('not found');
  expect(said(tiesAround(ties, a, 1))).toEqual(['a works-with b']);
  expect(said(tiesAround(ties, a, 2)).sort()).toEqual(['a works-with b', 'b trusts c']);
  expect(
    endsOf(ties)
      .map(({ entry }) => entry.entryId)
      .slice(0, 2)
      .sort(),
  ).toEqual(['b', 'c']);
});

test('arrow keys go to the nearest one that way, as the line of reading runs', () => {
  const cells = [0, 1, 2, 3].map((n) => ({ column: n % 2, row: Math.floor(n / 2) }));
  const from = { column: 0, row: 0 };
  expect(nextCell('ArrowRight', from, cells, false)).toEqual({ column: 1, row: 0 });
  expect(nextCell('ArrowLeft', from, cells, true)).toEqual({ column: 1, row: 0 });
  expect(nextCell('ArrowDown', from, cells, false)).toEqual({ column: 0, row: 1 });
  expect(nextCell('ArrowUp', from, cells, false)).toBeNull();
  expect(nextCell('Tab', from, cells, false)).toBeNull();
});
