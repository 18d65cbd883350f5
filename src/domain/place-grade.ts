import type { EntryType, Where } from './place.ts';
import { type LngLat, snapPath } from './place-grid.ts';
import type { PlaceGrade } from './record.ts';

/** How closely a place may be shown, from the finest to the coarsest. */
export const GRADES: readonly PlaceGrade[] = ['open', 'area', 'shielded'];

/** Places where being seen can do harm: hidden unless somebody chooses otherwise. */
const SHIELDED_SETTINGS = new Set(['traveller-site', 'roadside', 'hostel', 'womens-group', 'home']);
const OPEN_SETTINGS = new Set(['library', 'market', 'cafe', 'waiting-room', 'street']);

/** The grade a place of this setting starts from. */
export function gradeForSetting(setting: string): PlaceGrade {
  if (SHIELDED_SETTINGS.has(setting)) return 'shielded';
  return OPEN_SETTINGS.has(setting) ? 'open' : 'area';
}

/** The grade an entry starts from: somebody who opens doors is a person, and no person stands on a map. */
export function gradeForEntry(type: EntryType | undefined, setting: string | null): PlaceGrade {
  if (type === 'gatekeeper') return 'shielded';
  return setting === null ? 'area' : gradeForSetting(setting);
}

/**
 * The same place, no finer than this grade: what a change of grade leaves of a position that is in the draft already.
 * A shielded place keeps its council area and no position.
 */
export function atGrade(grade: PlaceGrade, at: Where): Where {
  if (at.as === 'nowhere' || at.as === 'council') return at;
  if (grade === 'shielded') return { as: 'nowhere' };
  if (grade === 'open' || at.grade === 'area') return at;
  return shapeOf(at.as, snapPath('area', at.points));
}

/** What these cells can still be: a field may have shrunk to a line, and a line to one cell. */
function shapeOf(as: 'point' | 'line' | 'area', cells: readonly LngLat[]): Where {
  const points = cells.map(([lng, lat]): [number, number] => [lng, lat]);
  const distinct = new Set(points.map(String)).size;
  if (as === 'area' && distinct >= 3) return { as, grade: 'area', points };
  if (as !== 'point' && distinct >= 2) return { as: 'line', grade: 'area', points };
  return { as: 'point', grade: 'area', points: points.slice(0, 1) };
}

/**
 * Where a record says it is, with the grade it has now: whatever is finer goes. Before a grade is chosen nothing of a
 * position is kept at all.
 */
export function keptAt(grade: PlaceGrade | undefined, at: Where): Where {
  return atGrade(grade ?? 'shielded', at);
}
