import { LADDER, type LadderReached } from '../../../domain/ladder.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { DateField } from '../../../ui/date-field/date-field.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { localDay } from '../../local-day.ts';
import { Select } from '../select.tsx';

/** How far the relationship has come, since when, and what shows it. Not said, nothing is kept of it. */
export function EditLadder(props: { value: LadderReached | null; onChange: (ladder: LadderReached | null) => void }) {
  const t = useText('desk-ladder');
  const { value, onChange } = props;
  const today = localDay(Date.now());
  return (
    <>
      <Select
        label={t.el('edit.step')}
        value={value?.step ?? ''}
        options={[
          { value: '', label: t('desk-places:edit.notSaid') },
          ...LADDER.map((step) => ({ value: step, label: t(`steps.${step}`) })),
        ]}
        onChange={(step) => onChange(step === '' ? null : { on: today, note: '', ...value, step })}
      />
      {value !== null && (
        <div class="places-filter">
          <DateField
            label={t.el('edit.on')}
            value={value.on}
            max={today}
            // A day that was emptied is the one that stood there: a step has a day.
            onChange={(on) => on !== '' && onChange({ ...value, on })}
          />
          <TextField
            label={t.el('edit.note')}
            hint={t.el('edit.noteHint')}
            value={value.note}
            maxLength={200}
            onChange={(note) => onChange({ ...value, note })}
          />
        </div>
      )}
    </>
  );
}
