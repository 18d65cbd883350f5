import { atGrade, GRADES } from '../domain/place-grade.ts';
import type { Where } from '../domain/place.ts';
import type { PlaceGrade } from '../domain/record.ts';

/**
 * The same place, told no finer than the grade allows: what is coarse enough stays as it is. A shielded place keeps its
 * council area alone, where that is known. There is no way back: the finer position is not in what this returns.
 */
export function coarsened(where: Where, grade: PlaceGrade, council = ''): Where {
  const kept = atGrade(grade, where);
  return kept !== where && kept.as === 'nowhere' && council !== '' ? { as: 'council', council } : kept;
}

/** The grade of the two that tells less. */
export function stricter(one: PlaceGrade, other: PlaceGrade): PlaceGrade {
  return GRADES.indexOf(one) >= GRADES.indexOf(other) ? one : other;
}

/** Whether `to` tells less than `from`. */
export function tightens(from: PlaceGrade, to: PlaceGrade): boolean {
  return from !== to && stricter(from, to) === to;
}
