import { gradeForEntry, keptAt } from '../../domain/place-grade.ts';
import { NOWHERE } from '../../domain/place.ts';
import type { BlankContext } from '../views.ts';
import type { Place } from './schema.ts';

/** An entry that is being written down: what it is and how closely it may be shown may still be to come. */
export type PlaceDraft = Omit<Place, 'type' | 'grade'> & Partial<Pick<Place, 'type' | 'grade'>>;

export function blankPlace(context: BlankContext): PlaceDraft {
  return {
    entryId: context.newId(),
    name: '',
    setting: null,
    where: NOWHERE,
    council: '',
    status: null,
    facts: {},
    size: null,
    links: [],
    source: 'not-said',
    said: '',
    ...(context.entryType === null ? {} : { type: context.entryType }),
  };
}

/** Nothing finer than its grade; the council area that was said stands in its own place too. */
export function mayKeep(entry: PlaceDraft): PlaceDraft {
  const where = keptAt(entry.grade, entry.where);
  const council = where.as === 'council' ? where.council : entry.council;
  return where === entry.where && council === entry.council ? entry : { ...entry, where, council };
}

/** What kind of entry or setting it is: its grade starts from there, and is the worker's to change. */
export function withGradeOf(
  entry: PlaceDraft,
  change: Pick<PlaceDraft, 'type'> | Pick<PlaceDraft, 'setting'>,
): PlaceDraft {
  const next = { ...entry, ...change };
  // A setting says more than a type: until there is one, nothing is chosen for a place.
  if (next.setting === null && next.type !== 'gatekeeper') return next;
  return { ...next, grade: gradeForEntry(next.type, next.setting) };
}

/** What has a setting: places and those who meet in one. */
export function hasSetting({ type }: PlaceDraft): boolean {
  return type === 'venue' || type === 'group';
}
