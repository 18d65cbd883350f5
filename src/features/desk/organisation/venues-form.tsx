import { useState } from 'preact/hooks';
import type { OrgSettings } from '../../../domain/desk.ts';
import { LISTS } from '../../../domain/lists/lists.ts';
import type { PlaceGrade } from '../../../domain/record.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';
import { TextArea } from '../../../ui/text-field/text-area.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import type { useOrganisation } from './use-organisation.ts';

type Venue = OrgSettings['venues'][number];
const GRADES = ['open', 'area', 'shielded'] as const satisfies readonly PlaceGrade[];

/** The places the team visits. Hidden is chosen beforehand for a new place: the careful side to err on. */
export function VenuesForm(props: { settings: OrgSettings; organisation: ReturnType<typeof useOrganisation> }) {
  const t = useText('desk-organisation');
  const { settings, organisation } = props;
  const [editing, setEditing] = useState<Venue | null>(null);
  const { venues } = settings;
  async function keep(venue: Venue): Promise<void> {
    const known = venues.some((one) => one.venueId === venue.venueId);
    const next = known ? venues.map((one) => (one.venueId === venue.venueId ? venue : one)) : [...venues, venue];
    if (await organisation.save({ venues: next })) setEditing(null);
  }
  return (
    <>
      <p class="desk-quiet">{t.el('venues.why')}</p>
      {venues.length === 0 && <p>{t.el('venues.none')}</p>}
      <ul class="desk-sheets">
        {venues.map((venue) => (
          <li key={venue.venueId} class="desk-sheet">
            {editing?.venueId === venue.venueId ? (
              <VenueForm venue={editing} busy={organisation.busy} onKeep={keep} onLeave={() => setEditing(null)} />
            ) : (
              <>
                <p>
                  <strong dir="auto">{venue.placeName}</strong>
                  {venue.groupName !== '' && <span dir="auto"> · {venue.groupName}</span>}
                </p>
                <p class="desk-quiet">
                  {t.el(`lists:settings.${venue.setting}`)} · {t.el(`venues.grades.${venue.grade}`)}
                </p>
                {venue.notes !== '' && <p dir="auto">{venue.notes}</p>}
                <div class="desk-form__end">
                  <Button look="quiet" icon="edit" onClick={() => setEditing(venue)}>
                    {t.el('venues.editOf', { name: venue.placeName })}
                  </Button>
                  <Button
                    look="quiet"
                    icon="trash"
                    onClick={() =>
                      void organisation.save({ venues: venues.filter((one) => one.venueId !== venue.venueId) })
                    }
                  >
                    {t.el('venues.remove')}
                  </Button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {editing !== null && !venues.some((one) => one.venueId === editing.venueId) ? (
        <div class="desk-sheet">
          <VenueForm venue={editing} busy={organisation.busy} onKeep={keep} onLeave={() => setEditing(null)} />
        </div>
      ) : (
        <Button icon="plus" onClick={() => setEditing(newVenue())}>
          {t.el('venues.add')}
        </Button>
      )}
    </>
  );
}

function newVenue(): Venue {
  return {
    venueId: crypto.randomUUID(),
    placeName: '',
    groupName: '',
    setting: 'community-centre',
    grade: 'shielded',
    notes: '',
  };
}

function VenueForm(props: {
  venue: Venue;
  busy: boolean;
  onKeep: (venue: Venue) => Promise<void>;
  onLeave: () => void;
}) {
  const t = useText('desk-organisation');
  const [venue, setVenue] = useState(props.venue);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Venue>): void => setVenue((now) => ({ ...now, ...part }));
  const missing = venue.placeName.trim() === '';
  return (
    <form
      class="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) void props.onKeep({ ...venue, placeName: venue.placeName.trim() });
      }}
    >
      <TextField
        label={t.el('venues.placeName')}
        hint={t.el('venues.placeHint')}
        value={venue.placeName}
        maxLength={120}
        required
        onChange={(placeName) => set({ placeName })}
        {...(tried && missing ? { problem: t.el('venues.missing') } : {})}
      />
      <TextField
        label={t.el('venues.groupName')}
        value={venue.groupName}
        maxLength={120}
        onChange={(groupName) => set({ groupName })}
      />
      <label class="desk-choice">
        <span class="desk-label">{t.el('venues.setting')}</span>
        <select
          class="desk-select"
          value={venue.setting}
          onChange={(event) => set({ setting: event.currentTarget.value })}
        >
          {LISTS.settings.map((setting) => (
            <option key={setting} value={setting}>
              {t(`lists:settings.${setting}`)}
            </option>
          ))}
        </select>
      </label>
      <ChoiceList
        label={t.el('venues.grade')}
        choices={GRADES.map((grade) => ({
          value: grade,
          label: t.el(`venues.grades.${grade}`),
          detail: t.el(`venues.gradeHints.${grade}`),
        }))}
        value={venue.grade}
        onChange={(grade) => set({ grade })}
      />
      <TextArea
        label={t.el('venues.notes')}
        hint={t.el('venues.notesHint')}
        value={venue.notes}
        rows={2}
        maxLength={1000}
        onChange={(notes) => set({ notes })}
      />
      <div class="desk-form__end">
        <Button look="quiet" onClick={props.onLeave}>
          {t.el('venues.cancel')}
        </Button>
        <Button type="submit" look="main" busy={props.busy}>
          {t.el('venues.saveOne')}
        </Button>
      </div>
    </form>
  );
}
