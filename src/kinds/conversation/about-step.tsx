import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { ManyCodes } from '../code-choices.tsx';
import type { StepProps } from '../views.ts';
import type { ConversationDraft } from './draft.ts';

/** Services and themes it touches: long lists, so there is a way to find one by a few letters. */
export function AboutStep({ value, onChange }: StepProps<ConversationDraft>): VNode {
  const t = useText('kind-conversation');
  const [sought, setSought] = useState('');
  return (
    <Stack>
      <p>{t.el('touches.lead')}</p>
      <TextField label={t.el('touches.search')} value={sought} onChange={setSought} />
      <div class="two-columns">
        <ManyCodes
          list="themes"
          look="pictures"
          legend={t.el('touches.themes')}
          sought={sought}
          noneFound={t.el('touches.noneFound')}
          value={value.themes}
          onChange={(themes) => onChange({ ...value, themes })}
        />
        <ManyCodes
          list="services"
          legend={t.el('touches.services')}
          sought={sought}
          noneFound={t.el('touches.noneFound')}
          value={value.services}
          onChange={(services) => onChange({ ...value, services })}
        />
      </div>
    </Stack>
  );
}
