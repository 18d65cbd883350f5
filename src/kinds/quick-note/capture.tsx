import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { LISTS, type CodeOf } from '../../domain/lists/lists.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextArea } from '../../ui/text-field/text-area.tsx';
import { OneCode } from '../code-choices.tsx';
import type { CaptureView, StepProps } from '../views.ts';
import type { QuickNote } from './schema.ts';

/** A note that is being made: the three taps may still be to come. */
export type QuickNoteDraft = Pick<QuickNote, 'said'> & Partial<Omit<QuickNote, 'said'>>;

/** What people speak of most: these stand first, the others are one tap away. */
const FIRST_THEMES: readonly CodeOf<'themes'>[] = [
  'getting-appointments',
  'registration-refused',
  'damp',
  'water-toilets-refuse',
  'money-food',
  'language-interpreting',
  'trust-discrimination',
  'mental-health',
  'children-school',
  'staff-manner',
  'waiting',
  'strengths',
];

/** Four ways in words of every day, out of the longer list that a conversation offers. */
const VOICES = ['own', 'helped-reading', 'proxy-family', 'observed'] as const;

function NoteStep({ value, onChange, media }: StepProps<QuickNoteDraft>): VNode {
  const t = useText('kind-quick-note');
  const chosenIsFurther = value.theme !== undefined && !FIRST_THEMES.includes(value.theme);
  const [all, setAll] = useState(chosenIsFurther);
  const further = LISTS.themes.filter((code) => !FIRST_THEMES.includes(code));
  return (
    <div class="two-columns compact-tiles">
      <Stack room="small">
        <OneCode
          list="themes"
          codes={all ? [...FIRST_THEMES, ...further] : FIRST_THEMES}
          look="pictures"
          legend={t.el('theme')}
          value={value.theme}
          onChange={(theme) => onChange({ ...value, theme })}
        />
        <Button look="quiet" icon={all ? 'minus' : 'more'} onClick={() => setAll(!all)}>
          {t.el(all ? 'fewerThemes' : 'moreThemes')}
        </Button>
      </Stack>
      <Stack room="large">
        <OneCode
          list="feelings"
          look="pictures"
          legend={t.el('feeling')}
          value={value.feeling}
          onChange={(feeling) => onChange({ ...value, feeling })}
        />
        <OneCode
          list="voices"
          codes={VOICES}
          labels={Object.fromEntries(VOICES.map((code) => [code, t.el(`voices.${code}`)]))}
          look="pictures"
          legend={t.el('voice')}
          value={value.voice}
          onChange={(voice) => onChange({ ...value, voice })}
        />
        <TextArea
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
