import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { OneCode } from '../code-choices.tsx';
import type { StepProps } from '../views.ts';
import type { ConversationDraft } from './draft.ts';

/** How to reach the person: the one place in a conversation where a number may stand. */
export function ContactFields({ value, onChange }: StepProps<ConversationDraft>): VNode {
  const t = useText('kind-conversation');
  const { contact } = value;
  return (
    <Stack>
      <OneCode
        list="reach"
        legend={t.el('contact.how')}
        value={contact?.how}
        onChange={(how) => onChange({ ...value, contact: { how, detail: contact?.detail ?? '' } })}
      />
      {contact !== undefined && contact.how !== 'not-agreed' && (
        <TextField
          label={t.el('contact.detail')}
          hint={t.el('contact.detailHint')}
          value={contact.detail}
          onChange={(detail) => onChange({ ...value, contact: { ...contact, detail } })}
          maxLength={120}
        />
      )}
    </Stack>
  );
}
