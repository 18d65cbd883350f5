import { number } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { ReadRow } from '../../../places/import.ts';
import { reasonsOf, type RowAnswer } from './import-reasons.ts';

/** So many rows are told on the screen; the file of what was not taken has them all. */
const MOST = 200;

/** Every row that has something to be told: its line, its name, and why. */
export function ImportFindings(props: { rows: readonly ReadRow[]; done: ReadonlyMap<number, RowAnswer> }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const told = props.rows.filter(
    ({ line, problems, assumedShielded }) =>
      problems.length > 0 || assumedShielded || (props.done.get(line)?.done ?? 'added') !== 'added',
  );
  if (told.length === 0) return null;
  return (
    <>
      <ul class="places-desk">
        {told.slice(0, MOST).map((row) => {
          const answer = props.done.get(row.line);
          return (
            <li key={row.line} class="places-desk__row">
              <p class="desk-label">
                {t.el('import.line', { line: number(language, row.line) })} <Bdi>{row.name}</Bdi>
              </p>
              {row.entry === null && <p>{t.el('import.notTaken')}</p>}
              {reasonsOf(t, language, row, answer).map((why) => (
                <p key={why}>{why}</p>
              ))}
            </li>
          );
        })}
      </ul>
      {told.length > MOST && <p>{t.el('import.moreRows', { shown: number(language, told.length - MOST) })}</p>}
    </>
  );
}
