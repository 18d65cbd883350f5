import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { EditChoices } from '../parts/edit-choices.tsx';
import { EditMixed } from '../parts/edit-mixed.tsx';
import type { EditProps } from '../views.ts';
import { LEAST_TOKENS, MOST_TOKENS, type TokensSettings } from './schema.ts';

export function Edit({ settings, onChange, lend }: EditProps<TokensSettings>): VNode {
  const t = useText('question-tokens');
  return (
    <Stack>
      <NumberStepper
        label={t.el('edit.tokens')}
        fewer={t('edit.fewer')}
        more={t('edit.more')}
        min={LEAST_TOKENS}
        max={MOST_TOKENS}
        value={settings.tokens}
        onChange={(tokens) => onChange({ ...settings, tokens })}
      />
      <EditChoices
        most={8}
        choices={settings.choices}
        lend={lend}
        onChange={(choices) => onChange({ ...settings, choices })}
      />
      <EditMixed value={settings.mixed} onChange={(mixed) => onChange({ ...settings, mixed })} />
    </Stack>
  );
}
