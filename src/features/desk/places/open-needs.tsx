import type { DeskNote } from '../../../domain/desk-places.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { standings } from '../../../places/open.ts';
import { ToldBy } from '../../told-by.tsx';
import { PageSection } from '../frame/page.tsx';
import { NoteStanding } from './note-standing.tsx';

/** Needs, dangers and what is in the way, until somebody who was there says that it is better. */
export function OpenNeeds({ notes, today }: { notes: readonly DeskNote[]; today: string }) {
  const t = useText('desk-places');
  const standingOf = standings(notes, today);
  const open = notes.filter((note) => standingOf(note)?.open === true);
  if (open.length === 0) return null;
  return (
    <PageSection title={t.el('open.title')}>
      <p class="desk-quiet">{t.el('open.what')}</p>
      <ul class="places-desk">
        {open.map((note) => (
          <li key={note.observationId} class="places-desk__row">
            <p class="desk-label">
              {t.el(`lists:noteKinds.${note.kind}`)}
              {note.share === 'office' && <> · {t.el('office')}</>}
            </p>
            {note.what !== '' && <p dir="auto">{note.what}</p>}
            <p class="desk-quiet">
              <ToldBy by={note} />
            </p>
            <NoteStanding standing={standingOf(note)} />
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
