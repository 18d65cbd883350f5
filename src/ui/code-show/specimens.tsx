import type { Specimens } from '../specimen.ts';
import { CodeShow } from './code-show.tsx';

export const specimens: Specimens = {
  receipt: ({ t }) => (
    <CodeShow label={t('code.label')} code="7KQP4M2X">
      <p>{t('code.words')}</p>
    </CodeShow>
  ),
};
