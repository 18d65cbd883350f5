import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { EditTick } from '../parts/edit-tick.tsx';
import type { EditProps } from '../views.ts';
import type { PlaceSettings } from './schema.ts';

export function Edit({ settings, onChange }: EditProps<PlaceSettings>): VNode {
  const t = useText('question-place');
  return (
    <EditTick
      label={t.el('edit.elsewhere')}
      hint={t.el('edit.list')}
      value={settings.elsewhere}
      onChange={(elsewhere) => onChange({ ...settings, elsewhere })}
    />
  );
}
