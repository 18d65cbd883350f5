import { harmless, toCsv } from '../../../domain/csv.ts';
import type { ImportedPlaces } from '../../../domain/desk-places.ts';
import { number } from '../../../i18n/dates.ts';
import { isolate } from '../../../i18n/isolate.tsx';
import type { useText } from '../../../i18n/use-text.tsx';
import type { ReadRow } from '../../../places/import.ts';

/** What the server said of one row. */
export type RowAnswer = ImportedPlaces['rows'][number];
type Answers = ReadonlyMap<number, RowAnswer>;
type Text = ReturnType<typeof useText>;

/** So many rows are told on the screen; the list that can be kept has those after them. */
export const MOST_TOLD = 200;

/** Whether this row stays out: it cannot be read, or the server does not take it. */
export const isRefused = ({ entry, line }: ReadRow, done: Answers): boolean =>
  entry === null || done.get(line)?.done === 'refused';

/** Every row of which something is to be told, in the order of the file: first those that stay out, for somebody has to act. */
export function toldRows(rows: readonly ReadRow[], done: Answers): readonly ReadRow[] {
  const told = rows.filter(
    ({ line, problems, assumedShielded }) =>
      problems.length > 0 || assumedShielded || (done.get(line)?.done ?? 'added') !== 'added',
  );
  return [...told.filter((row) => isRefused(row, done)), ...told.filter((row) => !isRefused(row, done))];
}

/** In words, why a row is not taken, or what of it is left out; a sentence each. */
export function reasonsOf(t: Text, language: string, row: ReadRow, answer: RowAnswer | undefined): readonly string[] {
  const shown = (count: number | undefined): string => (count === undefined ? '' : number(language, count));
  return [
    ...row.problems.map(({ reason, field, found, from, to }) =>
      `${t(`import.reasons.${reason}`, { field, from: shown(from), to: shown(to) })} ${found === '' ? '' : isolate(found)}`.trim(),
    ),
    ...(row.entry !== null && row.assumedShielded ? [t('import.assumed')] : []),
    ...(answer?.done === 'there' ? [t('import.there')] : []),
    ...(answer?.done === 'refused' ? [t(`import.refused.${answer.reason ?? 'fit'}`, { field: answer.field })] : []),
  ];
}

/** Line, name and reasons as a table: enough to find each in one's own file, where the exact rows still are. */
export function notTaken(t: Text, language: string, rows: readonly ReadRow[], done: Answers): Blob {
  const lines = rows.map((row) => {
    const reasons = reasonsOf(t, language, row, done.get(row.line));
    const all = isRefused(row, done) ? [t('import.notTaken'), ...reasons] : reasons;
    return [String(row.line), harmless(row.name), harmless(all.join(' '))];
  });
  return new Blob([toCsv([['line', 'name', 'reason'], ...lines])], { type: 'text/csv;charset=utf-8' });
}
