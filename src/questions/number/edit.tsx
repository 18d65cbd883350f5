import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { EditTick } from '../parts/edit-tick.tsx';
import type { EditProps } from '../views.ts';
import type { NumberSettings } from './schema.ts';

const MOST = 1_000_000;

export function Edit({ settings, onChange, lend }: EditProps<NumberSettings>): VNode {
  const t = useText('question-number');
  const field = (name: 'min' | 'max' | 'step' | 'first', least: number, most: number): VNode => (
    <NumberStepper
      label={t.el(`edit.${name}`)}
      fewer={t('fewer', { count: 1 })}
      more={t('more', { count: 1 })}
      min={least}
      max={most}
      value={settings[name]}
      onChange={(value) => onChange({ ...settings, [name]: value })}
    />
  );
  return (
    <Stack>
      {field('min', 0, MOST)}
      {field('max', 0, MOST)}
      {field('step', 1, 1000)}
      {field('first', 0, MOST)}
      <EditTick
        label={t.el('edit.unit')}
        hint={t.el('edit.unitHint')}
        value={settings.unit}
        onChange={(unit) => onChange({ ...settings, unit })}
      />
      {settings.unit && <lend.TextOf textKey="unit" label={t('edit.unit')} />}
    </Stack>
  );
}
