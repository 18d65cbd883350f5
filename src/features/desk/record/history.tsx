import { useState } from 'preact/hooks';
import type { HistoryEntry } from '../../../domain/desk.ts';
import { dateTime } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText, type Text } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';

const SHOWN_AT_FIRST = 6;

/** What has happened to a record and by whom, the newest first. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useText('desk-record');
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  const newestFirst = entries.toSorted((a, b) => b.at.localeCompare(a.at));
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN_AT_FIRST);
  if (entries.length === 0) return <p class="desk-quiet">{t.el('history.empty')}</p>;
  return (
    <>
      <ol class="desk-history">
        {shown.map((entry, index) => (
          <li key={`${entry.at} ${index}`}>
            <span class="desk-history__what">{whatHappened(t, entry)}</span>
            <span class="desk-quiet">
              {entry.by !== '' && (
                <>
                  <Bdi>{entry.by}</Bdi>
                  {', '}
                </>
              )}
              <time dateTime={entry.at}>{dateTime(language, entry.at)}</time>
            </span>
          </li>
        ))}
      </ol>
      {shown.length < entries.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t.el('history.more', { count: entries.length })}
        </Button>
      )}
    </>
  );
}

function whatHappened(t: Text, entry: HistoryEntry): string {
  if (entry.what === 'state') return t('history.state', { state: t(`triage.states.${entry.detail}`) });
  if (entry.what === 'owner') {
    return entry.detail === '' ? t('history.ownerNobody') : t('history.owner', { name: entry.detail });
  }
  return t(`history.${entry.what}`);
}
