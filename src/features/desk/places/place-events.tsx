import type { OpenPlace } from '../../../domain/desk-places.ts';
import { dateTime } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';

/** Which fields of an entry have words of their own. */
const FIELDS = [
  'name',
  'alsoCalled',
  'setting',
  'grade',
  'where',
  'council',
  'status',
  'facts',
  'size',
  'notes',
  'culture',
  'askable',
  'links',
  'ladder',
] as const;

/** What was done to it at the desk and what came in for it: who, when, and what changed. */
export function PlaceEvents({ open }: { open: OpenPlace }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  return (
    <details class="desk-details">
      <summary>{t.el('events.title')}</summary>
      <ol class="places-desk">
        {open.history.map((event, at) => {
          const fields = event.changes.flatMap(({ field }) => FIELDS.find((one) => one === field) ?? []);
          return (
            <li key={`${event.at} ${at}`} class="places-desk__row">
              <p>
                {t.el(`events.${event.what}`)}
                {event.by !== '' && (
                  <>
                    {' '}
                    · <bdi>{event.by}</bdi>
                  </>
                )}{' '}
                · <time dateTime={event.at}>{dateTime(language, event.at)}</time>
              </p>
              {fields.length > 0 && (
                <p class="desk-quiet">{fields.map((field) => t(`events.fields.${field}`)).join(' · ')}</p>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
