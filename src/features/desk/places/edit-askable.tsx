import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';

type People = PlaceDraft['askable'];

/** Who may be asked, by role or by the name they want to be known by, and how. */
export function EditAskable({ value, onChange }: { value: People; onChange: (people: People) => void }) {
  const t = useText('desk-places');
  const set = (at: number, part: Partial<People[number]>): void =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset class="places-many">
      <legend class="desk-label">{t.el('places:askable')}</legend>
      <p class="desk-quiet">{t.el('askable.why')}</p>
      {value.map((one, at) => (
        <div class="desk-sheet" key={at}>
          <TextField label={t.el('askable.who')} value={one.who} maxLength={120} onChange={(who) => set(at, { who })} />
          <TextField label={t.el('askable.how')} value={one.how} maxLength={200} onChange={(how) => set(at, { how })} />
          <Button icon="trash" look="quiet" onClick={() => onChange(value.filter((_, index) => index !== at))}>
            {t.el('askable.remove')}
          </Button>
        </div>
      ))}
      {value.length < 20 && (
        <Button icon="plus" onClick={() => onChange([...value, { who: '', how: '', entry: null }])}>
          {t.el('askable.add')}
        </Button>
      )}
    </fieldset>
  );
}
