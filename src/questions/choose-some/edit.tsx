import type { VNode } from 'preact';
import type { Choice } from '../../domain/survey.ts';
import { useText } from '../../i18n/use-text.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { EditChoices } from '../parts/edit-choices.tsx';
import { EditMixed } from '../parts/edit-mixed.tsx';
import { EditTick } from '../parts/edit-tick.tsx';
import type { EditProps } from '../views.ts';
import type { ChooseSomeSettings } from './schema.ts';

const USUAL_LIMIT = 3;

export function Edit({ settings, onChange, lend }: EditProps<ChooseSomeSettings>): VNode {
  const t = useText('question-choose-some');
  const { alone } = settings;
  const setAlone = (code: string, on: boolean): void =>
    onChange({ ...settings, alone: on ? [...alone, code] : alone.filter((other) => other !== code) });
  return (
    <Stack>
      <EditTick
        label={t.el('edit.mostAll')}
        value={settings.most === null}
        onChange={(all) => onChange({ ...settings, most: all ? null : USUAL_LIMIT })}
      />
      {settings.most !== null && (
        <NumberStepper
          label={t.el('edit.most')}
          fewer={t('edit.fewer')}
          more={t('edit.more')}
          min={1}
          max={12}
          value={settings.most}
          onChange={(most) => onChange({ ...settings, most })}
        />
      )}
      <EditChoices
        choices={settings.choices}
        lend={lend}
        onChange={(choices) => onChange({ ...settings, choices, alone: followed(settings, choices) })}
        more={({ code }) => (
          <EditTick label={t.el('edit.alone')} value={alone.includes(code)} onChange={(on) => setAlone(code, on)} />
        )}
      />
      <EditMixed value={settings.mixed} onChange={(mixed) => onChange({ ...settings, mixed })} />
    </Stack>
  );
}

/** What stands alone once the choices have changed: a code that was written anew is followed, one that went is let go. */
function followed({ choices, alone }: ChooseSomeSettings, next: readonly Choice[]): string[] {
  const renamed = (code: string): string | undefined =>
    next.length === choices.length && !next.some((one) => one.code === code)
      ? next[choices.findIndex((one) => one.code === code)]?.code
      : code;
  return alone.map(renamed).filter((code) => code !== undefined && next.some((one) => one.code === code)) as string[];
}
