import { useState } from 'preact/hooks';
import type { DeskNote } from '../../../domain/desk-places.ts';
import { number } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { standings } from '../../../places/open.ts';
import { Button } from '../../../ui/button/button.tsx';
import { ToldBy } from '../../told-by.tsx';
import { PageSection } from '../frame/page.tsx';
import { inboxPath } from '../place.ts';
import { NoteStanding } from './note-standing.tsx';

const STEP = 50;

/** What was seen and told, newest first, each with who, when and how they know it. */
export function PlaceNotes({ notes, today }: { notes: readonly DeskNote[]; today: string }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const [shown, setShown] = useState(STEP);
  const standingOf = standings(notes, today);
  const wordsOf = ({ answers }: DeskNote): string =>
    notes.find(({ observationId }) => observationId === answers?.observationId)?.what ?? '';
  return (
    <PageSection title={t.el('places:history')}>
      {notes.length === 0 && <p>{t.el('places:noHistory')}</p>}
      <ol class="places-desk">
        {notes.slice(0, shown).map((note) => (
          <li key={note.observationId} class="places-desk__row">
            <p class="desk-label">
              {note.answers !== undefined
                ? t.el(`lists:betterNow.${note.answers.now}`)
                : t.el(note.kind === 'visit' ? 'places:visit' : `lists:noteKinds.${note.kind}`)}
              {note.share === 'office' && <> · {t.el('office')}</>}
              {note.status !== null && <> · {t.el(`lists:placeStatus.${note.status}`)}</>}
            </p>
            {wordsOf(note) !== '' && (
              <p class="desk-quiet">
                {t.el('places:better.about')} <Bdi>{wordsOf(note)}</Bdi>
              </p>
            )}
            {note.what !== '' && <p dir="auto">{note.what}</p>}
            <p class="desk-quiet">
              <ToldBy by={note} /> · <a href={inboxPath({ state: 'open' }, note.entityId)}>{t.el('openRecord')}</a>
            </p>
            <NoteStanding standing={standingOf(note)} />
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
