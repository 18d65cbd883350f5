import { useState } from 'preact/hooks';
import type { DeskNote } from '../../../domain/desk-places.ts';
import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { ToldBy } from '../../told-by.tsx';
import { PageSection } from '../frame/page.tsx';
import { inboxPath } from '../place.ts';

const STEP = 50;

/** What was seen and told, newest first, each with who, when and how they know it. */
export function PlaceNotes({ notes }: { notes: readonly DeskNote[] }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const [shown, setShown] = useState(STEP);
  return (
    <PageSection title={t.el('places:history')}>
      {notes.length === 0 && <p>{t.el('places:noHistory')}</p>}
      <ol class="places-desk">
        {notes.slice(0, shown).map((note) => (
          <li key={note.observationId} class="places-desk__row">
            <p class="desk-label">
              {t.el(note.kind === 'visit' ? 'places:visit' : `lists:noteKinds.${note.kind}`)}
              {note.share === 'office' && <> · {t.el('office')}</>}
              {note.status !== null && <> · {t.el(`lists:placeStatus.${note.status}`)}</>}
            </p>
            {note.what !== '' && <p dir="auto">{note.what}</p>}
            <p class="desk-quiet">
              <ToldBy by={note} /> · <a href={inboxPath({ state: 'open' }, note.entityId)}>{t.el('openRecord')}</a>
            </p>
          </li>
        ))}
      </ol>
      {notes.length > shown && (
        <Button onClick={() => setShown(shown + STEP)}>
          {t.el('more', { shown: number(language, notes.length - shown) })}
        </Button>
      )}
    </PageSection>
  );
}
