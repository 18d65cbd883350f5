import type { PlaceDraft } from '../../../domain/desk-places.ts';
import { LISTS } from '../../../domain/lists/lists.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { Select } from '../select.tsx';

type Size = PlaceDraft['size'];

/** About how many people, in words, with who says so and how sure they are. Emptied, nothing is kept of it. */
export function EditSize({ value, onChange }: { value: Size; onChange: (size: Size) => void }) {
  const t = useText('desk-places');
  const size = value ?? { about: '', source: 'not-said' as const, confidence: 'guess' as const };
  return (
    <>
      <TextField
        label={t.el('size.about')}
        hint={t.el('size.hint')}
        value={size.about}
        maxLength={80}
        onChange={(about) => onChange(about === '' ? null : { ...size, about })}
      />
      {value !== null && (
        <div class="places-filter">
          <Select
            label={t.el('size.source')}
            value={size.source}
            options={LISTS.placeSources.map((code) => ({ value: code, label: t(`sources.${code}`) }))}
            onChange={(source) => onChange({ ...size, source })}
          />
          <Select
            label={t.el('size.confidence')}
            value={size.confidence}
            options={LISTS.confidence.map((code) => ({ value: code, label: t(`lists:confidence.${code}`) }))}
            onChange={(confidence) => onChange({ ...size, confidence })}
          />
        </div>
      )}
    </>
  );
}
