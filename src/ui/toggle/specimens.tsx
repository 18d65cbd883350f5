import { useState } from 'preact/hooks';
import { Stack } from '../screen/screen.tsx';
import type { Specimens } from '../specimen.ts';
import { Toggle } from './toggle.tsx';

export const specimens: Specimens = {
  open: ({ t }) => {
    const [value, setValue] = useState<boolean | null>(null);
    const [other, setOther] = useState<boolean | null>(false);
    const words = { yes: t('common:yes'), no: t('common:no') };
    return (
      <Stack>
        <Toggle
          {...words}
          question
          label={t('toggle.label')}
          hint={t('toggle.hint')}
          value={value}
          onChange={setValue}
        />
        <Toggle {...words} label={t('toggle.label')} value={other} onChange={setOther} />
      </Stack>
    );
  },
};
