import type { PlaceLine } from '../../../domain/desk-places.ts';
import { date } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { placesPath } from '../place.ts';
import { PlaceStanding } from './place-standing.tsx';

/** One of the directory in a line or two: what it is, how it stands, when somebody last knew of it. */
export function PlaceRow({ line, loadLimit }: { line: PlaceLine; loadLimit: number }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const { entry } = line;
  const council = entry.where.as === 'council' ? entry.where.council : entry.council;
  return (
    <li class="places-desk__row">
      <a class="places-desk__name" href={placesPath({ show: 'one', entryId: entry.entryId })}>
        <Bdi>{entry.name}</Bdi>
      </a>
      <p class="desk-quiet">
        {t.el(`lists:entryTypes.${entry.type}`)}
        {entry.setting !== null && <> · {t.el(`lists:settings.${entry.setting}`)}</>}
        {council !== '' && (
          <>
            {' '}
            · <Bdi>{council}</Bdi>
          </>
        )}{' '}
        · {t.el(`grades.${entry.grade}`)}
      </p>
      <PlaceStanding line={line} loadLimit={loadLimit} />
      <p class="desk-quiet">
        {line.lastSeen === null ? (
          t.el('neverSeen')
        ) : (
          <>
            {t.el('lastSeen', { when: date(language, line.lastSeen) })} ·{' '}
            {t.el('notes', { count: line.observations + line.officeNotes })} · {t.el('visits', { count: line.visits })}
          </>
        )}
      </p>
    </li>
  );
}
