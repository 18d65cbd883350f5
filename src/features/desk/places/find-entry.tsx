import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { PlaceLine } from '../../../domain/desk-places.ts';
import { number } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { fold } from '../../../places/fold.ts';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { Select } from '../select.tsx';

/** So many to choose from at once: a longer list is narrowed by a word. */
const MOST = 50;

/** Choose one of the directory: a word narrows the list, so that ten thousand are no more trouble than ten. */
export function FindEntry(props: {
  label: ComponentChildren;
  lines: readonly PlaceLine[];
  value: string;
  onChange: (entryId: string) => void;
}) {
  const t = useText('desk-places');
  const { language } = useLanguage();
  const [words, setWords] = useState('');
  const all = useMemo(
    () =>
      props.lines
        .map(({ entry }) => ({
          value: entry.entryId as string,
          label: `${entry.name} · ${t(`lists:entryTypes.${entry.type}`)}`,
          text: fold([entry.name, ...entry.alsoCalled, entry.council].join('\n')),
        }))
        .toSorted((one, other) => order.compare(one.label, other.label)),
    [props.lines, t],
  );
  const wanted = fold(words).split(/\s+/);
  const found = all.filter(({ text, value }) => value === props.value || wanted.every((word) => text.includes(word)));
  const more = found.length - MOST;
  return (
    <div class="places-find">
      {all.length > MOST && (
        <TextField type="search" label={t.el('find.words')} value={words} maxLength={120} onChange={setWords} />
      )}
      <Select
        label={props.label}
        value={props.value}
        options={[
          { value: '', label: t('same.choose') },
          ...found.filter(({ value }, at) => at < MOST || value === props.value),
        ]}
        onChange={props.onChange}
      />
      {more > 0 && <p class="desk-quiet">{t.el('find.more', { shown: number(language, more) })}</p>}
    </div>
  );
}

const order = new Intl.Collator();
