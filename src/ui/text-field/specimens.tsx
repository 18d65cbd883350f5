import { useState } from 'preact/hooks';
import { Stack } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

export const specimens: Specimens = {
  lines: ({ t }) => {
    const [name, setName] = useState('');
    const [code, setCode] = useState('7KQP4M2X');
    return (
      <Stack>
        <TextField label={t('field.name')} hint={t('common:optional')} value={name} onChange={setName} />
        <TextField label={t('field.code')} code value={code} onChange={setCode} maxLength={9} />
        <TextField label={t('field.name')} problem={t('field.problem')} value={name} onChange={setName} required />
      </Stack>
    );
  },
  words: ({ t }) => {
    const [said, setSaid] = useState(t('field.saidWords'));
    return <TextArea own label={t('field.said')} hint={t('field.saidHint')} value={said} onChange={setSaid} />;
  },
};
