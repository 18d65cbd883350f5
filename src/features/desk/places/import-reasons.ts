import { harmless, toCsv } from '../../../domain/csv.ts';
import type { ImportedPlaces } from '../../../domain/desk-places.ts';
import { number } from '../../../i18n/dates.ts';
import { isolate } from '../../../i18n/isolate.tsx';
import type { useText } from '../../../i18n/use-text.tsx';
import type { ReadRow } from '../../../places/import.ts';

/** What the server said of one row. */
export type RowAnswer = ImportedPlaces['rows'][number];
type Text = ReturnType<typeof useText>;

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
export function notTaken(
  t: Text,
  language: string,
  rows: readonly ReadRow[],
  done: ReadonlyMap<number, RowAnswer>,
): Blob {
  const lines = rows.map((row) => [
    String(row.line),
    harmless(row.name),
    harmless(reasonsOf(t, language, row, done.get(row.line)).join(' ')),
  ]);
  return new Blob([toCsv([['line', 'name', 'reason'], ...lines])], { type: 'text/csv;charset=utf-8' });
}
