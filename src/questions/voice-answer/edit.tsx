import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { EditTick } from '../parts/edit-tick.tsx';
import type { EditProps } from '../views.ts';
import type { VoiceAnswerSettings } from './schema.ts';

export function Edit({ settings, onChange }: EditProps<VoiceAnswerSettings>): VNode {
  const t = useText('question-voice-answer');
  return (
    <EditTick
      label={t.el('edit.orWords')}
      hint={t.el('edit.orWordsHint')}
      value={settings.orWords}
      onChange={(orWords) => onChange({ ...settings, orWords })}
    />
  );
}
