import { useState } from 'preact/hooks';
import type { PlaceLine } from '../../../domain/desk-places.ts';
import { LISTS } from '../../../domain/lists/lists.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { Select } from '../select.tsx';
import type { PlaceFilter } from './narrow.ts';

/** On a small screen the list stands higher than what narrows it. */
const ROOM_FOR_ALL = '(min-width: 40rem)';

/** What of the directory is shown: the list and the map follow at once. */
export function NarrowPlaces(props: {
  filter: PlaceFilter;
  /** Groups, networks and communities, by name. */
  groups: readonly PlaceLine[];
  onChange: (part: Partial<PlaceFilter>) => void;
}) {
  const { filter, groups, onChange } = props;
  const t = useText('desk-places');
  const [unfolded] = useState(() => matchMedia(ROOM_FOR_ALL).matches);
  const all = { value: 'all' as const, label: t('filter.all') };
  return (
    <search class="places-narrow" aria-label={t('filter.title')}>
      <TextField
        type="search"
        label={t.el('filter.words')}
        value={filter.words}
        maxLength={120}
        onChange={(words) => onChange({ words })}
      />
      <details class="desk-details" open={unfolded}>
        <summary>{t.el('filter.more')}</summary>
        <div class="places-filter">
          <Select
            label={t.el('filter.type')}
            value={filter.type}
            options={[all, ...LISTS.entryTypes.map((value) => ({ value, label: t(`lists:entryTypes.${value}`) }))]}
            onChange={(type) => onChange({ type })}
          />
          {groups.length > 0 && (
            <Select
              label={t.el('filter.group')}
              value={filter.group}
              options={[
                { value: '', label: t('filter.all') },
                ...groups.map(({ entry }) => ({ value: entry.entryId as string, label: entry.name })),
              ]}
              onChange={(group) => onChange({ group })}
            />
          )}
          <Select
            label={t.el('filter.age')}
            value={filter.age}
            options={AGES.map((value) => ({ value, label: t(`ages.${value}`) }))}
            onChange={(age) => onChange({ age })}
          />
          <Select
            label={t.el('filter.kind')}
            value={filter.kind}
            options={[all, ...LISTS.noteKinds.map((value) => ({ value, label: t(`lists:noteKinds.${value}`) }))]}
            onChange={(kind) => onChange({ kind })}
          />
          <Select
            label={t.el('filter.theme')}
            value={filter.theme}
            options={[
              { value: '', label: t('filter.all') },
              ...LISTS.themes.map((value) => ({ value: value as string, label: t(`lists:themes.${value}`) })),
            ]}
            onChange={(theme) => onChange({ theme })}
          />
        </div>
      </details>
    </search>
  );
}

const AGES = ['all', 'fresh', 'fading', 'never', 'often', 'open', 'new', 'words', 'closed'] as const;
