import { useState } from 'preact/hooks';
import type { DeskNote } from '../../../domain/desk-places.ts';
import { number } from '../../../i18n/dates.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { standings } from '../../../places/open.ts';
import { VOICES, voiceOf, voicesIn, type Voice } from '../../../places/voices.ts';
import { Button } from '../../../ui/button/button.tsx';
import { ToldBy } from '../../told-by.tsx';
import { PageSection } from '../frame/page.tsx';
import { inboxPath } from '../place.ts';
import { Select } from '../select.tsx';
import { NoteStanding } from './note-standing.tsx';

const STEP = 50;

/** What was seen and told, newest first, each with who, when and how they know it. */
export function PlaceNotes({ notes, today }: { notes: readonly DeskNote[]; today: string }) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const [shown, setShown] = useState(STEP);
  const [voice, setVoice] = useState<Voice | 'all'>('all');
  const counts = voicesIn(notes);
  const heard = voice === 'all' ? notes : notes.filter((note) => note.kind !== 'visit' && voiceOf(note) === voice);
  const standingOf = standings(notes, today);
  const wordsOf = ({ answers }: DeskNote): string =>
    answers === undefined
      ? ''
      : (notes.find(({ observationId }) => observationId === answers.observationId)?.what ?? '');
  return (
    <PageSection title={t.el('places:history')}>
      {notes.length === 0 && <p>{t.el('places:noHistory')}</p>}
      {notes.some(({ kind }) => kind !== 'visit') && (
        <Select
          label={t.el('voice.label')}
          value={voice}
          options={[
            { value: 'all', label: t('voice.all') },
            ...VOICES.map((value) => ({
              value,
              label: t(`places:voice.${value}`, { shown: number(language, counts[value]) }),
            })),
          ]}
          onChange={(next) => {
            setVoice(next);
            setShown(STEP);
          }}
        />
      )}
      <ol class="places-desk">
        {heard.slice(0, shown).map((note) => (
          <li key={note.observationId} class="places-desk__row">
            <p class="desk-label">
              {note.answers !== undefined
                ? t.el(`lists:betterNow.${note.answers.now}`)
                : t.el(note.kind === 'visit' ? 'places:visit' : `lists:noteKinds.${note.kind}`)}
              {voiceOf(note) === 'others' && <> · {t.el('places:voice.mark')}</>}
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
      {heard.length > shown && (
        <Button onClick={() => setShown(shown + STEP)}>
          {t.el('more', { shown: number(language, heard.length - shown) })}
        </Button>
      )}
    </PageSection>
  );
}
