import { useState } from 'preact/hooks';
import type { DeskNote } from '../../../domain/desk-places.ts';
import { number } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { ToldBy } from '../../told-by.tsx';
import { inboxPath } from '../place.ts';

const STEP = 50;

/** What was noted of spots that are no entry of the directory: on the map too, and here for everybody. */
export function LooseNotes({ notes }: { notes: readonly DeskNote[] }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const [shown, setShown] = useState(STEP);
  if (notes.length === 0) return null;
  return (
    <details class="desk-details">
      <summary>{t.el('loose', { count: notes.length, shown: number(language, notes.length) })}</summary>
      <ul class="places-desk">
        {notes.slice(0, shown).map((note) => (
          <li key={note.observationId} class="places-desk__row">
            <p class="desk-label">
              {note.kind !== 'visit' && t.el(`lists:noteKinds.${note.kind}`)}
              {note.name !== '' && (
                <>
                  {' '}
                  · <Bdi>{note.name}</Bdi>
                </>
              )}
            </p>
            {note.what !== '' && <p dir="auto">{note.what}</p>}
            <p class="desk-quiet">
              <ToldBy by={note} /> ·{' '}
              <a class="places-link" href={inboxPath({}, note.entityId)}>
                {t.el('openRecord')}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {notes.length > shown && (
        <Button onClick={() => setShown(shown + STEP)}>
          {t.el('more', { shown: number(language, notes.length - shown) })}
        </Button>
      )}
    </details>
  );
}
