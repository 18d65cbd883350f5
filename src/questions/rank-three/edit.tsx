import type { VNode } from 'preact';
import { Stack } from '../../ui/screen/screen.tsx';
import { EditChoices } from '../parts/edit-choices.tsx';
import { EditMixed } from '../parts/edit-mixed.tsx';
import type { EditProps } from '../views.ts';
import type { RankThreeSettings } from './schema.ts';

export function Edit({ settings, onChange, lend }: EditProps<RankThreeSettings>): VNode {
  return (
    <Stack>
      <EditChoices choices={settings.choices} lend={lend} onChange={(choices) => onChange({ ...settings, choices })} />
      <EditMixed value={settings.mixed} onChange={(mixed) => onChange({ ...settings, mixed })} />
    </Stack>
  );
}
