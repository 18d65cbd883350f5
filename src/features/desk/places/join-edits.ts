import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { stricter } from '../../../places/coarsen.ts';
import { regraded } from './draft-of.ts';

export type DraftField = keyof PlaceDraft;

/** One's own edit on top of what somebody else kept meanwhile. */
export interface Joined {
  readonly draft: PlaceDraft;
  /** What both changed, differently: here one's own stands. */
  readonly both: readonly DraftField[];
}

/**
 * What only one of the two changed is taken; what both changed stays as written here, to be looked at. Of two grades the
 * one that tells less holds, and where it is follows the grade: a place never becomes finer by two people writing at once.
 */
export function joinEdits(before: PlaceDraft, mine: PlaceDraft, theirs: PlaceDraft): Joined {
  const both: DraftField[] = [];
  const take = <Field extends DraftField>(field: Field): PlaceDraft[Field] => {
    if (same(mine[field], before[field]) || same(mine[field], theirs[field])) return theirs[field];
    if (!same(theirs[field], before[field])) both.push(field);
    return mine[field];
  };
  // What an entry need not have may be new on either side.
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])] as DraftField[];
  const joined = Object.fromEntries(fields.map((field) => [field, take(field)])) as unknown as PlaceDraft;
  const grade = both.includes('grade') ? stricter(mine.grade, theirs.grade) : joined.grade;
  return { draft: regraded(joined, grade), both };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
