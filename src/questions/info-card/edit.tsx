import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { EditChoices } from '../parts/edit-choices.tsx';
import type { EditProps } from '../views.ts';
import type { InfoCardSettings } from './schema.ts';

export function Edit({ settings, onChange, lend }: EditProps<InfoCardSettings>): VNode {
  const t = useText('question-info-card');
  return (
    <EditChoices
      title={t.el('edit.points')}
      most={6}
      choices={settings.points}
      lend={lend}
      onChange={(points) => onChange({ points })}
    />
  );
}
