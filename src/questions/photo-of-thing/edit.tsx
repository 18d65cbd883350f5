import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import type { EditProps } from '../views.ts';
import type { PhotoSettings } from './schema.ts';

export function Edit({ settings, onChange }: EditProps<PhotoSettings>): VNode {
  const t = useText('question-photo-of-thing');
  return (
    <NumberStepper
      label={t.el('edit.most')}
      fewer={t('edit.fewer')}
      more={t('edit.more')}
      min={1}
      max={6}
      value={settings.most}
      onChange={(most) => onChange({ ...settings, most })}
    />
  );
}
