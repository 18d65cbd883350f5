import { number } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import type { ReadRow } from '../../../places/import.ts';
import { isRefused, MOST_TOLD, reasonsOf, toldRows, type RowAnswer } from './import-reasons.ts';

/** Every row that has something to be told: its line, its name, and why. Those that stay out come first. */
export function ImportFindings(props: { rows: readonly ReadRow[]; done: ReadonlyMap<number, RowAnswer> }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const told = toldRows(props.rows, props.done);
  if (told.length === 0) return null;
  return (
    <>
      <ul class="places-desk">
        {told.slice(0, MOST_TOLD).map((row) => {
          const answer = props.done.get(row.line);
          return (
            <li key={row.line} class="places-desk__row">
              <p class="desk-label">
                {t.el('import.line', { line: number(language, row.line) })} <Bdi>{row.name}</Bdi>
              </p>
              {isRefused(row, props.done) && <p>{t.el('import.notTaken')}</p>}
              {reasonsOf(t, language, row, answer).map((why) => (
                <p key={why}>{why}</p>
              ))}
            </li>
          );
        })}
      </ul>
      {told.length > MOST_TOLD && (
        <p>{t.el('import.moreRows', { shown: number(language, told.length - MOST_TOLD) })}</p>
      )}
    </>
  );
}
