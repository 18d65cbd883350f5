import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { EditChoices } from '../parts/edit-choices.tsx';
import { EditTick } from '../parts/edit-tick.tsx';
import type { EditProps } from '../views.ts';
import { MAX_QUICK, type ShortWordsSettings } from './schema.ts';

export function Edit({ settings, onChange, lend }: EditProps<ShortWordsSettings>): VNode {
  const t = useText('question-short-words');
  return (
    <Stack>
      <EditTick
        label={t.el('edit.voice')}
        hint={t.el('edit.voiceHint')}
        value={settings.voice}
        onChange={(voice) => onChange({ ...settings, voice })}
      />
      <NumberStepper
        label={t.el('edit.lines')}
        fewer={t('edit.fewer')}
        more={t('edit.more')}
        min={2}
        max={8}
        value={settings.lines}
        onChange={(lines) => onChange({ ...settings, lines })}
      />
      <EditChoices
        title={t.el('edit.quick')}
        most={MAX_QUICK}
        choices={settings.choices}
        lend={lend}
        onChange={(choices) => onChange({ ...settings, choices })}
      />
    </Stack>
  );
}
