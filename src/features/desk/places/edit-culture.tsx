import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { DateField } from '../../../ui/date-field/date-field.tsx';
import { TextArea } from '../../../ui/text-field/text-area.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';

type Notes = PlaceDraft['culture'];

/** Customs, as the community itself words and approves them: never without who approved them and when. */
export function EditCulture({ value, onChange }: { value: Notes; onChange: (notes: Notes) => void }) {
  const t = useText('desk-places');
  const set = (at: number, part: Partial<Notes[number]>): void =>
    onChange(value.map((note, index) => (index === at ? { ...note, ...part } : note)));
  return (
    <fieldset class="places-many">
      <legend class="desk-label">{t.el('culture.title')}</legend>
      <p class="desk-quiet">{t.el('culture.why')}</p>
      {value.map((note, at) => (
        <div class="desk-sheet" key={at}>
          <TextArea
            label={t.el('culture.says')}
            value={note.says}
            maxLength={600}
            onChange={(says) => set(at, { says })}
          />
          <TextField
            label={t.el('culture.approvedBy')}
            value={note.approvedBy}
            maxLength={120}
            onChange={(approvedBy) => set(at, { approvedBy })}
          />
          <DateField label={t.el('culture.on')} value={note.on} onChange={(on) => set(at, { on })} />
          <Button icon="trash" look="quiet" onClick={() => onChange(value.filter((_, index) => index !== at))}>
            {t.el('culture.remove')}
          </Button>
        </div>
      ))}
      {value.length < 20 && (
        <Button
          icon="plus"
          onClick={() => onChange([...value, { says: '', approvedBy: '', on: new Date().toISOString().slice(0, 10) }])}
        >
          {t.el('culture.add')}
        </Button>
      )}
    </fieldset>
  );
}
