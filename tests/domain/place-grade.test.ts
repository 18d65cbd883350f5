import { expect, test } from 'vitest';
import { LISTS } from '../../src/domain/lists/lists.ts';
import { atGrade, GRADES, gradeForEntry, gradeForSetting, keptAt } from '../../src/domain/place-grade.ts';
import { snapPath, type LngLat } from '../../src/domain/place-grid.ts';
import { allowedAt, where as whereSchema, type Where } from '../../src/domain/place.ts';
import { anyWhere, randomly } from '../helpers/random-where.ts';

test('a place of every setting starts from a grade, and those where people can be harmed from none on the map', () => {
  for (const setting of LISTS.settings) expect(GRADES).toContain(gradeForSetting(setting));
  for (const setting of ['traveller-site', 'roadside', 'hostel', 'womens-group', 'home'])
    expect(gradeForSetting(setting)).toBe('shielded');
  expect(gradeForSetting('library')).toBe('open');
  expect(gradeForSetting('mosque')).toBe('area');
});

test('a person is never on the map, and what has no setting starts coarse', () => {
  expect(gradeForEntry('gatekeeper', null)).toBe('shielded');
  expect(gradeForEntry('gatekeeper', 'library')).toBe('shielded');
  expect(gradeForEntry('community', null)).toBe('area');
  expect(gradeForEntry('venue', 'library')).toBe('open');
  expect(gradeForEntry(undefined, null)).toBe('area');
});

test('whatever a position was, it is never finer than the grade it ends with, and still a place the schema takes', () => {
  const random = randomly(11);
  let changed = 0;
  for (let round = 0; round < 3000; round += 1) {
    const at = anyWhere(random);
    for (const grade of GRADES) {
      const kept = atGrade(grade, at);
      expect(allowedAt(grade, kept)).toBe(true);
      expect(whereSchema.safeParse(kept).success).toBe(true);
      // Once is enough, and coarse is never made fine again.
      expect(atGrade(grade, kept)).toEqual(kept);
      expect(atGrade('open', kept)).toEqual(kept);
      if (kept !== at) changed += 1;
    }
  }
  expect(changed).toBeGreaterThan(1000);
});

test('before there is a grade nothing of a position is kept; words are', () => {
  const point: Where = { as: 'point', grade: 'area', points: [[...cell([9.5, 47.1])]] };
  expect(keptAt(undefined, point)).toEqual({ as: 'nowhere' });
  const words: Where = { as: 'council', council: 'Example Borough' };
  expect(keptAt(undefined, words)).toBe(words);
  expect(keptAt('shielded', words)).toBe(words);
});

test('a field that shrinks to two cells is a line, and to one cell a point', () => {
  const points = (...all: LngLat[]) => snapPath('open', all).map(([lng, lat]): [number, number] => [lng, lat]);
  const small: Where = { as: 'area', grade: 'open', points: points([9.5, 47.1], [9.504, 47.1], [9.5, 47.103]) };
  expect(small.points).toHaveLength(3);
  const kept = atGrade('area', small);
  if (kept.as === 'nowhere' || kept.as === 'council') throw new Error('the position is gone');
  expect(kept.as).toBe(kept.points.length === 1 ? 'point' : 'line');
  expect(kept.grade).toBe('area');
});

function cell(at: LngLat): LngLat {
  const [first] = snapPath('area', [at]);
  if (first === undefined) throw new Error('no cell');
  return first;
}
