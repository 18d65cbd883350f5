import { snapPath } from '../domain/place-grid.ts';
import { allowedAt, NOWHERE, type Where } from '../domain/place.ts';
import type { PlaceGrade } from '../domain/record.ts';

/**
 * The same place, told no finer than the grade allows: what is coarse enough stays as it is. A shielded place keeps its
 * council area alone, where that is known. There is no way back: the finer position is not in what this returns.
 */
export function coarsened(where: Where, grade: PlaceGrade, council = ''): Where {
  if (allowedAt(grade, where) || where.as === 'nowhere' || where.as === 'council') return where;
  if (grade !== 'area') return council === '' ? NOWHERE : { as: 'council', council };
  const points = snapPath('area', where.points).map(([lng, lat]): [number, number] => [lng, lat]);
  const [first] = points;
  if (first === undefined) return NOWHERE;
  // A line within one cell is a point; an outline within two is a line.
  if (points.length === 1) return { as: 'point', grade: 'area', points: [first] };
  if (where.as === 'line' || points.length === 2) return { as: 'line', grade: 'area', points };
  return { as: 'area', grade: 'area', points };
}

const FINENESS: readonly PlaceGrade[] = ['shielded', 'area', 'open'];

/** The grade of the two that tells less. */
export function stricter(one: PlaceGrade, other: PlaceGrade): PlaceGrade {
  return FINENESS.indexOf(one) <= FINENESS.indexOf(other) ? one : other;
}

/** Whether `to` tells less than `from`. */
export function tightens(from: PlaceGrade, to: PlaceGrade): boolean {
  return from !== to && stricter(from, to) === to;
}
