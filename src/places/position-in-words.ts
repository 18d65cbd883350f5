import { looksPersonal } from '../domain/looks-personal.ts';
import type { PlaceGrade } from '../domain/record.ts';
import type { Column } from './export.ts';
import type { RowProblem, RowReason } from './row-problem.ts';

/** Columns of words that become a part of the entry as they stand. */
const WORDS: readonly Column[] = ['name', 'also called', 'council', 'languages', 'who meets', 'notes'];

export interface WordsOfRow {
  /** It would say more than the grade of the row allows: the row is not taken. */
  readonly refused: RowProblem | null;
  /** What somebody should look at; the words come in as they stand. */
  readonly notes: readonly RowProblem[];
}

/**
 * Positions that a row of this grade holds in words. What stands there is not told again. Nothing is cut out of words:
 * what was left of a sentence would say something else.
 */
export function positionInWords(cells: Partial<Record<Column, string>>, grade: PlaceGrade): WordsOfRow {
  const found = WORDS.map((field) => ({
    field,
    kinds: looksPersonal(cells[field] ?? '').map((piece) => piece.looksLike),
  }));
  const problems = (reason: RowReason, looksLike: 'position' | 'postcode'): RowProblem[] =>
    found.filter(({ kinds }) => kinds.includes(looksLike)).map(({ field }) => ({ reason, field, found: '' }));
  // A square of 250 m is finer than a postcode in the country, and coarser than any position.
  if (grade === 'open') return { refused: null, notes: problems('position-stays', 'position') };
  const [refused = null] = problems('position-in-words', 'position');
  return { refused, notes: problems('postcode-stays', 'postcode') };
}
