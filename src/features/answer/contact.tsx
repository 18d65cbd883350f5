import type { VNode } from 'preact';
import { LISTS, type CodeOf } from '../../domain/lists/lists.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { Answering } from '../../surveys/answering.ts';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';

/** How to reach somebody who wants to hear back. The worker writes it: the words say so. */
export function Contact(props: {
  value: Answering['contact'];
  onChange: (contact: Answering['contact']) => void;
}): VNode {
  const t = useText('answer');
  const l = useText('lists');
  const { value, onChange } = props;
  return (
    <Stack>
      <Notice icon="person">{t.el('contact.worker')}</Notice>
      <ChoiceList<CodeOf<'reach'>>
        label={t.el('contact.how')}
        layout="tiles"
        choices={LISTS.reach.map((code) => ({ value: code, label: l.el(`reach.${code}`) }))}
        value={(value?.how as CodeOf<'reach'> | undefined) ?? null}
        onChange={(how) => onChange({ how, detail: how === 'not-agreed' ? '' : (value?.detail ?? '') })}
      />
      {value !== null && value.how !== 'not-agreed' && (
        <TextField
          label={t.el('contact.detail')}
          value={value.detail}
          maxLength={120}
          onChange={(detail) => onChange({ ...value, detail })}
        />
      )}
    </Stack>
  );
}
