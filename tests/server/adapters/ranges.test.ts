import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNumbers, gapsOf, throughOf, type Ranges } from '../../../server/adapters/sql/ranges.ts';

test('ranges say exactly which numbers are there, in whatever order they came', () => {
  const pushes = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), { maxLength: 12 });
  fc.assert(
    fc.property(pushes, (parts) => {
      const ranges = parts.reduce<Ranges>((all, part) => addNumbers(all, part), []);
      const there = new Set(parts.flat());
      const highest = Math.max(0, ...there);
      let through = 0;
      while (there.has(through + 1)) through += 1;
      expect(throughOf(ranges)).toBe(through);
      const missing = gapsOf(ranges).flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      );
      expect(missing).toEqual(Array.from({ length: highest }, (_, i) => i + 1).filter((n) => !there.has(n)));
      for (const [i, [first, last]] of ranges.entries()) {
        expect(first).toBeLessThanOrEqual(last);
        expect(first).toBeGreaterThan((ranges[i - 1]?.[1] ?? -1) + 1);
      }
    }),
  );
});
