import type { Specimens } from '../specimen.ts';
import { ProgressWords } from './progress-words.tsx';

export const specimens: Specimens = {
  second: ({ t }) => (
    <ProgressWords step={2} steps={5}>
      {t('progress')}
    </ProgressWords>
  ),
};
