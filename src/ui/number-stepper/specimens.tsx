import { useState } from 'preact/hooks';
import type { Specimens } from '../specimen.ts';
import { NumberStepper } from './number-stepper.tsx';

export const specimens: Specimens = {
  one: ({ t }) => {
    const [value, setValue] = useState(1);
    return (
      <NumberStepper
        label={t('number.label')}
        value={value}
        onChange={setValue}
        min={1}
        max={200}
        fewer={t('number.fewer')}
        more={t('number.more')}
      />
    );
  },
};
