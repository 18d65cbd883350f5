import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { OneCode } from '../code-choices.tsx';
import { ThemeTiles } from '../theme-tiles.tsx';
import { WordsField } from '../words-field.tsx';
import type { CaptureView, StepProps } from '../views.ts';
import type { QuickNote } from './schema.ts';

/** A note that is being made: the three taps may still be to come. */
export type QuickNoteDraft = Pick<QuickNote, 'said'> & Partial<Omit<QuickNote, 'said'>>;

/** Four ways in words of every day, out of the longer list that a conversation offers. */
const VOICES = ['own', 'helped-reading', 'proxy-family', 'observed'] as const;

function NoteStep({ value, onChange, media }: StepProps<QuickNoteDraft>): VNode {
  const t = useText('kind-quick-note');
  return (
    <div class="two-columns compact-tiles">
      <ThemeTiles legend={t.el('theme')} value={value.theme} onChange={(theme) => onChange({ ...value, theme })} />
      <Stack>
        <div class="compact-tiles--four">
          <OneCode
            list="feelings"
            look="pictures"
            legend={t.el('feeling')}
            value={value.feeling}
            onChange={(feeling) => onChange({ ...value, feeling })}
          />
        </div>
        <div class="compact-tiles--beside">
          <OneCode
            list="voices"
            codes={VOICES}
            labels={Object.fromEntries(VOICES.map((code) => [code, t.el(`voices.${code}`)]))}
            look="pictures"
            legend={t.el('voice')}
            value={value.voice}
            onChange={(voice) => onChange({ ...value, voice })}
          />
        </div>
        <WordsField
          label={t.el('said')}
          hint={t.el('saidHint')}
          value={value.said}
          onChange={(said) => onChange({ ...value, said })}
          maxLength={2000}
          rows={3}
          own
        />
        <media.VoiceNotes label={t('voiceNote')} />
      </Stack>
    </div>
  );
}

export const capture: CaptureView<QuickNoteDraft> = {
  blank: () => ({ said: '' }),
  steps: [
    {
      id: 'note',
      View: NoteStep,
      ready: (note) => note.theme !== undefined && note.feeling !== undefined && note.voice !== undefined,
    },
  ],
  consentLayers: ['use', 'voice'],
  brief: true,
};
