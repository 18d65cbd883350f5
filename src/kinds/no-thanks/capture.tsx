import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { NumberStepper } from '../../ui/number-stepper/number-stepper.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { OneCode } from '../code-choices.tsx';
import type { CaptureView, StepProps } from '../views.ts';
import type { NoThanks } from './schema.ts';

function TallyStep({ value, onChange }: StepProps<NoThanks>): VNode {
  const t = useText('kind-no-thanks');
  return (
    <Stack>
      <p>{t.el('nothingKept')}</p>
      <div class="two-columns">
        <NumberStepper
          label={t.el('count')}
          fewer={t('fewer')}
          more={t('more')}
          value={value.count}
          min={1}
          max={200}
          onChange={(count) => onChange({ ...value, count })}
        />
        <OneCode
          list="noThanksReasons"
          legend={t.el('reason')}
          hint={t.el('reasonHint')}
          value={value.reason}
          onChange={(reason) => onChange({ ...value, reason })}
        />
      </div>
    </Stack>
  );
}

/** Ready as it opens: one tap counts one person, without a reason. */
export const capture: CaptureView<NoThanks> = {
  blank: () => ({ count: 1, reason: 'not-said' }),
  steps: [{ id: 'tally', View: TallyStep }],
  consentLayers: [],
  brief: true,
};
