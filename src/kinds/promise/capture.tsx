import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { DateField } from '../../ui/date-field/date-field.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { WordsField } from '../words-field.tsx';
import type { CaptureView, StepProps } from '../views.ts';
import type { PromiseMade } from './schema.ts';

function PromiseStep({ value, onChange, context }: StepProps<PromiseMade>): VNode {
  const t = useText('kind-promise');
  return (
    <Stack>
      <WordsField
        label={t.el('what')}
        value={value.what}
        maxLength={1000}
        rows={3}
        onChange={(what) => onChange({ ...value, what })}
      />
      <div class="two-columns">
        <TextField
          label={t.el('toGroup')}
          hint={t.el('toGroupHint')}
          value={value.toGroup}
          maxLength={120}
          onChange={(toGroup) => onChange({ ...value, toGroup })}
        />
        <TextField
          label={t.el('owner')}
          value={value.owner}
          maxLength={120}
          onChange={(owner) => onChange({ ...value, owner })}
        />
        <DateField
          label={t.el('byWhen')}
          hint={t.el('byWhenHint')}
          value={value.byWhen}
          min={context.today}
          onChange={(byWhen) => onChange({ ...value, byWhen })}
        />
      </div>
    </Stack>
  );
}

export const capture: CaptureView<PromiseMade> = {
  blank: (context) => ({ what: '', toGroup: context.groupName, owner: context.workerName, byWhen: '' }),
  steps: [{ id: 'promise', View: PromiseStep, ready: (made) => made.what.trim() !== '' }],
  consentLayers: [],
  brief: true,
};
