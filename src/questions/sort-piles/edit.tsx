import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import type { QuestionType } from '../definition.ts';
import { EditChoices } from '../parts/edit-choices.tsx';
import { EditFixed } from '../parts/edit-fixed.tsx';
import { EditMixed } from '../parts/edit-mixed.tsx';
import type { EditProps } from '../views.ts';
import { sortPiles, type SortPilesSettings } from './schema.ts';

export function Edit({ settings, onChange, lend }: EditProps<SortPilesSettings>): VNode {
  const t = useText('question-sort-piles');
  return (
    <Stack>
      <EditChoices
        title={t.el('edit.cards')}
        most={12}
        choices={settings.cards}
        lend={lend}
        onChange={(cards) => onChange({ ...settings, cards })}
      />
      <EditMixed value={settings.mixed} onChange={(mixed) => onChange({ ...settings, mixed })} />
      <EditFixed type={sortPiles as unknown as QuestionType} settings={settings} />
    </Stack>
  );
}
