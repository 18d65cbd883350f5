import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextArea } from '../../ui/text-field/text-area.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import type { CaptureView, StepProps } from '../views.ts';
import type { Visit } from './schema.ts';

const LINES = [0, 1, 2] as const;

/** The end of a visit: what was heard, in three lines that can be read out, and how people will hear back. */
function HeardStep({ value, onChange }: StepProps<Visit>): VNode {
  const t = useText('kind-visit');
  const put = (at: number, words: string) => {
    const lines = LINES.map((line) => (line === at ? words : (value.heard[line] ?? '')));
    while (lines.at(-1) === '') lines.pop();
    onChange({ ...value, heard: lines });
  };
  return (
    <Stack room="large">
      <p>{t.el('lead')}</p>
      <Stack room="small">
        <h2 class="summary__heading">{t.el('heard')}</h2>
        <p>{t.el('heardHint')}</p>
        {LINES.map((line) => (
          <TextField
            key={line}
            label={t.el('heardLine', { number: line + 1 })}
            value={value.heard[line] ?? ''}
            maxLength={300}
            onChange={(words) => put(line, words)}
          />
        ))}
      </Stack>
      <TextArea
        label={t.el('hearBack')}
        hint={t.el('hearBackHint')}
        value={value.hearBack}
        maxLength={600}
        rows={3}
        onChange={(hearBack) => onChange({ ...value, hearBack })}
      />
      <TextArea
        label={t.el('note')}
        hint={t.el('noteHint')}
        value={value.note}
        maxLength={2000}
        rows={3}
        onChange={(note) => onChange({ ...value, note })}
      />
    </Stack>
  );
}

/** Captured as the amendment at the end of a visit: its start is sealed already. */
export const capture: CaptureView<Visit> = {
  blank: (context) => ({
    startedAt: context.visitStartedAt ?? context.now,
    endedAt: context.now,
    heard: [],
    hearBack: '',
    note: '',
  }),
  steps: [{ id: 'heard', View: HeardStep }],
  consentLayers: [],
  brief: true,
};
