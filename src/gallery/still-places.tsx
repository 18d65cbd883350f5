import type { ComponentProps, VNode } from 'preact';
import type { DirectoryEntry } from '../domain/directory.ts';
import { useText } from '../i18n/use-text.tsx';
import type { CapturePlaces } from '../kinds/views.ts';
import { Button } from '../ui/button/button.tsx';
import { ChoiceList } from '../ui/choice-list/choice-list.tsx';

const ENTRY: DirectoryEntry = {
  entryId: 'example-library',
  type: 'venue',
  name: 'Central Library',
  alsoCalled: [],
  setting: 'library',
  grade: 'open',
  where: { as: 'council', council: 'Example Borough' },
  council: 'Example Borough',
  status: null,
  facts: {},
  size: null,
  notes: '',
  culture: [],
  askable: [],
  links: [],
  mergedInto: null,
  closed: false,
  checked: true,
  since: '2026-03-02',
};

/** What a capture lends of places, on paper that keeps nothing: one entry, words, and a button that draws nothing. */
export const STILL_PLACES: CapturePlaces = {
  useEntries: () => [ENTRY],
  useTold: () => null,
  PickEntry: StillEntry,
  PickWhere: StillWhere,
  DrawSheet: StillSheet,
};

function StillEntry(props: ComponentProps<CapturePlaces['PickEntry']>): VNode {
  const { label, value, onChange } = props;
  return (
    <ChoiceList
      label={label}
      choices={[{ value: ENTRY.entryId, label: ENTRY.name }]}
      value={value?.entryId ?? null}
      onChange={() => onChange(ENTRY)}
    />
  );
}

function StillWhere(): VNode {
  const t = useText('place-parts');
  const routes = ['council', 'map', 'here', 'nowhere'] as const;
  return (
    <ChoiceList
      layout="tiles"
      label={t.el('where.how')}
      choices={routes.map((route) => ({ value: route, label: t.el(`where.routes.${route}`) }))}
      value={null}
      onChange={() => undefined}
    />
  );
}

function StillSheet(): VNode {
  const t = useText('place-parts');
  return <Button>{t.el('sheet.blank')}</Button>;
}
