import { useState } from 'preact/hooks';
import type { Specimens } from '../specimen.ts';
import { PasscodeField } from './passcode-field.tsx';

export const specimens: Specimens = {
  filled: ({ t }) => {
    const [value, setValue] = useState('482915');
    return (
      <PasscodeField
        label={t('passcode.label')}
        hint={t('passcode.hint')}
        show={t('passcode.show')}
        hide={t('passcode.hide')}
        value={value}
        onChange={setValue}
      />
    );
  },
};
