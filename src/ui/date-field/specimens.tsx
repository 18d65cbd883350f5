import { useState } from 'preact/hooks';
import type { Specimens } from '../specimen.ts';
import { DateField } from './date-field.tsx';

export const specimens: Specimens = {
  quick: ({ t }) => {
    const [value, setValue] = useState('2026-11-06');
    return (
      <DateField
        label={t('date.label')}
        value={value}
        onChange={setValue}
        quick={[
          { label: t('date.tomorrow'), value: '2026-11-04' },
          { label: t('date.friday'), value: '2026-11-06' },
        ]}
      />
    );
  },
};
