import { useState } from 'preact/hooks';
import type { Specimens } from '../specimen.ts';
import { PersonalHint } from './personal-hint.tsx';

export const specimens: Specimens = {
  name: ({ t }) => {
    const [piece, show] = useState<string | null>('Example Person');
    return (
      <PersonalHint
        asks={t('common:personal.name')}
        piece={piece}
        takeOut={t('common:personal.takeOut')}
        keep={t('common:personal.keep')}
        onTakeOut={() => show(null)}
        onKeep={() => show(null)}
      />
    );
  },
};
